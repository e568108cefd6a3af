import { AethercastError } from '../../platform/aethercast-error.js';
import type { SegmentResult, VoiceActivities } from '../../workflows/contract/activities.js';
import { linesOf, type PodcastScript } from '../../workflows/contract/script.js';
import type { ActivityDeps } from '../activity-deps.js';
import { agentStep, type PreparedStep } from '../steps/agent-step.js';
import { readScript } from '../script/read-script.js';
import { throwScenario } from '../steps/test-scenarios.js';
import { assembleStep } from './assemble-step.js';
import type { Manner } from '../script/prosody.js';
import { planLine } from './plan-line.js';
import { readManner } from '../script/read-prosody.js';
import { speechObject } from './speech-object.js';
import type { ForgedSegment, SegmentSpec } from './voice-forge.js';

const lockTimeoutSeconds = 300;
/** Embedded engines cost nothing; their units are on the ledger all the same. */
const embeddedPrice = { unit: 'characters', unit_price_usd: 0, price_version: 'embedded' } as const;

/** VFA: one line of the script becomes one immutable, verified, content-addressed MP3 segment. */
export function createVoiceActivities(
  deps: Pick<ActivityDeps, 'db' | 'log' | 'media' | 'forge'>,
): VoiceActivities {
  return {
    voiceSegment: ({ run, scriptUri, seq }) =>
      agentStep(
        deps,
        {
          run,
          agent: 'VFA',
          taskName: 'vfa_voice_segment_task',
          item: String(seq),
          order: 10 + seq,
          lockTimeoutSeconds,
          input: { seq },
          stage:
            seq === 0
              ? {
                  status: 'vfa_audio_generation',
                  stage: 'vfa_audio_generation',
                  message: 'Recording the voices.',
                }
              : undefined,
        },
        async () => {
          const manner = await readManner(deps.db, run.workflowId);
          throwScenario(manner.scenario);
          return prepareSegment(deps, await readScript(deps.media, scriptUri), seq, manner);
        },
      ),
    assembleEpisode: (input) => assembleStep(deps, input),
  };
}

/**
 * Looks whether the very segment is stored already (an earlier attempt, or the same line spoken before): then it is
 * checked and used, and no engine is called.
 */
async function prepareSegment(
  deps: Pick<ActivityDeps, 'media' | 'forge'>,
  script: PodcastScript,
  seq: number,
  manner: Manner,
): Promise<PreparedStep<SegmentResult>> {
  const { forge, media } = deps;
  const line = linesOf(script)[seq];
  const spec = inSegment(seq, () => forge.plan(planLine(script, seq, manner)));
  const { speechKey, mediaKey } = speechObject(spec);
  const uri = media.uriOf(mediaKey);
  const stored = await media.head(uri);

  async function work(signal: AbortSignal) {
    const segment = stored
      ? await inspectStored(deps, uri, spec, seq)
      : await forgeNamed(deps, spec, seq, signal);
    await media.put(mediaKey, segment.mp3);
    const facts = {
      speech_key: speechKey,
      media_uri: uri,
      sha256: segment.sha256,
      bytes: segment.mp3.length,
      frames: segment.frames,
      duration_ms: segment.durationMs,
    };
    const result: SegmentResult = { seq, durationMs: segment.durationMs, bytes: segment.mp3.length };
    return {
      result,
      summary: { ...result, sha256: segment.sha256, voice: spec.voice, reused: stored !== undefined },
      settled: { outcome: stored ? ('recovered' as const) : ('succeeded' as const) },
      rows: {
        speech_segment: {
          ...facts,
          loudness_lufs: segment.loudnessLufs,
          true_peak_dbtp: segment.truePeakDbtp,
          provider: spec.provider,
          model: spec.model,
          voice: spec.voice,
        },
        episode_segment: { ...facts, seq, line_id: line?.line_id, speaker: line?.speaker },
      },
    };
  }

  if (stored) return { work };
  const units = [...spec.text].length;
  return { work, intent: { ...embeddedPrice, provider: spec.provider, model: spec.model, units } };
}

async function forgeNamed(
  { forge }: Pick<ActivityDeps, 'forge'>,
  spec: SegmentSpec,
  seq: number,
  signal: AbortSignal,
): Promise<ForgedSegment> {
  try {
    return await forge.forge(spec, signal);
  } catch (error) {
    throw named(error, seq);
  }
}

/** A stored object that does not pass is taken away, so that the next attempt makes it anew. */
async function inspectStored(
  { forge, media }: Pick<ActivityDeps, 'forge' | 'media'>,
  uri: string,
  spec: SegmentSpec,
  seq: number,
): Promise<ForgedSegment> {
  try {
    return await forge.inspect(await media.read(uri), spec);
  } catch (error) {
    if (!(error instanceof AethercastError)) throw error;
    await media.delete(uri);
    throw new AethercastError('VFA_SEGMENT_UNDECODABLE', {
      message: `The stored audio of segment ${seq + 1} was damaged (${error.message}); it is made anew.`,
      details: { ...error.details, segment: seq + 1 },
      cause: error,
    });
  }
}

function inSegment<Value>(seq: number, make: () => Value): Value {
  try {
    return make();
  } catch (error) {
    throw named(error, seq);
  }
}

/** A failure names its segment as people count: from 1. */
function named(error: unknown, seq: number): unknown {
  if (!(error instanceof AethercastError)) return error;
  return new AethercastError(error.code, {
    message: `Segment ${seq + 1}: ${error.message}`,
    details: { ...error.details, segment: seq + 1 },
    cause: error,
  });
}
