import type { LeftOutReason } from '../../../../workflows/contract/left-out.js';
import type { DomNode } from '../../../text/dom.js';
import type { Block } from './block.js';
import {
  asksReader,
  isAuthorNote,
  isByline,
  isImprint,
  isRelatedLabel,
  startsRelated,
} from './line-kinds.js';
import { leaveReferences } from './leave-references.js';
import { leaveSmallLines } from './leave-small-lines.js';
import { firstProse, isProse } from './first-prose.js';
import { sayOnlyTable } from './say-only-table.js';
import { leavePaywall } from './paywall.js';

/** What chooses among a page's blocks. */
export type Choice = {
  blocks: readonly Block[];
  /** The numbers of the blocks that the reader view keeps; undefined: it found no article, all may be one. */
  found: ReadonlySet<number> | undefined;
  title: string | undefined;
  /** The page says that its article is not free to read. */
  isPaid: boolean;
};

/** `isBeginning`: the page keeps the rest for those who pay or are logged in. */
export type Chosen = { blocks: Block[]; isBeginning: boolean };

/** Decides for each block why it is left out; what has no reason is the article. */
export function chooseBlocks({ blocks, found, title, isPaid }: Choice): Chosen {
  const chosen = blocks.map((block) => ({ ...block }));
  const titles = titlesIn(chosen, title);
  if (found !== undefined) {
    const kept = withNeighbours(chosen, found);
    chosen.forEach((block, at) => {
      if (!kept.has(at)) block.left ??= isMostlyLinks(block) ? 'navigation' : 'boilerplate';
    });
  }
  const isBeginning = leavePaywall(chosen, isPaid);
  leaveReferences(chosen);
  leaveSmallLines(chosen);
  leaveEnds(chosen);
  leaveHeadingsOfNothing(chosen);
  return { blocks: sayOnlyTable(chosen.filter((block) => !titles.has(block))), isBeginning };
}

/** The reader view drops embedded posts, first paragraphs, lists with links; what stands among the article is of it. */
function withNeighbours(blocks: readonly Block[], found: ReadonlySet<number>): Set<number> {
  const kept = new Set([...found].filter((at) => blocks[at]?.left === undefined));
  const lengths = new Map<DomNode, number>();
  let whole = 0;
  for (const at of kept) {
    const block = blocks[at];
    if (block === undefined) continue;
    whole += block.text.length;
    for (const place of block.around) lengths.set(place, (lengths.get(place) ?? 0) + block.text.length);
  }
  const columns = new Set([...lengths].filter(([, length]) => length > whole * 0.3).map(([place]) => place));
  const inOrder = [...kept].sort((one, other) => one - other);
  const [first = 0, last = 0] = [inOrder[0], inOrder.at(-1)];
  blocks.forEach((block, at) => {
    if (block.left !== undefined || kept.has(at) || isMostlyLinks(block)) return;
    const isAmong = at > first && at < last;
    if (block.around.some((place) => columns.has(place)) && (isAmong || isProse(block.text))) kept.add(at);
  });
  return kept;
}

/** Where the page writes its title above its first paragraph. It is told as the title, and neither said nor left out. */
function titlesIn(blocks: Block[], title: string | undefined): Set<Block> {
  const key = keyOf(title ?? '');
  const above = blocks.slice(0, firstProse(blocks));
  const titles = above.filter(({ text, left }) => left === undefined && key !== '' && keyOf(text) === key);
  for (const block of titles) block.left = 'duplicate';
  return new Set(titles);
}

/** Above the first paragraph and below the last: what asks, who wrote, links to more. */
function leaveEnds(blocks: Block[]): void {
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const block = blocks[at];
    if (block === undefined || block.left !== undefined) continue;
    const { text, linked } = block;
    const bare = text.replace(/^(?:•|\d+\.) /, '');
    if (asksReader(bare) || isImprint(bare) || isAuthorNote(bare) || isByline(bare))
      block.left = 'boilerplate';
    else if (linked > 0.9 || isRelatedLabel(bare) || startsRelated(bare)) block.left = 'navigation';
    else break;
  }
}

/** A heading that nothing follows belonged to what was left out. */
function leaveHeadingsOfNothing(blocks: Block[]): void {
  let below = false;
  let followed: LeftOutReason | undefined;
  for (const block of [...blocks].reverse()) {
    if (block.left !== undefined) {
      followed = block.left;
      continue;
    }
    if (block.kind === 'heading' && !below && followed !== undefined) block.left = 'boilerplate';
    else below = true;
  }
}

function isMostlyLinks({ linked }: Block): boolean {
  return linked > 0.5;
}

function keyOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
