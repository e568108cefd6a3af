import type { Passage } from './passages.js';
import type { Sentence } from './split-sentences.js';

/** Words of one presenter after which the other host comes in; sooner where the source was cut. */
const longTurn = 55;
const shortTurn = 14;

/** More sentences of one voice without a word of another are a lecture. */
export const maxSentencesInTurn = 5;

/** Sentences of one presenter at a stretch. A passage is never broken; a turn never ends inside a train of thought. */
export function toTurns(passages: readonly Passage[]): Sentence[][] {
  const turns: Sentence[][] = [];
  let words = 0;
  let last: Passage | undefined;
  for (const passage of passages) {
    const open = turns.at(-1);
    const first = passage.sentences[0];
    const before = last?.sentences.at(-1);
    const joined = first !== undefined && before !== undefined && isNext(before, first);
    const mustJoin = passage.needs !== undefined && passage.needs === last?.at;
    const limit = joined ? longTurn : shortTurn;
    const size = passage.sentences.reduce((sum, sentence) => sum + sentence.words, 0);
    const sameHeading = first?.heading === before?.heading;
    const roomy = joined ? words + size <= longTurn + 15 : words < limit;
    const few = open !== undefined && open.length + passage.sentences.length <= maxSentencesInTurn;
    const fits = few && ((mustJoin && words + size <= longTurn * 1.7) || (words < limit && roomy));
    // Who asks in an interview begins a turn, which the other host takes.
    if (open !== undefined && sameHeading && fits && !asks(first)) {
      open.push(...passage.sentences);
      words += size;
    } else {
      turns.push([...passage.sentences]);
      words = size;
    }
    last = passage;
  }
  return turns;
}

/** Whether a sentence directly follows another in its source. */
export function isNext(before: Sentence, after: Sentence): boolean {
  return before.sourceAt === after.sourceAt && after.index === before.index + 1;
}

function asks(sentence: Sentence | undefined): boolean {
  return sentence !== undefined && (sentence.asks === true || sentence.text.endsWith('?'));
}
