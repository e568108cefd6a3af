export type Recognised = { words: number; errors: number; rate: number };

/** Word error rate of pairs [what was said, what was heard]: the words to change, add or leave out, per word said. */
export function wordErrors(pairs: readonly (readonly [string, string])[]): Recognised {
  let words = 0;
  let errors = 0;
  for (const [said, heard] of pairs) {
    const expected = wordsOf(said);
    words += expected.length;
    errors += costTable(expected, wordsOf(heard)).at(-1)?.at(-1) ?? 0;
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

/** A run of words that differ: what was said in place of what was heard; one of them may be empty. */
export type Difference = { said: string[]; heard: string[] };

/** Where two texts differ, by the fewest words to change, add or leave out (Levenshtein). */
export function differences(said: readonly string[], heard: readonly string[]): Difference[] {
  const costs = costTable(said, heard);
  const found: Difference[] = [];
  let open: Difference | undefined;
  let [i, j] = [said.length, heard.length];
  while (i > 0 || j > 0) {
    const cost = costs[i]![j]!;
    const same = i > 0 && j > 0 && said[i - 1] === heard[j - 1];
    if (same && cost === costs[i - 1]![j - 1]!) {
      open = undefined;
      [i, j] = [i - 1, j - 1];
      continue;
    }
    if (open === undefined) found.unshift((open = { said: [], heard: [] }));
    if (i > 0 && j > 0 && cost === costs[i - 1]![j - 1]! + 1) {
      open.said.unshift(said[--i]!);
      open.heard.unshift(heard[--j]!);
    } else if (i > 0 && cost === costs[i - 1]![j]! + 1) open.said.unshift(said[--i]!);
    else open.heard.unshift(heard[--j]!);
  }
  return found;
}

/** `[i][j]`: the fewest changes that turn the first i words into the first j of the others. */
function costTable(a: readonly string[], b: readonly string[]): number[][] {
  const rows = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (const [i, word] of a.entries()) {
    const row = rows[i]!;
    const next = [i + 1];
    for (const [j, other] of b.entries())
      next.push(Math.min(row[j]! + (word === other ? 0 : 1), row[j + 1]! + 1, next[j]! + 1));
    rows.push(next);
  }
  return rows;
}
