import { createHash } from 'node:crypto';
import type { StoredSegment } from '../../db/episode-segments.js';
import type { FinishedEpisode } from '../../db/finished-episodes.js';
import { defined } from '../../platform/defined.js';
import type { MediaStore } from '../../platform/media-store/media-store.js';
import type { EpisodePart } from '../../workflows/contract/episode-repair.js';
import { isWholePicture } from '../models/image/whole-picture.js';
import { readIfThere } from '../steps/read-if-there.js';

/** An object of an episode that is not what it was. */
export type BrokenPart = { part: EpisodePart; uri: string; state: 'missing' | 'damaged'; segment?: number };

type Reader = Pick<MediaStore, 'read'>;

/** Reads all that a finished episode consists of and holds it against the record. Answers what is missing or damaged. */
export async function inspectEpisode(
  media: Reader,
  episode: FinishedEpisode,
  segments: readonly StoredSegment[],
): Promise<BrokenPart[]> {
  const broken: BrokenPart[] = [];

  async function look(
    part: EpisodePart,
    uri: string | null,
    isSound: (bytes: Buffer) => boolean,
    segment?: number,
  ): Promise<Buffer | undefined> {
    if (uri === null) return undefined;
    const bytes = await readIfThere(media, uri);
    if (bytes !== undefined && isSound(bytes)) return bytes;
    const state = bytes === undefined ? 'missing' : 'damaged';
    broken.push({ part, uri, state, ...defined({ segment }) });
    return undefined;
  }

  const { transcriptSha256, manifestSha256 } = episode;
  await look('audio', episode.audioUri, (bytes) => sha256Of(bytes) === episode.audioSha256);
  await look('transcript', episode.transcriptUri, (bytes) =>
    transcriptSha256 === undefined ? isTranscript(bytes) : sha256Of(bytes) === transcriptSha256,
  );
  const manifest = await look('manifest', episode.manifestUri, (bytes) =>
    manifestSha256 === undefined
      ? parsed(bytes)?.['sha256'] === episode.audioSha256
      : sha256Of(bytes) === manifestSha256,
  );
  const coverSha256 = manifest && (parsed(manifest)?.['cover'] as { sha256: string } | null)?.sha256;
  await look('cover', episode.coverUri, (bytes) =>
    coverSha256 === undefined ? isWholePicture(bytes) : sha256Of(bytes) === coverSha256,
  );
  await look('thumbnail', episode.thumbnailUri, isWholePicture);
  await look('script', episode.scriptUri, (bytes) => Array.isArray(parsed(bytes)?.['segments']));
  for (const { seq, mediaUri, sha256 } of segments)
    await look('segment', mediaUri, (bytes) => sha256Of(bytes) === sha256, seq);
  return broken;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function isTranscript(bytes: Buffer): boolean {
  return bytes.toString('utf8', 0, 7) === 'WEBVTT\n' && bytes.at(-1) === 0x0a;
}

/** Undefined for anything but a JSON object. */
function parsed(bytes: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
