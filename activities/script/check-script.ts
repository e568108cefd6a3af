import { countWords } from '../../platform/count-words.js';
import type { PodcastScript, ScriptChecks, ScriptLine } from '../../workflows/contract/script.js';
import { countSentences } from './count-sentences.js';

/** Above these, a script is a lecture, leaves its listeners without answers, bores them, or talks more than it says. */
export const checkLimits = {
  monologueSentences: 5,
  unansweredQuestions: 0,
  repeatedOpenings: 2,
  fillerShare: 0.4,
};

/** Greetings and sources take more of a short script: below so many words, this share is fair. */
const shortScript = { words: 300, fillerShare: 0.55 };

/** Words that lines have in common when they begin alike. */
const openingWords = 3;

/** How pleasant a script is to hear, by rules that hold for every writer. One voice alone holds no monologue. */
export function checkScript(script: Pick<PodcastScript, 'segments' | 'speakers'>): ScriptChecks {
  const lines = script.segments.flatMap((section) => section.lines);
  const words = lines.reduce((sum, { text }) => sum + countWords(text), 0);
  const filler = lines.filter(isFiller).reduce((sum, { text }) => sum + countWords(text), 0);
  const hasOthers = script.speakers.length > 1;
  const measured = {
    monologue_sentences: hasOthers ? longestMonologue(lines) : 0,
    unanswered_questions: hasOthers ? unanswered(lines) : 0,
    repeated_openings: repeatedOpenings(lines),
    filler_share: words === 0 ? 0 : Math.round((filler / words) * 1000) / 1000,
  };
  const fair = words < shortScript.words ? shortScript.fillerShare : checkLimits.fillerShare;
  return { ...measured, faults: faultsOf(measured, fair) };
}

function faultsOf(measured: Omit<ScriptChecks, 'faults'>, fairShare: number): string[] {
  const faults: string[] = [];
  if (measured.monologue_sentences > checkLimits.monologueSentences) faults.push('monologue');
  if (measured.unanswered_questions > checkLimits.unansweredQuestions) faults.push('unanswered_question');
  if (measured.repeated_openings > checkLimits.repeatedOpenings) faults.push('repeated_openings');
  if (measured.filler_share > fairShare) faults.push('filler');
  return faults;
}

/** Sentences that one voice says without a word of another. */
function longestMonologue(lines: readonly ScriptLine[]): number {
  let longest = 0;
  let sentences = 0;
  let speaker: string | undefined;
  for (const line of lines) {
    sentences = (line.speaker === speaker ? sentences : 0) + countSentences(line.text);
    speaker = line.speaker;
    longest = Math.max(longest, sentences);
  }
  return longest;
}

/** Questions of a host that nobody else goes on from. */
function unanswered(lines: readonly ScriptLine[]): number {
  return lines.filter(({ speaker, text, source_refs }, at) => {
    if (source_refs.length > 0 || !text.endsWith('?')) return false;
    const next = lines[at + 1];
    return next === undefined || next.speaker === speaker;
  }).length;
}

/** How often one of the hosts' own lines begins like another one of them. */
function repeatedOpenings(lines: readonly ScriptLine[]): number {
  const seen = new Map<string, number>();
  for (const { text } of lines.filter(isFiller)) {
    const opening = text.toLowerCase().split(/\s+/).slice(0, openingWords).join(' ');
    seen.set(opening, (seen.get(opening) ?? 0) + 1);
  }
  return Math.max(0, ...[...seen.values()].map((times) => times - 1));
}

/** What no source says. */
function isFiller({ source_refs }: ScriptLine): boolean {
  return source_refs.length === 0;
}
