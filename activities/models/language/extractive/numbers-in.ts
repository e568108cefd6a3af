const words = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, value] as const),
);

/** Small words for numbers that mostly count nothing ("one of them"). */
const vague = new Set(['zero', 'one']);

/** Quantities that one report has in words and the other in figures. */
const phrases: readonly [phrase: RegExp, value: string][] = [
  [/\byear and a half\b/i, '18'],
  [/\bhalf a year\b/i, '6'],
  [/\bdecade\b/i, '10'],
  [/\bdozen\b/i, '12'],
  [/\bfortnight\b/i, '14'],
];

/** The numbers of a sentence, in figures and in words, as figures without separators. */
export function numbersIn(text: string): Set<string> {
  const found = new Set<string>();
  for (const [figures] of text.matchAll(/\d{1,15}(?:[.,]\d{1,6}){0,4}/g)) {
    const isGrouped = /^\d{1,3}(?:,\d{3})+$/.test(figures);
    found.add(isGrouped ? figures.replaceAll(',', '') : figures);
  }
  for (const [word] of text.toLowerCase().matchAll(/[a-z]{3,9}/g)) {
    const value = words.get(word);
    if (value !== undefined && !vague.has(word)) found.add(String(value));
  }
  for (const [phrase, value] of phrases) if (phrase.test(text)) found.add(value);
  return found;
}

/** A number that two reports hardly share by chance: large, or with decimals, and no year. */
export function isTelling(number: string): boolean {
  if (/^(?:1[0-9]|20)\d\d$/.test(number)) return false;
  return number.replace(/\D/g, '').length >= 4 || /[.,]/.test(number);
}
