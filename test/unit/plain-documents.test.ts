import assert from 'node:assert/strict';
import { extractPlain } from '../../activities/content-harvest/extract/extract-plain.js';
import { cutInPhrases } from '../../activities/content-harvest/extract/cut-in-phrases.js';

describe('plain text', () => {
  it('keeps the lines of a poem, and takes its title and author', () => {
    const verse =
      'The harbour sleeps below the hill,\nThe boats are in, the nets are dry;\nAnd on the mole the gulls are still\nThat all day long went up to cry.';
    const other = 'A lamp burns\nWhere none will see,\nAnd yet it turns.';
    const { text, title, byline } = extractPlain(`Harbour Song\nby Ann Lee\n\n${verse}\n\n${other}\n`);
    assert.equal(title, 'Harbour Song');
    assert.equal(byline, 'Ann Lee');
    assert.equal(text, `${verse}\n\n${other}`);
  });

  it('keeps the lines of a poem without capitals', () => {
    const poem =
      'i went down to the harbour in the rain\nno boat\nno light\nonly the sound of the chain\n\nand then\nthe sea';
    assert.equal(extractPlain(poem).text, poem);
  });

  it('joins the lines of prose, also where they are wrapped badly', () => {
    const { text } = extractPlain(
      'The keeper lit the lamp at dusk and\nclimbed down again before the tide came in.\nNobody had seen him since the morning\nwhen the boat left for the mainland.\n\nA short end.',
    );
    assert.equal(
      text,
      'The keeper lit the lamp at dusk and climbed down again before the tide came in. Nobody had seen him since the morning when the boat left for the mainland.\n\nA short end.',
    );
  });

  it('gives each turn of a conversation a paragraph of its own, under its name', () => {
    const turns =
      'Host: When did it open?\nDr. Ann Lee (laughing): In 1759, after\nthree years.\nHost: So late?\nDr. Ann Lee: So late.';
    assert.equal(
      extractPlain(turns).text,
      'Host: When did it open?\n\nDr. Ann Lee: In 1759, after three years.\n\nHost: So late?\n\nDr. Ann Lee: So late.',
    );
    assert.equal(extractPlain('Q: Why?\nA: The tide.').text, 'Q: Why?\n\nA: The tide.');
    assert.equal(
      extractPlain('Host:\n\nWhen did it open?\n\nKeeper:\n\nIn May.\n\nHost:\n\nWhy?\n\nKeeper:\n\nThe ice.')
        .text,
      'Host: When did it open?\n\nKeeper: In May.\n\nHost: Why?\n\nKeeper: The ice.',
    );
  });

  it('gives each item of a list a paragraph, with its bullet or number', () => {
    const { text } = extractPlain(
      'Bring what the hut has not, and bring it dry:\n- a sleeping bag\n- a lamp with fresh\n  batteries\n* [ ] matches\n\n1) Open the shutters.\n2) Light the stove.\n\n3) Fetch water.',
    );
    assert.equal(
      text,
      'Bring what the hut has not, and bring it dry:\n\n• a sleeping bag\n\n• a lamp with fresh batteries\n\n• matches\n\n1. Open the shutters.\n\n2. Light the stove.\n\n3. Fetch water.',
    );
  });

  it('leaves out the times of subtitles and transcripts', () => {
    const subtitles =
      '1\n00:00:01,000 --> 00:00:04,000\nThe lamp was lit\n\n2\n00:00:04,000 --> 00:00:07,000\nat dusk.\n\n3\n00:00:07,000 --> 00:00:09,000\nThe tide came in.\n';
    assert.equal(extractPlain(subtitles).text, 'The lamp was lit at dusk. The tide came in.');
    const talk = '[00:01] Host: When?\n[00:04] Guest: In May.\n[00:09] Host: Why?\n[00:12] Guest: The ice.';
    assert.equal(extractPlain(talk).text, 'Host: When?\n\nGuest: In May.\n\nHost: Why?\n\nGuest: The ice.');
  });

  it('leaves out lists of references and notes, and says so', () => {
    const { text, leftOut } = extractPlain(
      'The hut was built by guides in 1880 and has been open ever since.[1]\n\n[1] The guides’ book, p. 4.\n\nReferences\n\nSmith, J. (1901). The huts. London.\n\nLee, A. (1950). Huts again. Leeds.\n\nAppendix\n\nIt sleeps twenty.',
    );
    assert.equal(
      text,
      'The hut was built by guides in 1880 and has been open ever since.[1]\n\nAppendix\n\nIt sleeps twenty.',
    );
    assert.deepEqual(
      leftOut?.map(({ reason, text: piece }) => `${reason}: ${piece.slice(0, 10)}`),
      ['footnote: [1] The gu', 'reference_list: Smith, J. ', 'reference_list: Lee, A. (1'],
    );
    const prose =
      'It is a hut.\n\nSources\n\nThe water comes from two sources above the hut that never freeze.';
    assert.equal(extractPlain(prose).text, prose);
  });
});

describe('a text without punctuation', () => {
  it('is cut in phrases where new thoughts begin, and keeps every word', () => {
    const spoken =
      'so today we are going to look at the old mill it was built by two brothers in 1820 and it ground corn for the whole valley but the river changed its bed and then the wheel stood still after that the younger brother turned the mill into a school which was open until the war came';
    const cut = cutInPhrases(spoken);
    assert.equal(
      cut,
      'So today we are going to look at the old mill. It was built by two brothers in 1820. And it ground corn for the whole valley. But the river changed its bed. And then the wheel stood still. After that the younger brother turned the mill into a school which was open until the war came.',
    );
    assert.equal(cut.toLowerCase().replace(/\./g, ''), spoken);
  });

  it('has no phrase of more words than one can follow', () => {
    const phrases = cutInPhrases('stone '.repeat(400).trim()).split('. ');
    assert.ok(phrases.length > 10);
    for (const phrase of phrases) assert.ok(phrase.split(' ').length <= 40, phrase);
  });

  it('is what it was where it has sentences', () => {
    const long = `${'The lamp, which the keeper lit at dusk and put out at dawn, was seen by every boat in the bay '.repeat(3)}and beyond. It was white.`;
    assert.equal(cutInPhrases(long), long);
    assert.equal(cutInPhrases('a short line without an end'), 'a short line without an end');
  });
});
