import assert from 'node:assert/strict';
import { cleanText } from '../../activities/text/clean-text.js';

describe('clean text', () => {
  for (const [kind, text, clean] of [
    [
      'entities',
      'Smith &amp; Sons&nbsp;sold it for &pound;5 &mdash; caf&eacute; &#8217;n&#x27; all',
      "Smith & Sons sold it for £5 — café ’n' all",
    ],
    [
      'entities escaped twice and three times',
      'it&amp;#8217;s Smith &amp;amp;amp; Sons',
      'it’s Smith & Sons',
    ],
    ['rare entities', '&Lstrok;&oacute;d&zacute;, &#151; &thetasym; &NotEqualTilde;', 'Łódź, — ϑ ≂̸'],
    ['what is no entity', 'AT&T; R&D &unknown; R&copy', 'AT&T; R&D &unknown; R&copy'],
    ['numbers of no character', 'a &#0; b &#xd800;', 'a \ufffd b \ufffd'],
    [
      'emoji',
      'It went well 🎉🚀 and we laughed 😂. 🇬🇧 won 1️⃣ prize 👩‍👩‍👧‍👦!',
      'It went well and we laughed. won prize!',
    ],
    ['emoji without blanks', 'fire🔥alarm ☀️', 'fire alarm'],
    ['digits and signs that are no emoji', '7 × 8 # ✓ © 3*', '7 × 8 # ✓ © 3*'],
    [
      'marks of notes',
      'The rock.[1][2, 5–7] A lamp¹² burned,³ twice† [citation needed] [note 4].',
      'The rock. A lamp burned, twice.',
    ],
    ['powers', '40 m² of 10⁶ km² and x²', '40 m² of 10⁶ km² and x²'],
    [
      'citations',
      'It grew (Smith et al., 2012; Lee 2014) and fell (Lee & Ray, 1999, p. 4).',
      'It grew and fell.',
    ],
    [
      'brackets that are no citation',
      'He (Plymouth, 1759) came (born 1724; died 1792) in (see map) May (1759).',
      'He (Plymouth, 1759) came (born 1724; died 1792) in (see map) May (1759).',
    ],
    [
      'numbers written twice',
      'for twenty-four (24) months, one hundred and five (105) days and ten percent (10%)',
      'for twenty-four months, one hundred and five days and ten percent',
    ],
    [
      'other numbers in brackets',
      'twenty-four (25) months, Smith (24), a hundred (or so)',
      'twenty-four (25) months, Smith (24), a hundred (or so)',
    ],
    ['the lines of a poem', 'One line,\n another.\n\n\n\nEnd.', 'One line,\nanother.\n\nEnd.'],
  ] as const) {
    it(`of ${kind}`, () => {
      assert.equal(cleanText(text), clean);
      assert.equal(cleanText(clean), clean);
    });
  }
});
