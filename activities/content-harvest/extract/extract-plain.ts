import { blockParagraphs } from './block-paragraphs.js';
import { type ExtractedDocument } from './extracted-document.js';
import { withoutTimes } from './transcript-times.js';
import { withoutReferences } from './without-references.js';
import { withoutTitleLines } from './without-title-lines.js';

/**
 * Plain text: blocks between blank lines are paragraphs, lines wrapped by hand are joined, verses keep their lines;
 * an item of a list and a turn in a conversation are paragraphs of their own. A short first paragraph without a full
 * stop is the title, a following "By Some One" names the author; neither stays in the text.
 */
export function extractPlain(raw: string): ExtractedDocument {
  const blocks = withoutTimes(raw.replace(/\r\n?/g, '\n'))
    .split(/\n[ \t]*\n/)
    .map(linesOf)
    .filter((lines) => lines.length > 0);
  const { kept, leftOut } = withoutReferences(blockParagraphs(splitTitleBlock(blocks)));
  return { ...withoutTitleLines(kept), leftOut };
}

function linesOf(block: string): string[] {
  return block
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^[-=_*~#.\s]+$/.test(line));
}

/** Poems and articles begin with their title and author in one block. */
function splitTitleBlock(blocks: readonly string[][]): readonly string[][] {
  const [first, ...rest] = blocks;
  const isHead = first?.length === 2 && rest.length > 0 && /^by /i.test(first[1] ?? '');
  return isHead ? [...first.map((line) => [line]), ...rest] : blocks;
}
