import type { Work } from './in-turns.js';
import type { Passage } from './passages.js';

/** How near to the wished length is near enough to stop looking, as parts of it. */
const nearEnough = 0.01;
const under = 0.97;

/** How many passages further down the ranking are tried in a gap, and how many are tried against one another. */
const tries = 60;
const swaps = 12;

/**
 * Chooses passages by rank until the episode has the wished length: as many of the best as fit, then smaller ones
 * into the gap, then the least ranked of the chosen against the next that fit better. A passage never goes without
 * the one it needs.
 *
 * @param measure length in ms of an episode of these passages
 * @returns the chosen in source order; all of them when the sources are too short
 */
export function* fitLength(
  ranked: readonly Passage[],
  targetMs: number,
  measure: (chosen: Passage[]) => Work<number>,
): Work<Passage[]> {
  // However short the wish, an episode says something.
  let low = Math.min(1, ranked.length);
  let high = ranked.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((yield* measure(inOrder(ranked.slice(0, middle)))) <= targetMs) low = middle;
    else high = middle - 1;
  }
  let chosen = ranked.slice(0, low);
  let length = yield* measure(inOrder(chosen));
  for (const passage of ranked.slice(low, low + tries)) {
    if (length >= targetMs * (1 - nearEnough)) break;
    if (passage.needs !== undefined && !chosen.some(({ at }) => at === passage.needs)) continue;
    const longer = yield* measure(inOrder([...chosen, passage]));
    if (Math.abs(longer - targetMs) < Math.abs(length - targetMs) && longer <= targetMs * (1 + nearEnough)) {
      chosen = [...chosen, passage];
      length = longer;
    }
  }
  if (length < targetMs * under) chosen = (yield* bestSwap(chosen, ranked, targetMs, measure)) ?? chosen;
  return inOrder(chosen);
}

function* bestSwap(
  chosen: readonly Passage[],
  ranked: readonly Passage[],
  targetMs: number,
  measure: (chosen: Passage[]) => Work<number>,
): Work<Passage[] | undefined> {
  const rest = ranked.filter((passage) => !chosen.includes(passage)).slice(0, swaps);
  let best: Passage[] | undefined;
  let distance = Math.abs((yield* measure(inOrder(chosen))) - targetMs);
  const leaving = [undefined, ...chosen.slice(-swaps)];
  for (const passage of rest) {
    for (const out of leaving) {
      const next = [...chosen.filter((member) => member !== out), passage];
      if (!isClosed(next)) continue;
      const miss = Math.abs((yield* measure(inOrder(next))) - targetMs);
      if (miss < distance) {
        best = next;
        distance = miss;
      }
    }
  }
  return best;
}

function isClosed(passages: readonly Passage[]): boolean {
  const present = new Set(passages.map(({ at }) => at));
  return passages.every(({ needs }) => needs === undefined || present.has(needs));
}

function inOrder(passages: readonly Passage[]): Passage[] {
  return [...passages].sort((one, other) => one.at - other.at);
}
