import { countWords } from '../../../../platform/count-words.js';
import { countSentences } from '../../../script/count-sentences.js';
import type { SourceRef } from '../../../../workflows/contract/script.js';
import { nothingAsked } from './ask-question.js';
import { attribute, attributeSpeech, type Voice } from './attribution.js';
import { hostCue, type CueState } from './host-cue.js';
import type { Work } from './in-turns.js';
import type { Passage } from './passages.js';
import { reactTo, type Reactions } from './reactions.js';
import { toSections, type Section } from './sections.js';
import { splitLongLine } from './split-long-line.js';
import type { Sentence } from './split-sentences.js';
import { isNext, maxSentencesInTurn, toTurns } from './to-turns.js';
import { isFirstPerson, saysI } from './usable.js';
import { toUtterances } from './utterances.js';

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

/** Sentences share a line up to this many words. */
const fullLine = 42;

/** The other sources are named when they begin to speak; a single one again after so many turns. */
const turnsPerAttribution = 5;

/** Chosen passages (in source order) -> the sections between INTRO and OUTRO. */
export function* compose(passages: readonly Passage[], casting: Casting): Work<DraftSection[]> {
  const talk: Talk = {
    cues: { asked: nothingAsked(), heading: undefined, begun: false, turnings: 0 },
    reactions: { said: new Set(), lastTurn: 0 },
    named: new Map(),
    heard: new Set(),
    sinceNamed: 0,
    turns: 0,
    lastSource: -1,
    run: { speaker: -1, sentences: 0 },
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
  reactions: Reactions;
  /** How often a source was named, by its place. */
  named: Map<number, number>;
  /** Those who have spoken in an interview. */
  heard: Set<string>;
  sinceNamed: number;
  turns: number;
  lastSource: number;
  /** Who has been speaking, and for how many sentences. */
  run: { speaker: number; sentences: number };
};

function composeSection(section: Section, casting: Casting, talk: Talk): DraftLine[] {
  const lines: DraftLine[] = [];
  let previous: Sentence | undefined;
  toTurns(section.passages).forEach((sentences, turnAt) => {
    const first = sentences[0];
    if (first === undefined) return;
    const continues = previous !== undefined && isNext(previous, first);
    const isAsked = casting.speakers > 1 && isQuestion(sentences, 0);
    const asker = casting.speakers > 1 ? 1 : 0;
    const cue = hostCue(first, continues, { speakers: casting.speakers, isAsked }, talk.cues);
    // Who has just told five sentences of it does not ask as well.
    if (cue !== undefined && (asker === 0 || relieved(asker, casting.speakers, talk, 2) === asker)) {
      const reaction =
        previous === undefined || asker === 0 ? undefined : reactTo(previous, talk.turns, talk.reactions);
      for (const text of [reaction, cue])
        if (text !== undefined) say(lines, talk, { speaker: asker, text, refs: [] });
    }
    stateTurn(sentences, turnAt === 0, casting, talk, lines);
    talk.turns += 1;
    previous = sentences.at(-1);
  });
  return lines;
}

function say(lines: DraftLine[], talk: Talk, line: DraftLine): void {
  const { speaker, text } = line;
  const before = talk.run.speaker === speaker ? talk.run.sentences : 0;
  talk.run = { speaker, sentences: before + countSentences(text) };
  const open = lines.at(-1);
  const isRoomy = open !== undefined && countWords(open.text) + countWords(text) <= fullLine;
  const joins =
    isRoomy &&
    open.speaker === speaker &&
    line.refs.length > 0 &&
    open.refs.length > 0 &&
    !text.endsWith('?');
  if (!joins || !/[.!?]["”’)]*$/.test(open.text) || open.text.endsWith('?')) {
    lines.push({ ...line, refs: [...line.refs] });
    return;
  }
  open.text += ` ${text}`;
  open.refs.push(...line.refs.filter((ref) => !open.refs.some((known) => isSameRef(known, ref))));
}

function isSameRef(one: SourceRef, other: SourceRef): boolean {
  return one.source_id === other.source_id && one.sentence === other.sentence;
}

/** A question of the source's own that the next sentence answers: the asking host takes it. */
function isQuestion(sentences: readonly Sentence[], at: number): boolean {
  const sentence = sentences[at];
  if (sentence === undefined || sentence.form !== undefined) return false;
  if (sentence.asks === true) return true;
  return at === 0 && sentences.length > 1 && sentence.text.endsWith('?') && !saysI(sentence.text);
}

function stateTurn(
  sentences: readonly Sentence[],
  opensSection: boolean,
  casting: Casting,
  talk: Talk,
  lines: DraftLine[],
): void {
  let presenting = presenter(casting.speakers, talk.turns);
  let begun = false;
  let isNamed = false;
  let before: Sentence | undefined;
  let at = 0;
  const utterances = toUtterances(sentences);
  for (const [place, utterance] of utterances.entries()) {
    const [first] = utterance.sentences;
    if (first === undefined) continue;
    const refs = utterance.sentences.map((sentence) => ({
      source_id: casting.sourceIds[sentence.sourceAt] ?? '',
      sentence: sentence.index,
    }));
    const isAsked = casting.speakers > 1 && isQuestion(sentences, at);
    const after = utterances[place + 1]?.sentences[0];
    const occasion = { begins: !begun, opensSection, isNamed, before, after };
    const naming = isAsked ? undefined : nameFor(first, occasion, casting, talk);
    const text = naming === undefined ? utterance.text : naming(utterance.text);
    if (naming !== undefined) isNamed = true;
    begun ||= !isAsked;
    for (const part of splitLongLine(text)) {
      if (!isAsked) presenting = relieved(presenting, casting.speakers, talk, countSentences(part));
      say(lines, talk, { speaker: isAsked ? 1 : presenting, text: part, refs });
    }
    talk.lastSource = first.sourceAt;
    before = first;
    at += utterance.sentences.length;
  }
}

/** The first host presents; with three or four, the co-hosts take their turns, and the second host goes on asking. */
function presenter(speakers: number, turn: number): number {
  const presenting = [0, 2, 3].slice(0, Math.max(1, speakers - 1));
  return presenting[turn % presenting.length] ?? 0;
}

/** Who goes on: another voice where one has said enough. */
function relieved(speaker: number, speakers: number, { run }: Talk, sentences: number): number {
  if (speakers === 1 || run.speaker !== speaker || run.sentences + sentences <= maxSentencesInTurn)
    return speaker;
  return speaker === 0 ? 1 : 0;
}

/** How a source or a speaker is named before an utterance; undefined where nobody needs to be. */
function nameFor(
  sentence: Sentence,
  occasion: {
    begins: boolean;
    opensSection: boolean;
    isNamed: boolean;
    before: Sentence | undefined;
    after: Sentence | undefined;
  },
  casting: Casting,
  talk: Talk,
): ((statement: string) => string) | undefined {
  const { begins, opensSection, isNamed, before, after } = occasion;
  const voice = casting.voices[sentence.sourceAt];
  const { label } = sentence;
  if (label !== undefined && !/^(?:Q|A|Question|Answer)$/.test(label)) {
    const isNew = !talk.heard.has(label);
    if (before?.label === label || !(isNew || saysI(sentence.text))) return undefined;
    talk.heard.add(label);
    return (statement) => attributeSpeech(label, isNew, statement);
  }
  if (voice === undefined) return undefined;
  // Where sources say different things, each is named.
  const isDisputed = [before, after].some(
    (other) => other !== undefined && other.sourceAt !== sentence.sourceAt,
  );
  const isUsual = begins
    ? needsName(sentence, voice, opensSection, casting, talk)
    : !isNamed && saysI(sentence.text);
  const needs = isUsual || isDisputed;
  if (!needs) return undefined;
  const own = saysI(sentence.text);
  const time = countNaming(sentence, talk);
  return (statement) => attribute(voice, { time, opens: opensSection && begins, own }, statement);
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
  if (saysI(sentence.text)) return true;
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
