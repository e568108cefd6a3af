import type { StoredSegment } from '../../db/episode-segments.js';
import { defined } from '../../platform/defined.js';
import { linesOf, type PodcastScript } from '../../workflows/contract/script.js';
import type { ActivityDeps } from '../activity-deps.js';
import type { Prosody } from '../script/prosody.js';
import { assembleEpisode, type AssembledEpisode } from './assemble/assemble-episode.js';
import { episodeManifest } from './assemble/episode-manifest.js';
import type { EpisodeSection } from './assemble/episode-parts.js';
import { saidLines, type SaidLines } from './assemble/said-lines.js';
import { transcriptVtt } from './assemble/transcript-vtt.js';
import { readSegments } from './read-segments.js';

const album = 'Aethercast';

/** All that a finished episode is made of. The same gives the same bytes. */
export type EpisodeIngredients = {
  workflowId: string;
  /** With every warning of the episode. */
  script: PodcastScript;
  stored: StoredSegment[];
  /** How many lines the script has. */
  expectedSegments: number;
  prosody: Prosody;
  /** When it was asked for first. */
  startedAt: Date;
  picture: Buffer | undefined;
  signal: AbortSignal;
};

/** The bytes of an episode's objects, which are not stored yet. */
export type BuiltEpisode = {
  script: PodcastScript;
  episode: AssembledEpisode;
  /** Media key of its objects, without `.mp3`, `.vtt` and `.json`. */
  base: string;
  file: Buffer;
  transcript: Buffer;
  manifest: Buffer;
  /** Transcript and manifest with what was said by other rules than today's. */
  recordsWith: (said: SaidLines) => Pick<BuiltEpisode, 'transcript' | 'manifest'>;
};

/**
 * Joins the recorded segments into the finished file, with tag and cover in it, and writes transcript and manifest for it.
 * Segments that were lost are spoken again. Throws CPOA_EPISODE_INCOMPLETE and CPOA_EPISODE_DAMAGED.
 */
export async function buildEpisode(
  deps: Pick<ActivityDeps, 'log' | 'media' | 'forge'>,
  ingredients: EpisodeIngredients,
): Promise<BuiltEpisode> {
  const { workflowId, script, stored, expectedSegments, prosody, startedAt, picture, signal } = ingredients;
  const episode = await assembleEpisode({
    segments: readSegments(deps, { script, stored, prosody }, signal),
    expectedSegments,
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
  const lines = linesOf(script);
  const facts = { workflowId, album, lines, script, stored, prosody, episode, startedAt, picture };
  function recordsWith(said: SaidLines) {
    const spoken = lines.map(({ speaker, text }, seq) => ({
      seq,
      speaker,
      text,
      frames: stored[seq]?.frames ?? 0,
      ...defined({ said: said[seq] }),
    }));
    return {
      transcript: Buffer.from(transcriptVtt(spoken)),
      manifest: Buffer.from(JSON.stringify(episodeManifest({ ...facts, said }), null, 2)),
    };
  }
  return {
    script,
    episode,
    base: `episodes/${workflowId}/${episode.fileSha256}`,
    file: Buffer.concat([episode.tag, episode.audio]),
    ...recordsWith(saidLines(lines, () => deps.forge.pronunciations(), script.language)),
    recordsWith,
  };
}

function sectionsOf(script: PodcastScript): EpisodeSection[] {
  let firstSeq = 0;
  return script.segments.map((section) => {
    const entry = { title: section.segment_title, firstSeq };
    firstSeq += section.lines.length;
    return entry;
  });
}
