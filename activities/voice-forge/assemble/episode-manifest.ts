import { createHash } from 'node:crypto';
import type { StoredSegment } from '../../../db/episode-segments.js';
import type { PodcastScript, ScriptLine } from '../../../workflows/contract/script.js';
import { defined } from '../../../platform/defined.js';
import { rateOf, type Prosody } from '../../script/prosody.js';
import type { AssembledEpisode } from './assemble-episode.js';
import { imageType } from '../image-type.js';
import { boundariesMs } from './frame-times.js';
import type { SaidLines } from './said-lines.js';

/**
 * Every fact of a finished episode as JSON (`aethercast-episode/1`): what it is made of, where each line lies in time,
 * what was said of it where the words differ (`said`) and which sources support it, and the hashes to check it all by. Times are whole ms from the first frame.
 */
export function episodeManifest(made: {
  workflowId: string;
  album: string;
  script: PodcastScript;
  lines: ScriptLine[];
  said: SaidLines;
  stored: StoredSegment[];
  prosody: Prosody;
  episode: AssembledEpisode;
  startedAt: Date;
  picture: Buffer | undefined;
}) {
  const { script, stored, prosody, episode, lines, said, picture } = made;
  const bounds = boundariesMs(stored.map((segment) => segment.frames));
  return {
    format: 'aethercast-episode/1',
    podcast_id: made.workflowId,
    title: script.title,
    topic: script.topic,
    album: made.album,
    language: script.language,
    requested_at: made.startedAt.toISOString(),
    ai_generated: true,
    audio: {
      media_type: 'audio/mpeg',
      sample_rate_hz: 44_100,
      channels: 1,
      bitrate_kbps: 96,
      tag_bytes: episode.tag.length,
      frames: episode.frames,
      frames_sha256: episode.audioSha256,
      integrated_loudness_lufs: rounded(episode.loudnessLufs),
      true_peak_dbtp: rounded(episode.truePeakDbtp),
    },
    cover:
      picture === undefined
        ? null
        : {
            media_type: imageType(picture),
            bytes: picture.length,
            sha256: createHash('sha256').update(picture).digest('hex'),
          },
    sha256: episode.fileSha256,
    bytes: episode.bytes,
    duration_ms: Math.round(episode.durationMs),
    script_id: script.script_id,
    written_by: script.llm_model_used,
    persona: script.persona_used,
    speakers: script.speakers.map(({ name, voice }) => {
      const spoken = stored.find((segment) => segment.speaker === name);
      return {
        name,
        voice,
        provider: spoken?.provider ?? null,
        model: spoken?.model ?? null,
        speaking_rate: rateOf(prosody, name),
      };
    }),
    pitch_semitones: prosody.pitch,
    sources: script.sources,
    chapters: episode.chapters.map(({ title, startMs, endMs }) => ({
      title,
      start_ms: startMs,
      end_ms: endMs,
    })),
    segments: stored.map((segment, index) => ({
      seq: segment.seq,
      line_id: segment.lineId,
      speaker: segment.speaker,
      start_ms: bounds[index] ?? 0,
      end_ms: bounds[index + 1] ?? 0,
      frames: segment.frames,
      sha256: segment.sha256,
      source_refs: lines[index]?.source_refs ?? [],
      ...defined({ said: said[index] }),
    })),
    warnings: script.warnings,
  };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
