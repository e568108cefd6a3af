import type { ProviderIntent } from '../../db/steps.js';
import { pitchFactor } from '../../voices/voice-limits.js';
import type { SpokenSettings } from '../../workflows/contract/agent-tasks.js';
import type { ActivityDeps } from '../activity-deps.js';
import { providerIntent } from '../steps/provider-intent.js';
import { endPauseMs, pauseBeforeMs } from '../script/turns.js';
import { findSegment, obtainSegment } from '../voice-forge/obtain-segment.js';
import type { ForgedSegment, SegmentSpec } from '../voice-forge/voice-forge.js';

type Deps = Pick<ActivityDeps, 'log' | 'media' | 'forge'>;

/** What one voice says; the first line of a section is set apart from what went before. */
export type TaskLine = { voice: string; text: string; opensSection?: boolean };

/** The segments to make of the lines; throws the 400 codes of what cannot be spoken. */
export function planLines(
  { forge }: Pick<ActivityDeps, 'forge'>,
  lines: readonly TaskLine[],
  { language, speaking_rate: rate, pitch }: SpokenSettings,
): SegmentSpec[] {
  return lines.map(({ voice, text }, at) =>
    forge.plan({
      voice,
      text,
      language,
      pauseMs: pauseAfter(lines, at),
      rate,
      pitch: pitchFactor(pitch),
    }),
  );
}

function pauseAfter(lines: readonly TaskLine[], at: number): number {
  const [line, next] = [lines[at], lines[at + 1]];
  if (next === undefined) return endPauseMs;
  if (next.opensSection) return pauseBeforeMs.section;
  return next.voice === line?.voice ? pauseBeforeMs.same : pauseBeforeMs.answer;
}

/** Lines about to be spoken: what is stored already, and the ledger's entry of the rest, if there is any. */
export type PlannedSpeech = {
  specs: readonly SegmentSpec[];
  stored: readonly (ForgedSegment | undefined)[];
  intent: ProviderIntent | undefined;
};

/** Looks for the segments in the store, so that the ledger lists every engine call before the work begins. */
export async function planSpeech(
  deps: Deps,
  specs: readonly SegmentSpec[],
  signal: AbortSignal,
): Promise<PlannedSpeech> {
  const stored = await inLanes(deps, specs, (spec, stop) => findSegment(deps, spec, stop), signal);
  const missing = specs.filter((_, at) => stored[at] === undefined);
  const [first] = missing;
  const units = missing.reduce((sum, { text }) => sum + [...text].length, 0);
  return { specs, stored, intent: first === undefined ? undefined : providerIntent(first, units) };
}

/** All segments in order. The first failure ends it. */
export async function speakAll(
  deps: Deps,
  { specs, stored }: PlannedSpeech,
  signal: AbortSignal,
): Promise<ForgedSegment[]> {
  return inLanes(
    deps,
    specs.map((spec, at) => ({ spec, known: stored[at] })),
    // Obtained, not forged: a line that is said twice is there the second time.
    async ({ spec, known }, stop) => known ?? (await obtainSegment(deps, spec, stop)),
    signal,
  );
}

/** Does the work for every item, as many at a time as there are synthesis slots. The first failure ends it. */
async function inLanes<Item, Result>(
  { forge }: Pick<Deps, 'forge'>,
  items: readonly Item[],
  work: (item: Item, stop: AbortSignal) => Promise<Result>,
  signal: AbortSignal,
): Promise<Result[]> {
  const results = new Array<Result>(items.length);
  const failed = new AbortController();
  const stop = AbortSignal.any([signal, failed.signal]);
  const waiting = items.entries();

  async function lane(): Promise<void> {
    // All lanes take from one iterator, so each item is taken once.
    for (const [at, item] of waiting) results[at] = await work(item, stop);
  }

  const lanes = await Promise.allSettled(
    Array.from({ length: Math.min(forge.slots, items.length) }, () =>
      lane().catch((error: unknown) => {
        failed.abort(error);
        throw error;
      }),
    ),
  );
  signal.throwIfAborted();
  if (lanes.some(({ status }) => status === 'rejected')) throw failed.signal.reason;
  return results;
}
