import type { LeftOutReason } from '../../../../workflows/contract/left-out.js';
import type { Work } from './in-turns.js';
import { leansOnPrevious } from './leans-on-previous.js';
import type { Sentence } from './split-sentences.js';
import { whyLeftOut, type UsableRules } from './usable.js';

/**
 * Sentences that must be said together, in order. `needs` is the passage that must be said before it (it goes on
 * where that one ends), `at` its place among all passages.
 */
export type Passage = { at: number; sourceAt: number; sentences: Sentence[]; needs?: number };

/** A passage ends when it has so many sentences or words, and another one that needs it goes on. */
const maxSentences = 3;
const manyWords = 55;

/** A sentence that is not said, and why. */
export type LeftOutSentence = { sentence: Sentence; reason: LeftOutReason };

/**
 * Groups one source's sentences into passages; what is unusable, or leans on something unusable, is left out.
 * @param leftOut is given what is
 */
export function* toPassages(
  sentences: readonly Sentence[],
  rules: UsableRules,
  firstAt: number,
  leftOut: LeftOutSentence[],
): Work<Passage[]> {
  const passages: Passage[] = [];
  let previous: Sentence | undefined;
  for (const sentence of sentences) {
    yield;
    const reason = whyLeftOut(sentence, rules);
    if (reason !== undefined) {
      leftOut.push({ sentence, reason });
      previous = undefined;
      continue;
    }
    const open = passages.at(-1);
    const leans = leansOnPrevious(sentence) || (previous !== undefined && isOpening(previous, sentence));
    if (!leans) {
      passages.push({ at: firstAt + passages.length, sourceAt: sentence.sourceAt, sentences: [sentence] });
    } else if (open !== undefined && previous !== undefined && previous.heading === sentence.heading) {
      const words = open.sentences.reduce((sum, member) => sum + member.words, 0);
      if (open.sentences.length < maxSentences && words + sentence.words <= manyWords) {
        open.sentences.push(sentence);
      } else {
        const at = firstAt + passages.length;
        passages.push({ at, sourceAt: sentence.sourceAt, sentences: [sentence], needs: open.at });
      }
    } else {
      leftOut.push({ sentence, reason: 'leans_on_left_out' });
      previous = undefined;
      continue;
    }
    previous = sentence;
  }
  return passages;
}

/** A few words ("However, not everyone is pleased.") are said for the sake of what comes next. */
function isOpening(before: Sentence, after: Sentence): boolean {
  return before.words <= 6 && before.paragraph === after.paragraph;
}
