import { countWords } from '../../../../platform/count-words.js';
import { leansOnPrevious } from './leans-on-previous.js';
import type { Passage } from './passages.js';
import { isPlainStatement } from './plain-statement.js';
import { cuesOf } from './question-cues.js';
import type { Sentence } from './split-sentences.js';

/** The listener waits for the first line, so it is short (words). */
const hookWords = { fewest: 5, most: 12 };
const endingWords = { fewest: 7, most: 32 };

/** Whether something leans on the last passages of a source's beginning is not known: they are not looked at. */
const unsure = 3;

/** Passages that may be looked at for an opening; beyond, nobody would begin there. */
const early = 40;

/** An episode of fewer passages needs all of them in its middle. */
const fewestPassages = 8;

/**
 * The sentence of the sources' beginnings that makes one curious: short, and with a number, something that stands out
 * or something unknown in it. One on which no other sentence leans, since it is not said again.
 */
export function hookOf(passages: readonly Passage[], themes: ReadonlySet<string>): Sentence | undefined {
  if (passages.length < fewestPassages) return undefined;
  let best: Sentence | undefined;
  let most = 1.4;
  for (const passage of alone(passages, hookWords)) {
    const own = passages.filter(({ sourceAt }) => sourceAt === passage.sourceAt);
    const place = own.indexOf(passage);
    const [sentence] = passage.sentences;
    if (sentence === undefined || place >= Math.min(early, own.length - unsure)) continue;
    const value = curiosity(sentence, themes);
    if (value <= most) continue;
    best = sentence;
    most = value;
  }
  return best;
}

/** Passages that an episode can end with. */
export function endingsAmong(passages: readonly Passage[]): Set<Passage> {
  return new Set(alone(passages, endingWords));
}

/** What the sources themselves end with, of what was chosen: the last passage or the one before it. */
export function endingOf(chosen: readonly Passage[], endings: ReadonlySet<Passage>): Passage | undefined {
  if (chosen.length < fewestPassages) return undefined;
  return chosen.slice(-2).findLast((passage) => endings.has(passage));
}

/** The passages without sentences that are said elsewhere; what needed one of them stands by itself. */
export function without(passages: readonly Passage[], isSaid: (sentence: Sentence) => boolean): Passage[] {
  const gone = new Set<number>();
  const kept: Passage[] = [];
  for (const passage of passages) {
    const sentences = passage.sentences.filter((sentence) => !isSaid(sentence));
    if (sentences.length === passage.sentences.length) kept.push(passage);
    else if (sentences.length > 0) kept.push({ ...passage, sentences });
    else gone.add(passage.at);
  }
  return kept.map((passage) => {
    if (passage.needs === undefined || !gone.has(passage.needs)) return passage;
    const { at, sourceAt, sentences } = passage;
    return { at, sourceAt, sentences };
  });
}

/** Passages of one plain statement that needs no other and is needed by none. */
function alone(passages: readonly Passage[], words: { fewest: number; most: number }): Passage[] {
  const needed = new Set(passages.map(({ needs }) => needs));
  return passages.filter(({ at, needs, sentences }) => {
    const [first] = sentences;
    if (first === undefined || sentences.length > 1 || needs !== undefined || needed.has(at)) return false;
    const count = countWords(first.text);
    if (count < words.fewest || count > words.most) return false;
    return isPlainStatement(first) && !leansOnPrevious(first) && !/^["“]/.test(first.text);
  });
}

function curiosity(sentence: Sentence, themes: ReadonlySet<string>): number {
  const kinds = new Set(cuesOf(sentence.text));
  const themed = sentence.tokens.filter(({ isWord, isStop, stem }) => isWord && !isStop && themes.has(stem));
  return (
    (/\d/.test(sentence.text) || kinds.has('figures') ? 1 : 0) +
    (kinds.has('superlative') ? 1 : 0) +
    (kinds.has('unknown') ? 2 : 0) +
    Math.min(2, themed.length) +
    (sentence.index === 0 ? 0.5 : 0)
  );
}
