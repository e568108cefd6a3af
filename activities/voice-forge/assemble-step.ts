import { createHash } from 'node:crypto';
import { findGivenTitle } from '../../db/episode-titles.js';
import { findStartedAt } from '../../db/recorded-requests.js';
import { listSegments } from '../../db/episode-segments.js';
import { findStepMessage } from '../../db/step-errors.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { defined } from '../../platform/defined.js';
import type { MediaStore } from '../../platform/media-store/media-store.js';
import {
  coverWarning,
  type EpisodeCover,
  type EpisodeResult,
  type VoiceActivities,
} from '../../workflows/contract/activities.js';
import type { RunIdentity } from '../../workflows/contract/podcast.js';
import type { PodcastScript } from '../../workflows/contract/script.js';
import type { ActivityDeps } from '../activity-deps.js';
import { isWholePicture } from '../models/image/whole-picture.js';
import { agents } from '../steps/agents.js';
import { agentStep } from '../steps/agent-step.js';
import { readIfThere } from '../steps/read-if-there.js';
import { readScript } from '../script/read-script.js';
import { readProsody } from '../script/read-prosody.js';
import { buildEpisode, type BuiltEpisode } from './build-episode.js';

type Input = Parameters<VoiceActivities['assembleEpisode']>[0];
type Deps = Pick<ActivityDeps, 'db' | 'log' | 'media' | 'forge'>;

/** Joins the recorded segments into the finished file, with tag and cover in it, transcript and manifest beside it. */
export function assembleStep(deps: Deps, { run, scriptUri, segments, cover }: Input): Promise<EpisodeResult> {
  return agentStep(
    deps,
    {
      run,
      ...agents.assembly,
      order: 100_000,
      input: { segments },
      stage: { status: 'vfa_audio_generation', stage: 'finalization', message: 'Finishing the episode.' },
    },
    () =>
      Promise.resolve({
        work: async (signal) => {
          const [written, picture, stored, startedAt, prosody, givenTitle] = await Promise.all([
            readScript(deps.media, scriptUri),
            'uri' in cover ? readCover(deps, cover.uri) : undefined,
            listSegments(deps.db, run.workflowId),
            findStartedAt(deps.db, run.workflowId),
            readProsody(deps.db, run.workflowId),
            findGivenTitle(deps.db, run.workflowId),
          ]);
          const made = await buildEpisode(deps, {
            workflowId: run.workflowId,
            script: {
              ...(await withCoverWarning(deps.db, run, written, cover)),
              ...defined({ title: givenTitle }),
            },
            stored,
            expectedSegments: segments,
            prosody,
            startedAt,
            picture,
            signal,
          });
          return store(deps.media, made);
        },
      }),
  );
}

/** The finished episode lists all its warnings in one place. */
async function withCoverWarning(
  db: Deps['db'],
  { workflowId }: RunIdentity,
  script: PodcastScript,
  cover: EpisodeCover,
): Promise<PodcastScript> {
  if (!('warning' in cover)) return script;
  const { step, warning } = cover;
  // The engine, which the warning came through, is not told the step's own words.
  const said = step === undefined ? undefined : await findStepMessage(db, workflowId, step, warning.code);
  const exact = said === undefined ? warning : { ...warning, message: coverWarning(said) };
  return { ...script, warnings: [...script.warnings, exact] };
}

/** Throws IGA_PICTURE_LOST, on which the run has it drawn again. A damaged one is deleted, since it would be found. */
async function readCover({ media, log }: Pick<Deps, 'media' | 'log'>, uri: string): Promise<Buffer> {
  const picture = await readIfThere(media, uri);
  if (picture !== undefined && isWholePicture(picture)) return picture;
  log.warn({ uri }, 'the cover was lost before the episode was finished');
  await media.delete(uri);
  throw new AethercastError('IGA_PICTURE_LOST', { details: { uri } });
}

/** Every object is named by the audio it belongs to: new audio, new addresses. */
async function store(media: MediaStore, made: BuiltEpisode) {
  const { script, episode, base } = made;
  const [audio, transcript, manifest] = await Promise.all([
    media.put(`${base}.mp3`, made.file),
    media.put(`${base}.vtt`, made.transcript),
    media.put(`${base}.json`, made.manifest),
  ]);
  const result: EpisodeResult = {
    audioUri: audio.uri,
    sha256: episode.fileSha256,
    bytes: episode.bytes,
    durationMs: Math.round(episode.durationMs),
    warnings: script.warnings.length,
    transcriptSha256: sha256Of(made.transcript),
    manifestSha256: sha256Of(made.manifest),
  };
  return {
    result,
    rows: {
      podcast: {
        finalAudioFilepath: audio.uri,
        transcriptUri: transcript.uri,
        manifestUri: manifest.uri,
        durationMs: result.durationMs,
        audioBytes: episode.bytes,
        audioSha256: episode.fileSha256,
        streamBytes: episode.audioBytes,
        streamSha256: episode.audioSha256,
        warnings: script.warnings,
        fileTitle: script.title,
      },
    },
  };
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
