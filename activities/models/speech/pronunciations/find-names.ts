/** A name found in a text, from `start` up to `end` (UTF-16 units), and what the dictionary has for it. */
export type FoundName<T> = { name: string; start: number; end: number; value: T };

type Candidate<T> = { name: string; value: T; pattern: RegExp };
type Index<T> = Map<string, Candidate<T>[]>;

/** A dictionary of thousands of names is asked once for every line: it is indexed once. */
const indexes = new WeakMap<ReadonlyMap<string, unknown>, Index<unknown>>();

/**
 * The names of a dictionary as whole words of the text, from left to right, the longest where several fit. A name in
 * small letters is found in any case; one with capitals only as it is written or in capitals altogether ("Polish" is
 * not "polish"). Spaces match any white space, `'` any apostrophe.
 */
export function findNames<T>(text: string, dictionary: ReadonlyMap<string, T>): FoundName<T>[] {
  if (dictionary.size === 0) return [];
  const index = indexOf(dictionary);
  const found: FoundName<T>[] = [];
  let end = 0;
  for (const word of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (word.index < end) continue;
    const match = bestMatch(text, word.index, index.get(firstWord(word[0])) ?? []);
    if (!match) continue;
    found.push(match);
    end = match.end;
  }
  return found;
}

function bestMatch<T>(text: string, start: number, candidates: Candidate<T>[]): FoundName<T> | undefined {
  let best: (FoundName<T> & { exact: boolean }) | undefined;
  for (const { name, value, pattern } of candidates) {
    pattern.lastIndex = start;
    const written = pattern.exec(text)?.[0];
    if (written === undefined) continue;
    const plain = written.replace(/\s+/g, ' ').replaceAll('\u2019', "'");
    const exact = plain === name;
    if (!exact && name !== name.toLowerCase() && plain !== name.toUpperCase()) continue;
    const end = start + written.length;
    if (!best || end > best.end || (end === best.end && exact && !best.exact))
      best = { name, value, start, end, exact };
  }
  return best && { name: best.name, value: best.value, start: best.start, end: best.end };
}

function indexOf<T>(dictionary: ReadonlyMap<string, T>): Index<T> {
  const known = indexes.get(dictionary);
  // The index was made of this very dictionary, so its values are of this type.
  if (known) return known as Index<T>;
  const index: Index<T> = new Map();
  for (const [name, value] of dictionary) {
    const first = firstWord(/[\p{L}\p{M}\p{N}]+/u.exec(name)?.[0] ?? '');
    const candidates = index.get(first) ?? [];
    candidates.push({ name, value, pattern: patternOf(name) });
    index.set(first, candidates);
  }
  indexes.set(dictionary, index);
  return index;
}

function patternOf(name: string): RegExp {
  const escaped = name
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/ /g, '\\s+')
    .replace(/'/g, "['\u2019]");
  return new RegExp(`${escaped}(?![\\p{L}\\p{M}\\p{N}])`, 'iuy');
}

function firstWord(word: string): string {
  return word.toLowerCase();
}
