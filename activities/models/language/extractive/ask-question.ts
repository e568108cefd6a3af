import { subjectOf } from './noun-phrases.js';
import { aboutQuestions, cues, openQuestions } from './question-cues.js';
import type { Sentence } from './split-sentences.js';

/** What was asked so far in this script; questions are never repeated, and kinds alternate. */
export type Asked = { questions: Set<string>; subjects: Set<string>; kinds: string[] };

export function nothingAsked(): Asked {
  return { questions: new Set(), subjects: new Set(), kinds: [] };
}

/**
 * A question that this answer answers, or undefined when none fits, and then nobody asks. Remembers it.
 *
 * @param isContinuation the answer directly follows what was said before, so a question may point back
 */
export function askQuestion(answer: Sentence, isContinuation: boolean, asked: Asked): string | undefined {
  const recent = asked.kinds.slice(-2);
  const about = questionAbout(answer, asked);
  const cued = cues
    .filter((cue) => (cue.joins !== true || isContinuation) && cue.test.test(answer.text))
    .map((cue) => ({
      kind: cue.kind,
      question: cue.questions.find((question) => !asked.questions.has(question)),
    }))
    .filter(({ question }) => question !== undefined);
  const fresh = cued.find(({ kind }) => !recent.includes(kind));
  // A question by name is the most natural one, but several in a row sound like a list being ticked off.
  const open = isContinuation ? undefined : openQuestions.find((question) => !asked.questions.has(question));
  const last = { kind: 'open', question: open };
  const candidates = recent.includes('about') ? [fresh, about, last, cued[0]] : [about, fresh, last, cued[0]];
  const choice = candidates.find((candidate) => candidate?.question !== undefined);
  if (choice?.question === undefined) return undefined;
  asked.questions.add(choice.question);
  asked.kinds.push(choice.kind);
  if (choice === about) asked.subjects.add(about.subject);
  return choice.question;
}

const plainQuestion = 'What about {}?';

function questionAbout(
  answer: Sentence,
  asked: Asked,
): { kind: string; question: string; subject: string } | undefined {
  const subject = subjectOf(answer);
  if (subject === undefined) return undefined;
  const key = subject.stems.at(-1) ?? subject.text;
  if (asked.subjects.has(key)) return undefined;
  const turn = aboutQuestions[asked.subjects.size % aboutQuestions.length] ?? plainQuestion;
  // "And delegations?" sounds cut off; "And the delegations?" does not.
  const isDefinite = subject.isName || subject.text.startsWith('the ');
  const pattern = isDefinite ? turn : plainQuestion;
  return { kind: 'about', question: pattern.replace('{}', subject.text), subject: key };
}
