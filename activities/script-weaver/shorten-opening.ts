import { countWords } from '../../platform/count-words.js';
import type { WrittenSection } from '../script/script-writer.js';

/** The first line is what the listener waits for: some seven seconds of speech at most. */
const maxOpening = { words: 20, characters: 160 };

/** An opening that is long is cut behind its first sentence or clause; what is left of it is the second line. */
export function shortenOpening(sections: WrittenSection[]): WrittenSection[] {
  const [intro, ...others] = sections;
  const [first, ...rest] = intro?.lines ?? [];
  if (intro === undefined || first === undefined || isShort(first.text)) return sections;
  const end = bestEnd(first.text);
  if (end === undefined) return sections;
  const [head, tail] = [first.text.slice(0, end).trim(), first.text.slice(end).trim()];
  return [{ ...intro, lines: [{ ...first, text: head }, { ...first, text: tail }, ...rest] }, ...others];
}

function isShort(text: string): boolean {
  return countWords(text) <= maxOpening.words && text.length <= maxOpening.characters;
}

const sentenceEnd = /[.!?…]["”’)]*\s+|[。！？]/gu;
const clauseEnd = /[;:]\s+|\s[—–]\s|,\s+|[、，；：]/gu;

/** Behind the first sentence; else behind the last clause that is early enough, which sounds least cut. */
function bestEnd(text: string): number | undefined {
  return endsOf(text, sentenceEnd)[0] ?? endsOf(text, clauseEnd).at(-1);
}

function endsOf(text: string, mark: RegExp): number[] {
  // Beyond, no end is early enough.
  return [...text.slice(0, maxOpening.characters * 2).matchAll(mark)]
    .map((match) => match.index + match[0].length)
    .filter((end) => end < text.length && isGoodOpening(text.slice(0, end).trim()));
}

function isGoodOpening(head: string): boolean {
  // "Dr.", "St.", "U.S.": a full stop behind so short a capitalised word ends no sentence.
  if (/(?:^|\s)\p{Lu}[\p{L}.]{0,3}\.$/u.test(head)) return false;
  return isShort(head) && head.length > 5 && !isInsideQuotation(head);
}

function isInsideQuotation(before: string): boolean {
  return (before.match(/"/g) ?? []).length % 2 === 1 || before.lastIndexOf('“') > before.lastIndexOf('”');
}
