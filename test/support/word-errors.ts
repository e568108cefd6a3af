export type Recognised = { words: number; errors: number; rate: number };

/** Word error rate of pairs [what was said, what was heard]: the words to change, add or leave out, per word said. */
export function wordErrors(pairs: readonly (readonly [string, string])[]): Recognised {
  let words = 0;
  let errors = 0;
  for (const [said, heard] of pairs) {
    const expected = wordsOf(said);
    words += expected.length;
    errors += distance(expected, wordsOf(heard));
  }
  return { words, errors, rate: Math.round((errors / words) * 1000) / 1000 };
}

/** In small letters, without marks. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[^a-z' ]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** Levenshtein distance over words. */
function distance(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, word] of a.entries()) {
    const next = [i + 1];
    for (const [j, other] of b.entries())
      next.push(
        Math.min((row[j] ?? 0) + (word === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}
