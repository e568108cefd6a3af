import { atOnce, type Work } from './in-turns.js';
import type { Passage } from './passages.js';

/** Weight of relevance against novelty (Carbonell & Goldstein 1998 found 0.7 best for short summaries). */
const lambda = 0.7;

/**
 * Continuing where a chosen passage ends keeps the story together; without it a script is a list of highlights.
 * More within a train of thought than within a paragraph, least across paragraphs.
 */
const continuityBonus = { needed: 0.42, paragraph: 0.22, next: 0.08 };

export type Vector = ReadonlyMap<string, number>;

/** The vector of no words. */
export const nothing: Vector = new Map<string, number>();

/**
 * Orders all passages of all sources by how much they should be in the episode: nearness to what the sources are
 * about (TF-IDF centroid), the words of topic and titles, a lead and a number bonus; then MMR, so that what two
 * sources both say is said once. A passage comes after the one it needs. Stops after `enoughWords`.
 */
export function* rankPassages(
  passages: readonly Passage[],
  themes: readonly string[],
  enoughWords: number,
): Work<Passage[]> {
  const vectors = yield* weighWords(passages);
  const centroid = normalise(sumOf(vectors));
  const themeStems = new Set(themes);
  const scores = passages.map((passage, at) => score(passage, vectors[at] ?? nothing, centroid, themeStems));
  const places = new Map(passages.map((passage, at) => [passage.at, at]));
  const chosen: Passage[] = [];
  const isChosen = passages.map(() => false);
  const nearest = passages.map(() => 0);
  let words = 0;
  while (chosen.length < passages.length && words < enoughWords) {
    yield;
    let best = -1;
    let bestValue = -Infinity;
    passages.forEach((passage, at) => {
      if (isChosen[at] === true) return;
      const needed = passage.needs === undefined ? undefined : places.get(passage.needs);
      if (needed !== undefined && isChosen[needed] !== true) return;
      const before = isChosen[at - 1] === true ? passages[at - 1] : undefined;
      const value =
        lambda * ((scores[at] ?? 0) + continuity(before, passage)) - (1 - lambda) * (nearest[at] ?? 0);
      if (value > bestValue) {
        best = at;
        bestValue = value;
      }
    });
    const passage = passages[best];
    if (passage === undefined) break;
    isChosen[best] = true;
    chosen.push(passage);
    words += passage.sentences.reduce((sum, sentence) => sum + sentence.words, 0);
    const vector = vectors[best] ?? nothing;
    passages.forEach((_, at) => {
      if (isChosen[at] !== true)
        nearest[at] = Math.max(nearest[at] ?? 0, cosine(vector, vectors[at] ?? nothing));
    });
  }
  return chosen;
}

function continuity(before: Passage | undefined, passage: Passage): number {
  if (before === undefined || before.sourceAt !== passage.sourceAt) return 0;
  if (passage.needs === before.at) return continuityBonus.needed;
  const sameParagraph = before.sentences[0]?.paragraph === passage.sentences[0]?.paragraph;
  return sameParagraph ? continuityBonus.paragraph : continuityBonus.next;
}

function score(passage: Passage, vector: Vector, centroid: Vector, themes: ReadonlySet<string>): number {
  const stems = [...vector.keys()];
  const themed = stems.filter((stem) => themes.has(stem)).length / Math.max(3, themes.size);
  const first = passage.sentences[0];
  const lead = first === undefined ? 0 : first.index === 0 ? 0.15 : first.index < 5 ? 0.08 : 0;
  const numbers = passage.sentences.some(({ text }) => /\d/.test(text)) ? 0.05 : 0;
  const words = passage.sentences.reduce((sum, sentence) => sum + sentence.words, 0);
  const clumsy = words / passage.sentences.length > 45 ? 0.12 : 0;
  return cosine(vector, centroid) + 0.3 * Math.min(1, themed) + lead + numbers - clumsy;
}

/** Unit vectors of stems; a stem's weight falls with the passages it is in. */
export function tfIdf(passages: readonly Passage[]): Vector[] {
  return atOnce(weighWords(passages));
}

function* weighWords(passages: readonly Passage[]): Work<Vector[]> {
  const spread = new Map<string, number>();
  const counts: Vector[] = [];
  for (const passage of passages) {
    const count = countStems(passage);
    for (const stem of count.keys()) spread.set(stem, (spread.get(stem) ?? 0) + 1);
    counts.push(count);
    yield;
  }
  const vectors: Vector[] = [];
  for (const count of counts) {
    const weights = [...count].map(([stem, times]): [string, number] => [
      stem,
      (1 + Math.log(times)) * Math.log(1 + passages.length / (spread.get(stem) ?? 1)),
    ]);
    vectors.push(normalise(new Map(weights)));
    yield;
  }
  return vectors;
}

function countStems(passage: Passage): Vector {
  const count = new Map<string, number>();
  for (const { tokens } of passage.sentences) {
    for (const { stem, isStop, isWord } of tokens) {
      if (isWord && !isStop && stem.length > 2) count.set(stem, (count.get(stem) ?? 0) + 1);
    }
  }
  return count;
}

function sumOf(vectors: readonly Vector[]): Vector {
  const sum = new Map<string, number>();
  for (const vector of vectors)
    for (const [stem, weight] of vector) sum.set(stem, (sum.get(stem) ?? 0) + weight);
  return sum;
}

function normalise(vector: Vector): Vector {
  let squares = 0;
  for (const weight of vector.values()) squares += weight * weight;
  const length = Math.sqrt(squares) || 1;
  return new Map([...vector].map(([stem, weight]) => [stem, weight / length]));
}

export function cosine(one: Vector, other: Vector): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [stem, weight] of small) sum += weight * (large.get(stem) ?? 0);
  return sum;
}
