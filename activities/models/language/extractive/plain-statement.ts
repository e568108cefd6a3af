import type { Sentence } from './split-sentences.js';
import { isFirstPerson, isUsable, type UsableRules } from './usable.js';

/** Longer ones do not tell one thing. */
const words = { fewest: 5, most: 85 };

/** Whether a sentence of prose states something, in no person's own name. */
export function isPlainStatement(sentence: Sentence, rules: UsableRules = {}): boolean {
  const { text, tokens, form, label } = sentence;
  if (form !== undefined || label !== undefined) return false;
  if (sentence.words < words.fewest || sentence.words > words.most) return false;
  if (!/^["“‘'(]?[\p{Lu}\p{N}$€£]/u.test(text) || !/[.!…]["”’)]*$/u.test(text)) return false;
  if (/https?:|www\.|@\w/.test(text) || isFirstPerson(text)) return false;
  return tokens.some(({ pos }) => pos === 'VERB' || pos === 'AUX') && isUsable(sentence, rules);
}
