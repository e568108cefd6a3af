import type { ProviderIntent } from '../../db/steps.js';
import { pitchFactor } from '../../voices/voice-limits.js';
import type { SpokenSettings } from '../../workflows/contract/agent-tasks.js';
import type { ActivityDeps } from '../activity-deps.js';
import { endPauseMs, pauseBeforeMs } from '../script/turns.js';
import { obtainSegment } from '../voice-forge/obtain-segment.js';
import { speechObject } from '../voice-forge/speech-object.js';
import type { ForgedSegment, SegmentSpec } from '../voice-forge/voice-forge.js';

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

/** Embedded engines cost nothing; what is not stored yet is on the ledger all the same. */
export async function speechIntent(
  { media }: Pick<ActivityDeps, 'media'>,
  specs: readonly SegmentSpec[],
): Promise<ProviderIntent | undefined> {
  const stored = await Promise.all(specs.map((spec) => media.head(media.uriOf(speechObject(spec).mediaKey))));
  const missing = specs.filter((_, at) => stored[at] === undefined);
  const [first] = missing;
  if (first === undefined) return undefined;
  const units = missing.reduce((sum, { text }) => sum + [...text].length, 0);
  const { provider, model } = first;
  return { provider, model, unit: 'characters', units, unit_price_usd: 0, price_version: 'embedded' };
}

/** All segments in order, as many at a time as there are synthesis slots. The first failure ends it. */
export async function speakAll(
  deps: Pick<ActivityDeps, 'media' | 'forge'>,
  specs: readonly SegmentSpec[],
  signal: AbortSignal,
): Promise<ForgedSegment[]> {
  const segments = new Array<ForgedSegment>(specs.length);
  const failed = new AbortController();
  const stop = AbortSignal.any([signal, failed.signal]);
  const waiting = specs.entries();

  async function lane(): Promise<void> {
    // All lanes take from one iterator, so each spec is taken once.
    for (const [at, spec] of waiting) segments[at] = (await obtainSegment(deps, spec, stop)).segment;
  }

  const lanes = await Promise.allSettled(
    Array.from({ length: Math.min(deps.forge.slots, specs.length) }, () =>
      lane().catch((error: unknown) => {
        failed.abort(error);
        throw error;
      }),
    ),
  );
  signal.throwIfAborted();
  if (lanes.some(({ status }) => status === 'rejected')) throw failed.signal.reason;
  return segments;
}
