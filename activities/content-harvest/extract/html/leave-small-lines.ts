import type { LeftOutReason } from '../../../../workflows/contract/left-out.js';
import type { Block } from './block.js';
import { firstProse } from './first-prose.js';
import {
  asksReader,
  isByline,
  isCredit,
  isDateLine,
  isLabel,
  isMachineText,
  isPublishingDate,
  isRelatedLabel,
  startsRelated,
} from './line-kinds.js';

/** The page's machinery between the paragraphs. */
export function leaveSmallLines(blocks: Block[]): void {
  const prose = firstProse(blocks);
  blocks.forEach((block, at) => {
    if (block.left !== undefined) return;
    const reason = reasonOf(block, at < prose, blocks[at - 1]);
    if (reason !== undefined) block.left = reason;
  });
  leaveListsOfLinks(blocks);
}

function reasonOf(
  { text, kind, linked }: Block,
  isHead: boolean,
  previous: Block | undefined,
): LeftOutReason | undefined {
  const bare = text.replace(/^(?:•|\d+\.) /, '');
  if (isMachineText(bare)) return 'boilerplate';
  if (isLabel(bare) && (isHead || kind === 'text' || linked > 0.5)) return 'boilerplate';
  if (isCredit(bare)) return 'picture';
  // Days head the parts of a diary, and times and places are news of concerts.
  if (isHead ? isDateLine(bare) : isPublishingDate(bare)) return 'boilerplate';
  if (isHead && isByline(bare)) return 'boilerplate';
  if (linked > 0.5 && startsRelated(bare)) return 'navigation';
  if (linked > 0.9 && kind === 'text' && (isShouted(bare) || bare.length > 120)) return 'navigation';
  if (linked > 0.5 && /\s[|·•»/]\s/u.test(bare) && !/[.?!]$/.test(bare)) return 'navigation';
  if (linked > 0.9 && kind !== 'item' && isRelatedLabel(previous?.text ?? '')) return 'navigation';
  if (asksReader(bare) && (linked > 0.2 || isHead)) return 'boilerplate';
  return undefined;
}

/** Lists whose every item is a link to another page, told by its title. */
function leaveListsOfLinks(blocks: Block[]): void {
  const said = blocks.filter(({ left }) => left === undefined);
  let from = 0;
  while (from < said.length) {
    let to = from;
    while ((said[to]?.linked ?? 0) > 0.9) to += 1;
    const label = said[from - 1];
    const isLabelled = label !== undefined && isRelatedLabel(label.text);
    const run = said.slice(from, to);
    if (isLabelled ? run.length > 0 || label.kind === 'heading' : areLinks(run, label)) {
      for (const block of run) block.left = 'navigation';
      if (isLabelled) label.left = 'navigation';
    }
    from = to + 1;
  }
}

/** Titles of other pages, or a menu; a list of names that a sentence announces is neither. */
function areLinks(run: readonly Block[], before: Block | undefined): boolean {
  if (!run.every(({ kind }) => kind !== 'text')) return false;
  if (run.length < 2 || before?.text.endsWith(':') === true) return false;
  const words = run.reduce((sum, { text }) => sum + text.split(' ').length, 0);
  return run.length >= 4 || words / run.length >= 5;
}

function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return (
    letters.length > 15 && letters.filter((letter) => /\p{Lu}/u.test(letter)).length > letters.length * 0.9
  );
}
