import { askQuestion, type Asked } from './ask-question.js';
import { openingQuestions } from './question-cues.js';
import type { Sentence } from './split-sentences.js';

/** What the hosts have gone through so far. */
export type CueState = { asked: Asked; heading: string | undefined; begun: boolean; turnings: number };

/** Longer headings are sentences; nobody would say "let's turn to" them. */
const maxHeadingLength = 80;

/** Of more words, a heading is a statement, and is said as one (words). */
const shortHeading = 6;

/** "You need" begins what the list below it ends: no subject to turn to. */
const beginsSentence = /^(?:I|you|he|she|it|we|they|this|that|these|those|there) /i;

const turnings: readonly ((title: string) => string)[] = [
  (title) => `Let’s turn to ${title}.`,
  (title) => `That brings us to ${title}.`,
  (title) => `Let’s move on to ${title}.`,
  (title) => `Now, ${title}.`,
];

/**
 * What the asking host says before a turn that begins with `answer`: an opening, a change of subject where the author
 * has set a heading, else a question; or nothing.
 *
 * @param isContinuation the answer directly follows what was said before
 * @param hosts with one alone, nobody asks; nor where the source asks itself
 */
export function hostCue(
  answer: Sentence,
  isContinuation: boolean,
  hosts: { speakers: number; isAsked: boolean },
  state: CueState,
): string | undefined {
  const isNewHeading = answer.heading !== undefined && answer.heading !== state.heading;
  const mayAsk = hosts.speakers > 1 && !hosts.isAsked;
  state.heading = answer.heading;
  if (!state.begun) {
    state.begun = true;
    return mayAsk ? openingQuestions[answer.text.length % openingQuestions.length] : undefined;
  }
  if (isNewHeading && isSubject(answer.heading)) return turnTo(answer.heading, state);
  return mayAsk ? askQuestion(answer, isContinuation, state.asked) : undefined;
}

function isSubject(heading: string | undefined): heading is string {
  return heading !== undefined && heading.length <= maxHeadingLength && !beginsSentence.test(heading);
}

function turnTo(heading: string, state: CueState): string {
  const title = heading.replace(/[.!]$/, '');
  if (title.endsWith('?')) return title;
  const words = title.split(' ').length;
  if (words > shortHeading) return `${title}.`;
  if (words === 1) return `Now, ${title}.`;
  const turning = turnings[state.turnings % turnings.length];
  state.turnings += 1;
  return turning?.(spokenTitle(title)) ?? `${title}.`;
}

/** "The Age of Fishes" -> "the Age of Fishes" inside a sentence. */
function spokenTitle(title: string): string {
  return title.replace(/^(The|A|An|How|Why|What|Where|When) /, (word) => word.toLowerCase());
}
