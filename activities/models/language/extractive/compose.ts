import { countWords } from '../../../../platform/count-words.js';
import type { SourceRef } from '../../../../workflows/contract/script.js';
import { nothingAsked } from './ask-question.js';
import { attribute, type Voice } from './attribution.js';
import { hostCue, type CueState } from './host-cue.js';
import type { Work } from './in-turns.js';
import type { Passage } from './passages.js';
import { toSections, type Section } from './sections.js';
import { spokenText } from './spoken-text.js';
import { splitLongLine } from './split-long-line.js';
import type { Sentence } from './split-sentences.js';
import { isFirstPerson } from './usable.js';

/** A line before it has an id; `speaker` is a place in the request's speakers. */
export type DraftLine = { speaker: number; text: string; refs: SourceRef[] };
export type DraftSection = { title: string; lines: DraftLine[] };

/** What the middle of a script is made with. `sourceIds` and `voices` go by the source's place. */
export type Casting = {
  speakers: number;
  sourceIds: readonly string[];
  voices: readonly Voice[];
  minutes: number;
};

/** Words of one presenter after which the other host comes in; sooner where the source was cut. */
const longTurn = 55;
const shortTurn = 14;

/** Sentences share a line up to this many words. */
const fullLine = 42;

/** The other sources are named when they begin to speak; a single one again after so many turns. */
const turnsPerAttribution = 5;

/** Chosen passages (in source order) -> the sections between INTRO and OUTRO. */
export function* compose(passages: readonly Passage[], casting: Casting): Work<DraftSection[]> {
  const talk: Talk = {
    cues: { asked: nothingAsked(), heading: undefined, begun: false, turnings: 0 },
    named: new Map(),
    sinceNamed: 0,
    turns: 0,
    lastSource: -1,
  };
  const sections: DraftSection[] = [];
  for (const section of yield* toSections(passages, casting.minutes)) {
    sections.push({ title: section.title, lines: composeSection(section, casting, talk) });
    yield;
  }
  return sections;
}

/** What has been said so far, over all sections. */
type Talk = {
  cues: CueState;
  named: Map<number, number>;
  sinceNamed: number;
  turns: number;
  lastSource: number;
};

function composeSection(section: Section, casting: Casting, talk: Talk): DraftLine[] {
  const lines: DraftLine[] = [];
  let previous: Sentence | undefined;
  toTurns(section.passages).forEach((sentences, turnAt) => {
    const first = sentences[0];
    if (first === undefined) return;
    const continues = previous !== undefined && isNext(previous, first);
    const cue = hostCue(first, continues, casting.speakers, talk.cues);
    if (cue !== undefined) lines.push({ speaker: casting.speakers > 1 ? 1 : 0, text: cue, refs: [] });
    lines.push(...stateTurn(sentences, turnAt === 0, casting, talk));
    talk.turns += 1;
    previous = sentences.at(-1);
  });
  return lines;
}

/** Sentences of one presenter at a stretch. A passage is never broken; a turn never ends inside a train of thought. */
function toTurns(passages: readonly Passage[]): Sentence[][] {
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
    const fits = (mustJoin && words + size <= longTurn * 1.7) || (words < limit && roomy);
    if (open !== undefined && sameHeading && fits) {
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

function stateTurn(
  sentences: readonly Sentence[],
  opensSection: boolean,
  casting: Casting,
  talk: Talk,
): DraftLine[] {
  const [first] = sentences;
  const voice = first === undefined ? undefined : casting.voices[first.sourceAt];
  const speaker = presenter(casting.speakers, talk.turns);
  const lines: DraftLine[] = [];
  sentences.forEach((sentence, at) => {
    const named = at === 0 && voice !== undefined && needsName(sentence, voice, opensSection, casting, talk);
    const spoken = spokenText(sentence);
    const text = named
      ? attribute(voice, { time: countNaming(sentence, talk), opens: opensSection }, spoken)
      : spoken;
    const ref = { source_id: casting.sourceIds[sentence.sourceAt] ?? '', sentence: sentence.index };
    for (const part of splitLongLine(text)) {
      const open = lines.at(-1);
      if (
        open !== undefined &&
        countWords(open.text) + countWords(part) <= fullLine &&
        /[.!?]["”’)]*$/.test(open.text)
      ) {
        open.text += ` ${part}`;
        if (!open.refs.some((known) => known.source_id === ref.source_id && known.sentence === ref.sentence))
          open.refs.push(ref);
      } else lines.push({ speaker, text: part, refs: [ref] });
    }
  });
  talk.lastSource = first?.sourceAt ?? talk.lastSource;
  return lines;
}

/** The first host presents; with three or four, the co-hosts take their turns, and the second host goes on asking. */
function presenter(speakers: number, turn: number): number {
  const presenting = [0, 2, 3].slice(0, Math.max(1, speakers - 1));
  return presenting[turn % presenting.length] ?? 0;
}

/**
 * A source is named when it begins to speak, at a new section, and every few turns; an account in the first person
 * whenever a turn begins with "I" or "we", so that nobody takes the host for the author.
 */
function needsName(
  sentence: Sentence,
  voice: Voice,
  opensSection: boolean,
  casting: Casting,
  talk: Talk,
): boolean {
  const changed = talk.lastSource !== sentence.sourceAt;
  talk.sinceNamed += 1;
  // A single source without an author was named a moment ago, in the INTRO.
  if (changed) return voice.hasName || casting.voices.length > 1 || voice.quotes;
  if (voice.quotes && isFirstPerson(sentence.text)) return true;
  if (opensSection) return casting.voices.length > 1 || talk.sinceNamed > 2;
  return talk.sinceNamed > turnsPerAttribution;
}

function countNaming(sentence: Sentence, talk: Talk): number {
  const times = talk.named.get(sentence.sourceAt) ?? 0;
  talk.named.set(sentence.sourceAt, times + 1);
  talk.sinceNamed = 0;
  return times;
}

function isNext(before: Sentence, after: Sentence): boolean {
  return before.sourceAt === after.sourceAt && after.index === before.index + 1;
}
