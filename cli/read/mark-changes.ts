/**
 * A sentence with every change marked that is made for the voice: `It costs [-$5-]{+five dollars+}.` Marks are those of
 * `git diff --word-diff`.
 */
export function markChanges(text: string, said: string): string {
  const before = words(text);
  const after = words(said);
  const kept = commonWords(before, after);
  const out: string[] = [];
  let [from, to] = [0, 0];
  for (const [at, other] of [...kept, [before.length, after.length] as const]) {
    const gone = before.slice(from, at).join(' ');
    const come = after.slice(to, other).join(' ');
    const mark = `${gone === '' ? '' : `[-${gone}-]`}${come === '' ? '' : `{+${come}+}`}`;
    if (mark !== '') out.push(mark);
    if (at < before.length) out.push(before[at] ?? '');
    [from, to] = [at + 1, other + 1];
  }
  return out.join(' ');
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** Longer sentences are shown as changed from the first difference to the last: comparing takes the product of lengths. */
const maxWords = 600;

/** Places of a longest common row of words, in both texts. */
function commonWords(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  if (before.length > maxWords || after.length > maxWords) return commonEnds(before, after);
  const lengths = before.map(() => new Array<number>(after.length + 1).fill(0));
  lengths.push(new Array<number>(after.length + 1).fill(0));
  function lengthAt(at: number, other: number): number {
    return lengths[at]?.[other] ?? 0;
  }
  for (let at = before.length - 1; at >= 0; at--) {
    for (let other = after.length - 1; other >= 0; other--) {
      const row = lengths[at] as number[];
      row[other] =
        before[at] === after[other]
          ? 1 + lengthAt(at + 1, other + 1)
          : Math.max(lengthAt(at + 1, other), lengthAt(at, other + 1));
    }
  }
  const places: [number, number][] = [];
  let [at, other] = [0, 0];
  while (at < before.length && other < after.length) {
    if (before[at] === after[other]) places.push([at++, other++]);
    else if (lengthAt(at + 1, other) >= lengthAt(at, other + 1)) at += 1;
    else other += 1;
  }
  return places;
}

function commonEnds(before: readonly string[], after: readonly string[]): [number, number][] {
  const places: [number, number][] = [];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) places.push([start, start++]);
  const end: [number, number][] = [];
  for (let back = 1; back <= most - start; back++) {
    if (before.at(-back) !== after.at(-back)) break;
    end.unshift([before.length - back, after.length - back]);
  }
  return [...places, ...end];
}
