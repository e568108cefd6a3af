// From segments to the finished file: an ID3 tag, then exactly the segments' frames in order.
import { createHash } from 'node:crypto';
import { AethercastError } from '../../../platform/aethercast-error.js';
import type { EpisodeSound } from '../measure-episode.js';
import type { VoiceForge } from '../voice-forge.js';
import { framesToMs, maxTruePeakDbtp, targetLufs } from '../../audio/codec.js';
import { chaptersOf, type Chapter } from './chapters.js';
import type { EpisodeMeta, EpisodeSegment } from './episode-parts.js';
import { id3Tag } from './id3-tag.js';
import { Mp3FormatError, parseFrames } from '../../audio/mp3-frames.js';

/** What is known of a finished episode. The file is `tag` + `audio`; streams send `audio` alone. */
export type AssembledEpisode = {
  tag: Buffer;
  /** All frames in order, 0.7 MB per minute. */
  audio: Buffer;
  /** SHA-256, hex, of `audio` and of tag + audio. */
  audioSha256: string;
  fileSha256: string;
  /** Length of the file in bytes, and of the audio alone. */
  bytes: number;
  audioBytes: number;
  frames: number;
  /** Exactly frames * 1152 / 44.1. */
  durationMs: number;
  chapters: Chapter[];
  loudnessLufs: number;
  truePeakDbtp: number;
};

export type AssembleRequest = {
  segments: AsyncIterable<EpisodeSegment> | Iterable<EpisodeSegment>;
  /** How many lines the script has: so many segments must come, in order. */
  expectedSegments: number;
  meta: EpisodeMeta;
  forge: Pick<VoiceForge, 'measureEpisode'>;
  signal?: AbortSignal;
};

/** The whole file may differ from the target by this much (LU). */
const loudnessBandLu = 1;
/** Shorter files are a few short lines, which are gained by what their voice has on average and not each by itself. */
const judgedMs = 10_000;

/**
 * Joins and verifies an episode. Throws CPOA_EPISODE_INCOMPLETE when a segment is missing or out of order, and
 * CPOA_EPISODE_DAMAGED, naming the segment where there is one, when bytes, frames, duration or levels are not right.
 */
export async function assembleEpisode(request: AssembleRequest): Promise<AssembledEpisode> {
  const { meta, forge, signal } = request;
  const segments = await collect(request);
  const audio = Buffer.concat(segments.map((segment) => segment.mp3));
  const frames = segments.reduce((total, segment) => total + segment.frames, 0);
  const durationMs = framesToMs(frames);
  const sound = checkSound(await forge.measureEpisode(audio, signal), durationMs);
  const chapters = chaptersOf(segments, meta.sections);
  const tag = id3Tag(meta, chapters);
  return {
    tag,
    audio,
    audioSha256: sha256(audio),
    fileSha256: sha256(tag, audio),
    bytes: tag.length + audio.length,
    audioBytes: audio.length,
    frames,
    durationMs,
    chapters,
    ...sound,
  };
}

async function collect({ segments, expectedSegments, signal }: AssembleRequest): Promise<EpisodeSegment[]> {
  const collected: EpisodeSegment[] = [];
  for await (const segment of segments) {
    signal?.throwIfAborted();
    if (segment.seq !== collected.length)
      throw incomplete(`segment ${segment.seq} came where ${collected.length} was expected`, segment.seq);
    checkSegment(segment);
    collected.push(segment);
  }
  if (collected.length !== expectedSegments || expectedSegments === 0)
    throw incomplete(`${collected.length} of ${expectedSegments} segments are there`, collected.length);
  return collected;
}

function checkSegment({ seq, mp3, frames, sha256: recorded }: EpisodeSegment): void {
  if (sha256(mp3) !== recorded) throw damaged(`segment ${seq} is not the one that was recorded`, { seq });
  try {
    const found = parseFrames(mp3).length;
    if (found !== frames) throw damaged(`segment ${seq} has ${found} frames instead of ${frames}`, { seq });
  } catch (error) {
    if (!(error instanceof Mp3FormatError)) throw error;
    throw damaged(`segment ${seq} is not whole MP3 frames: ${error.message}`, { seq }, error);
  }
}

function checkSound(sound: EpisodeSound, durationMs: number) {
  const { decodedMs, loudnessLufs, truePeakDbtp } = sound;
  if (Math.abs(decodedMs - durationMs) > 1e-6)
    throw damaged(`it decodes to ${decodedMs} ms instead of ${durationMs}`, { decodedMs, durationMs });
  const band = durationMs < judgedMs ? Infinity : loudnessBandLu;
  if (loudnessLufs === null || Math.abs(loudnessLufs - targetLufs) > band)
    throw damaged(`its loudness is ${loudnessLufs?.toFixed(1) ?? '-∞'} LUFS instead of ${targetLufs}`, {
      loudnessLufs,
    });
  if (truePeakDbtp > maxTruePeakDbtp)
    throw damaged(`its true peak is ${truePeakDbtp.toFixed(2)} dBTP, above ${maxTruePeakDbtp}`, {
      truePeakDbtp,
    });
  return { loudnessLufs, truePeakDbtp };
}

function incomplete(reason: string, seq: number): AethercastError {
  return new AethercastError('CPOA_EPISODE_INCOMPLETE', {
    message: `The episode is not complete: ${reason}.`,
    details: { seq },
  });
}

function damaged(reason: string, details: Record<string, unknown>, cause?: unknown): AethercastError {
  return new AethercastError('CPOA_EPISODE_DAMAGED', {
    message: `The episode is damaged: ${reason}.`,
    details,
    cause,
  });
}

function sha256(...parts: Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
