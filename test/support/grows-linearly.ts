/** Linear work takes less than this for a character, ns, on a machine that does several other things. */
const nsPerCharacter = 4_000;

/** Each doubling may take this much longer: linear work takes twice as long, quadratic work four times. */
const most = 2.5;

/** The longer text is eight times as long: over three doublings, noise and growth differ by far. */
const doublings = 3;

/** A machine that does other things spoils a measurement, never all of them. */
const tries = 6;

/**
 * Why the time of `work` does not grow linearly with its text, up to `maxLength` characters; undefined when it does:
 * when it takes little for a character, or, where one costs more, when twice the length takes no more than 2.5 times
 * as long. Repeated until it is linear, since only noise differs between tries.
 */
export function howItGrows(
  work: (text: string) => unknown,
  textOf: (length: number) => string,
  maxLength: number,
): string | undefined {
  const [short, long] = [textOf(maxLength / 2 ** doublings), textOf(maxLength)];
  let shortMs = Infinity;
  let longMs = Infinity;
  for (let turn = 0; turn < tries; turn += 1) {
    shortMs = Math.min(shortMs, timeOf(work, short));
    // What would take minutes for the long text need not be tried.
    if (shortMs * 4 ** doublings > 60_000) break;
    longMs = Math.min(longMs, timeOf(work, long));
    if (longMs * 1e6 <= long.length * nsPerCharacter) return undefined;
    if (longMs <= shortMs * most ** doublings) return undefined;
  }
  return `${short.length} characters: ${shortMs.toFixed(1)} ms, ${long.length}: ${longMs.toFixed(1)} ms`;
}

function timeOf(work: (text: string) => unknown, text: string): number {
  const began = performance.now();
  work(text);
  return performance.now() - began;
}
