import { findStartedAt } from '../../db/recorded-requests.js';
import { listSegments, type StoredSegment } from '../../db/episode-segments.js';
import { defined } from '../../platform/defined.js';
import type { MediaStore } from '../../platform/media-store/media-store.js';
import type { EpisodeCover, EpisodeResult, VoiceActivities } from '../../workflows/contract/activities.js';
import { linesOf, type PodcastScript } from '../../workflows/contract/script.js';
import type { ActivityDeps } from '../activity-deps.js';
import { agents } from '../steps/agents.js';
import { agentStep } from '../steps/agent-step.js';
import { readScript } from '../script/read-script.js';
import { assembleEpisode, type AssembledEpisode } from './assemble/assemble-episode.js';
import { episodeManifest } from './assemble/episode-manifest.js';
import type { EpisodeSection } from './assemble/episode-parts.js';
import { transcriptVtt } from './assemble/transcript-vtt.js';
import type { Prosody } from '../script/prosody.js';
import { readProsody } from '../script/read-prosody.js';
import { readSegments } from './read-segments.js';

const album = 'Aethercast';

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
          const [written, picture, stored, startedAt, prosody] = await Promise.all([
            readScript(deps.media, scriptUri),
            'uri' in cover ? deps.media.read(cover.uri) : undefined,
            listSegments(deps.db, run.workflowId),
            findStartedAt(deps.db, run.workflowId),
            readProsody(deps.db, run.workflowId),
          ]);
          const script = withCoverWarning(written, cover);
          const episode = await assembleEpisode({
            segments: readSegments(deps, { script, stored, prosody }, signal),
            expectedSegments: segments,
            meta: {
              title: script.title,
              artist: script.speakers.map(({ name }) => name).join(', '),
              album,
              date: startedAt.toISOString().slice(0, 10),
              language: script.language,
              sections: sectionsOf(script),
              ...defined({ cover: picture }),
            },
            forge: deps.forge,
            signal,
          });
          return store(deps.media, run.workflowId, { script, stored, prosody, episode, startedAt, picture });
        },
      }),
  );
}

/** The finished episode lists all its warnings in one place. */
function withCoverWarning(script: PodcastScript, cover: EpisodeCover): PodcastScript {
  return 'warning' in cover ? { ...script, warnings: [...script.warnings, cover.warning] } : script;
}

function sectionsOf(script: PodcastScript): EpisodeSection[] {
  let firstSeq = 0;
  return script.segments.map((section) => {
    const entry = { title: section.segment_title, firstSeq };
    firstSeq += section.lines.length;
    return entry;
  });
}

/** Every object is named by the audio it belongs to: new audio, new addresses. */
async function store(
  media: MediaStore,
  workflowId: string,
  made: {
    script: PodcastScript;
    stored: StoredSegment[];
    prosody: Prosody;
    episode: AssembledEpisode;
    startedAt: Date;
    picture: Buffer | undefined;
  },
) {
  const { script, stored, episode } = made;
  const base = `episodes/${workflowId}/${episode.fileSha256}`;
  const lines = linesOf(script).map((line, seq) => ({
    seq,
    speaker: line.speaker,
    text: line.text,
    frames: stored[seq]?.frames ?? 0,
  }));
  const manifest = episodeManifest({ workflowId, album, lines: linesOf(script), ...made });
  const [audio, transcript, manifestObject] = await Promise.all([
    media.put(`${base}.mp3`, Buffer.concat([episode.tag, episode.audio])),
    media.put(`${base}.vtt`, Buffer.from(transcriptVtt(lines))),
    media.put(`${base}.json`, Buffer.from(JSON.stringify(manifest, null, 2))),
  ]);
  const result: EpisodeResult = {
    audioUri: audio.uri,
    sha256: episode.fileSha256,
    bytes: episode.bytes,
    durationMs: Math.round(episode.durationMs),
    warnings: script.warnings.length,
  };
  return {
    result,
    rows: {
      podcast: {
        finalAudioFilepath: audio.uri,
        transcriptUri: transcript.uri,
        manifestUri: manifestObject.uri,
        durationMs: result.durationMs,
        audioBytes: episode.bytes,
        audioSha256: episode.fileSha256,
        streamBytes: episode.audioBytes,
        streamSha256: episode.audioSha256,
        warnings: script.warnings,
      },
    },
  };
}
