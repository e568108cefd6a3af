import { numberWords } from './number-words.js';

/** Right behind a number an s makes a plural, and seconds only where a time is told. */
const plural =
  /(?<![\d.,])(?<!\b(?:in|for|after|within|every|about|only|took|takes|lasts|lasted|than|under|over|by|at|an?|of|to|just|around|nearly) )(\d{1,6})s(?![\p{L}\d])/gu;

/** `747s` -> "seven hundred forty-sevens", but `in 12s` is left as a time. Decades are read before. */
export function readPlurals(text: string): string {
  return text.replace(plural, (_, digits: string, at: number, whole: string) => {
    const words = numberWords(digits)
      .replace(/y$/, 'ie')
      .replace(/(?<=x)$/, 'e');
    return `${/\p{L}/u.test(whole[at - 1] ?? '') ? ' ' : ''}${words}s`;
  });
}
