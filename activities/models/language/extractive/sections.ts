import type { Work } from './in-turns.js';
import { nounPhrases, upperFirst, type NounPhrase } from './noun-phrases.js';
import type { Passage } from './passages.js';
import { cosine, nothing, tfIdf } from './rank-passages.js';
import type { Sentence } from './split-sentences.js';

/** A part of the episode. */
export type Section = { title: string; passages: Passage[] };

/** Sections of an episode: two for a short one, about one per two minutes, never over eight. */
export function sectionCount(minutes: number, passages: number): number {
  const wished = Math.min(8, Math.max(2, Math.round(minutes / 2)));
  return Math.max(1, Math.min(wished, Math.floor(passages / 2)));
}

/** Cuts the chosen passages (in source order) into sections, by the source's own headings or where the words change. */
export function* toSections(passages: readonly Passage[], minutes: number): Work<Section[]> {
  const wanted = sectionCount(minutes, passages.length);
  const headed = byHeading(passages);
  const groups = headed === undefined ? byVocabulary(passages, wanted) : merge(headed, headedCount(minutes));
  const used = new Set<string>();
  const sections: Section[] = [];
  let phrases: PhraseCounts | undefined;
  for (const group of groups) {
    yield;
    const title = headingOf(group, used) ?? keyPhrase(group, (phrases ??= countPhrases(passages)), used);
    sections.push({ title: title ?? 'More of the Story', passages: group });
    used.add(title?.toLowerCase() ?? 'more of the story');
  }
  return sections;
}

/** The author's own divisions are kept a little finer than ours: what they join belongs together. */
function headedCount(minutes: number): number {
  return Math.min(10, Math.max(2, Math.round(minutes * 0.9)));
}

function byHeading(passages: readonly Passage[]): Passage[][] | undefined {
  const groups: Passage[][] = [];
  let current: string | undefined;
  for (const passage of passages) {
    const heading = passage.sentences[0]?.heading;
    const open = groups.at(-1);
    const sameSource = open?.[0]?.sourceAt === passage.sourceAt;
    if (open !== undefined && sameSource && heading === current) open.push(passage);
    else groups.push([passage]);
    current = heading;
  }
  return groups.length >= 2 ? groups : undefined;
}

/** Joins the smallest group to its smaller neighbour until there are few enough and none is a lone passage. */
function merge(groups: Passage[][], wanted: number): Passage[][] {
  const merged = groups.map((group) => [...group]);
  const sizes = merged.map(wordsOf);
  for (;;) {
    const smallest = sizes.indexOf(sizes.reduce((least, size) => Math.min(least, size), Infinity));
    const tooMany = merged.length > wanted;
    if (merged.length < 2 || (!tooMany && (sizes[smallest] ?? 0) >= 45)) return merged;
    const left = smallest > 0 ? (sizes[smallest - 1] ?? Infinity) : Infinity;
    const right = smallest < merged.length - 1 ? (sizes[smallest + 1] ?? Infinity) : Infinity;
    const at = left <= right ? smallest - 1 : smallest;
    merged.splice(at, 2, [...(merged[at] ?? []), ...(merged[at + 1] ?? [])]);
    sizes.splice(at, 2, (sizes[at] ?? 0) + (sizes[at + 1] ?? 0));
  }
}

function wordsOf(group: readonly Passage[]): number {
  return group.flatMap(({ sentences }) => sentences).reduce((sum, { words }) => sum + words, 0);
}

/** Cuts near even places, there where the words before and after have least in common (after Hearst's TextTiling). */
function byVocabulary(passages: readonly Passage[], wanted: number): Passage[][] {
  const vectors = tfIdf(passages);
  const cuts: number[] = [];
  for (let cut = 1; cut < wanted; cut += 1) {
    const even = (passages.length * cut) / wanted;
    const reach = passages.length / wanted / 3;
    const from = Math.max((cuts.at(-1) ?? 0) + 1, Math.ceil(even - reach));
    let best = from;
    let least = Infinity;
    for (let at = from; at <= Math.min(passages.length - 1, even + reach); at += 1) {
      const closeness =
        attachment(passages[at - 1], passages[at]) +
        cosine(vectors[at - 1] ?? nothing, vectors[at] ?? nothing);
      if (closeness < least) {
        least = closeness;
        best = at;
      }
    }
    cuts.push(best);
  }
  return [0, ...cuts].map((from, at) => passages.slice(from, cuts[at])).filter((group) => group.length > 0);
}

/** How badly a cut between two passages would hurt: within a train of thought, within a paragraph, elsewhere. */
function attachment(before: Passage | undefined, after: Passage | undefined): number {
  if (after?.needs !== undefined) return 2;
  return before?.sentences[0]?.paragraph === after?.sentences[0]?.paragraph ? 1 : 0;
}

/** The heading under which the group begins, which a host has just announced. */
function headingOf(group: readonly Passage[], used: ReadonlySet<string>): string | undefined {
  const headings = group
    .map(({ sentences }) => sentences[0]?.heading)
    .filter((heading) => heading !== undefined);
  return headings.find((heading) => heading.length <= 80 && !used.has(heading.toLowerCase()));
}

/** The phrase that is said often here and seldom elsewhere. */
function keyPhrase(
  group: readonly Passage[],
  everywhere: PhraseCounts,
  used: ReadonlySet<string>,
): string | undefined {
  const here = countPhrases(group);
  const ranked = [...here]
    .map(([key, { count, text, names }]) => {
      const share = count / (everywhere.get(key)?.count ?? count);
      return { text, value: count * share * (names ? 1.3 : 1) * Math.min(2, text.split(' ').length) };
    })
    .filter(({ text }) => ![...used].some((title) => title.includes(text.toLowerCase())))
    .sort((one, other) => other.value - one.value || (one.text < other.text ? -1 : 1));
  const best = ranked[0];
  return best === undefined ? undefined : best.text.split(' ').map(upperFirst).join(' ');
}

type PhraseCounts = ReadonlyMap<string, { count: number; text: string; names: boolean }>;

function countPhrases(passages: readonly Passage[]): PhraseCounts {
  const counts = new Map<string, { count: number; text: string; names: boolean }>();
  for (const { sentences } of passages) {
    for (const phrase of sentences.flatMap(phrasesOf)) {
      const key = phrase.stems.join(' ');
      const entry = counts.get(key);
      if (entry === undefined) counts.set(key, { count: 1, text: phrase.text, names: phrase.isName });
      else entry.count += 1;
    }
  }
  return counts;
}

/** Fitting the length asks for the phrases of the same sentences again and again. */
const known = new WeakMap<Sentence, NounPhrase[]>();

function phrasesOf(sentence: Sentence): NounPhrase[] {
  const phrases = known.get(sentence) ?? nounPhrases(sentence.tokens);
  known.set(sentence, phrases);
  return phrases;
}

/** The best phrase of all passages, for a title. */
export function themeOf(passages: readonly Passage[]): string | undefined {
  return keyPhrase(passages, countPhrases(passages), new Set());
}
