import { AethercastError } from '../../platform/aethercast-error.js';
import type { SegmentResult, VoiceActivities } from '../../workflows/contract/activities.js';
import type { PodcastScript } from '../../workflows/contract/script.js';
import type { ActivityDeps } from '../activity-deps.js';
import { agents } from '../steps/agents.js';
import { agentStep, type PreparedStep } from '../steps/agent-step.js';
import { providerIntent } from '../steps/provider-intent.js';
import { readScript } from '../script/read-script.js';
import { throwScenario } from '../steps/test-scenarios.js';
import { assembleStep } from './assemble-step.js';
import type { Prosody } from '../script/prosody.js';
import { lineAt, planLine } from './plan-line.js';
import { readProsody } from '../script/read-prosody.js';
import { findSegment, forgeSegment } from './obtain-segment.js';
import { speechObject } from './speech-object.js';

type Deps = Pick<ActivityDeps, 'db' | 'log' | 'media' | 'forge'>;

/** VFA: one line of the script becomes one immutable, verified, content-addressed MP3 segment. */
export function createVoiceActivities(deps: Deps): VoiceActivities {
  return {
    voiceSegment: ({ run, scriptUri, seq }) =>
      agentStep(
        deps,
        {
          run,
          ...agents.voiceSegment,
          item: String(seq),
          order: 10 + seq,
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
        async (signal) => {
          const prosody = await readProsody(deps.db, run.workflowId);
          throwScenario(prosody.scenario);
          const script = await readScript(deps.media, scriptUri);
          return prepareSegment(deps, script, seq, prosody, signal).catch((error: unknown) => {
            throw named(error, seq);
          });
        },
      ),
    assembleEpisode: (input) => assembleStep(deps, input),
  };
}

/** Uses the segment if it is stored already (an earlier attempt, or the same line spoken before): no engine is called. */
async function prepareSegment(
  deps: Deps,
  script: PodcastScript,
  seq: number,
  prosody: Prosody,
  signal: AbortSignal,
): Promise<PreparedStep<SegmentResult>> {
  const line = lineAt(script, seq);
  const spec = deps.forge.plan(planLine(script, seq, prosody));
  const { speechKey, mediaKey } = speechObject(spec);
  const stored = await findSegment(deps, spec, signal);

  async function work(signalOfWork: AbortSignal) {
    const segment =
      stored ??
      (await forgeSegment(deps, spec, signalOfWork).catch((error: unknown) => {
        throw named(error, seq);
      }));
    const facts = {
      speechKey,
      mediaUri: deps.media.uriOf(mediaKey),
      sha256: segment.sha256,
      bytes: segment.mp3.length,
      frames: segment.frames,
      durationMs: segment.durationMs,
    };
    const result: SegmentResult = { seq, durationMs: segment.durationMs, bytes: segment.mp3.length };
    return {
      result,
      summary: { ...result, sha256: segment.sha256, voice: spec.voice, reused: stored !== undefined },
      rows: {
        speechSegment: {
          ...facts,
          loudnessLufs: segment.loudnessLufs,
          truePeakDbtp: segment.truePeakDbtp,
          provider: spec.provider,
          model: spec.model,
          voice: spec.voice,
        },
        episodeSegment: { ...facts, seq, lineId: line.line_id, speaker: line.speaker },
      },
    };
  }

  return stored ? { work } : { work, intent: providerIntent(spec, [...spec.text].length) };
}

/** Failures number segments from 1, as people count. */
function named(error: unknown, seq: number): unknown {
  if (!(error instanceof AethercastError)) return error;
  return new AethercastError(error.code, {
    message: `Line ${seq + 1}: ${error.message}`,
    details: { ...error.details, segment: seq + 1 },
    cause: error,
  });
}
