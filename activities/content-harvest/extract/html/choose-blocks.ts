import type { LeftOutReason } from '../../../../workflows/contract/left-out.js';
import type { DomNode } from '../../../text/dom.js';
import type { Block } from './block.js';
import {
  asksReader,
  isAuthorNote,
  isByline,
  isCredit,
  isDateLine,
  isImprint,
  isLabel,
  isMachineText,
  isRelatedLabel,
  startsRelated,
} from './line-kinds.js';

/** What chooses among a page's blocks. */
export type Choice = {
  blocks: readonly Block[];
  /** The numbers of the blocks that the reader view keeps; undefined: it found no article, all may be one. */
  found: ReadonlySet<number> | undefined;
  title: string | undefined;
};

/** Decides for each block why it is left out; what has no reason is the article. */
export function chooseBlocks({ blocks, found, title }: Choice): Block[] {
  const chosen = blocks.map((block) => ({ ...block }));
  leaveTitle(chosen, title);
  if (found !== undefined) {
    const kept = withNeighbours(chosen, found);
    chosen.forEach((block, at) => {
      if (!kept.has(at)) block.left ??= isMostlyLinks(block) ? 'navigation' : 'boilerplate';
    });
  }
  leaveReferences(chosen);
  leaveSmallLines(chosen);
  leaveEnds(chosen);
  leaveHeadingsOfNothing(chosen);
  return chosen;
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
  const [first, last] = [Math.min(...kept), Math.max(...kept)];
  blocks.forEach((block, at) => {
    if (block.left !== undefined || kept.has(at) || isMostlyLinks(block)) return;
    const isAmong = at > first && at < last;
    if (block.around.some((place) => columns.has(place)) && (isAmong || isProse(block.text))) kept.add(at);
  });
  return kept;
}

const sections: readonly [heading: RegExp, reason: LeftOutReason][] = [
  [/^(?:references?|bibliography|works cited|literature(?: cited)?|sources|citations|literatur|einzelnachweise|quellen|références|bibliographie|referencias|referências|bibliografía)$/i, 'reference_list'],
  [/^(?:notes?|footnotes?|endnotes?|notes and references|anmerkungen|fußnoten|notas)$/i, 'footnote'],
  [/^(?:see also|external links|further reading|siehe auch|weblinks|voir aussi|liens externes|véase también|enlaces externos|ver também)$/i, 'navigation'],
]; // prettier-ignore

/** The lists under "References" and their like, up to the next heading. */
function leaveReferences(blocks: Block[]): void {
  let reason: LeftOutReason | undefined;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      reason = sections.find(([heading]) =>
        heading.test(block.text.replace(/[:.\s[\]]+$|\[edit\]$/g, '')),
      )?.[1];
      if (reason !== undefined) block.left ??= reason;
    } else if (reason !== undefined && block.kind !== 'left') {
      if (block.kind === 'item' || block.text.length < 300) block.left ??= reason;
      else reason = undefined;
    }
  }
}

/** The title is told with the episode's opening. */
function leaveTitle(blocks: Block[], title: string | undefined): void {
  const key = keyOf(title ?? '');
  if (key === '') return;
  for (const block of blocks.slice(0, firstProse(blocks))) {
    if (block.left === undefined && keyOf(block.text) === key) block.left = 'duplicate';
  }
}

/** The number of the first paragraph of the article itself, or of all blocks. */
function firstProse(blocks: readonly Block[]): number {
  const at = blocks.findIndex(
    ({ text, left }) => left === undefined && isProse(text) && !asksReader(text) && !isImprint(text),
  );
  return at < 0 ? blocks.length : at;
}

/** The page's machinery between the paragraphs. */
function leaveSmallLines(blocks: Block[]): void {
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
  if (isMachineText(bare) || isLabel(bare)) return 'boilerplate';
  if (isCredit(bare)) return 'picture';
  if (isDateLine(bare) || (isHead && isByline(bare))) return 'boilerplate';
  if (linked > 0.5 && startsRelated(bare)) return 'navigation';
  if (linked > 0.9 && kind === 'text' && (isShouted(bare) || bare.length > 120)) return 'navigation';
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
  const words = run.reduce((sum, { text }) => sum + text.split(' ').length, 0);
  if (run.length >= 2 && words / run.length >= 5) return true;
  return run.length >= 4 && before?.text.endsWith(':') !== true;
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

/** A sentence or more. */
function isProse(text: string): boolean {
  return text.length > 80 && /[.?!:…”"’)。？！]$/u.test(text) && text.split(' ').length >= 10;
}

function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return (
    letters.length > 15 && letters.filter((letter) => /\p{Lu}/u.test(letter)).length > letters.length * 0.9
  );
}

function keyOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
