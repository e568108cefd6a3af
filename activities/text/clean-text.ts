// Text on its way from a page to a script: cleaned, decoded, with canonical addresses.
// Shared by the agents and models, and imports none of them (activities/README.md).
import { decodeEntities } from './decode-entities.js';
import { toNfc } from './to-nfc.js';
import { withoutEmoji } from './without-emoji.js';
import { withoutNoteMarks } from './without-note-marks.js';
import { withoutRepeatedNumbers } from './without-repeated-numbers.js';

/** Characters kept of one source: some 160,000 words, more than any episode uses. */
export const maxTextLength = 1_000_000;

/**
 * Makes extracted text fit to be read aloud and safe to show: Unicode NFC, one kind of space, no control, zero-width,
 * bidi or tag characters (they hide instructions from people, OWASP LLM01), entities decoded; emoji, the marks of
 * footnotes and numbers that are written a second time dropped. Paragraphs stay separated by one blank line.
 */
export function cleanText(text: string): string {
  const plain = toNfc(withoutEmoji(decodeEntities(text)))
    .replace(/\r\n?/g, '\n')
    .replace(hidden, '')
    .replace(/[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ');
  return (
    withoutRepeatedNumbers(withoutNoteMarks(plain))
      // Blanks first: looking for line breaks behind rows of them takes time by the square of their length.
      .replace(/ {2,}/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}

// Soft hyphen, zero-width, bidi controls, invisible operators, BOM, interlinear, variation selectors, tag characters.
const hidden =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class -- naming exactly these is the point
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\ufff9-\ufffb\uffff]|[\u{e0000}-\u{e0fff}]/gu;

/** Cuts at the end of a paragraph. */
export function limitText(text: string): { text: string; truncated: boolean } {
  if (text.length <= maxTextLength) return { text, truncated: false };
  const cut = text.lastIndexOf('\n\n', maxTextLength);
  return { text: text.slice(0, cut > 0 ? cut : maxTextLength), truncated: true };
}
