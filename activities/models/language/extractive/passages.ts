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
type Room = { sentences: number; words: number };
const roomForProse: Room = { sentences: 3, words: 55 };
const roomForAnswer: Room = { sentences: 4, words: 75 };
/** A list or a stanza is kept together. */
const roomForList: Room = { sentences: 24, words: 200 };

/** A sentence that is not said, and why. */
export type LeftOutSentence = { sentence: Sentence; reason: LeftOutReason };

/**
 * Groups one source's sentences into passages; only what is unusable is left out.
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
      continue;
    }
    const open = passages.at(-1);
    const room = open === undefined || previous === undefined ? undefined : roomAfter(previous, sentence);
    if (open === undefined || room === undefined) {
      passages.push({ at: firstAt + passages.length, sourceAt: sentence.sourceAt, sentences: [sentence] });
    } else if (hasRoom(open, sentence, room)) {
      open.sentences.push(sentence);
    } else {
      const at = firstAt + passages.length;
      passages.push({ at, sourceAt: sentence.sourceAt, sentences: [sentence], needs: open.at });
    }
    previous = sentence;
  }
  return passages;
}

/** No room at all: it can be said but not in one passage with what comes before. */
const apart: Room = { sentences: 0, words: 0 };

/** How much a passage may hold that goes on with this sentence; undefined when the sentence begins something new. */
function roomAfter(before: Sentence, sentence: Sentence): Room | undefined {
  const sameParagraph = before.paragraph === sentence.paragraph;
  if (sentence.form === 'verse') {
    if (before.form !== 'verse') return undefined;
    return sameParagraph ? roomForList : apart;
  }
  if (isOfList(sentence)) {
    if (before.heading !== sentence.heading) return undefined;
    if (before.form === sentence.form || leadsIn(before, sentence)) return roomForList;
    return apart;
  }
  if (sentence.label !== undefined && before.label !== sentence.label)
    return before.asks === true && sentence.asks !== true ? roomForAnswer : undefined;
  if (before.heading !== sentence.heading) return leansOnPrevious(sentence) ? apart : undefined;
  // A question is asked for the sake of its answer, and what ends with a colon for what it announces.
  if (/[?:]["”’)]*$/u.test(before.text)) return before.asks === true ? roomForAnswer : roomForProse;
  if (sentence.form === 'phrase' && sameParagraph) return roomForProse;
  const leans =
    leansOnPrevious(sentence) || isAside(sentence, before) || (sameParagraph && before.words <= 6);
  return leans ? roomForProse : undefined;
}

function hasRoom({ sentences }: Passage, sentence: Sentence, room: Room): boolean {
  const words = sentences.reduce((sum, member) => sum + member.words, 0);
  return sentences.length < room.sentences && words + sentence.words <= room.words;
}

export function isOfList({ form }: Sentence): boolean {
  return form === 'bullet' || form === 'step' || form === 'line';
}

/** "You need four things." before the things. */
function leadsIn(before: Sentence, item: Sentence): boolean {
  return before.form === undefined && before.index === item.index - 1 && before.words <= 25;
}

/** A few words within a paragraph ("No joke.") say something only behind what they comment on. */
function isAside(sentence: Sentence, before: Sentence): boolean {
  return sentence.paragraph === before.paragraph && sentence.words < 5;
}
