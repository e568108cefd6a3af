import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AethercastError } from '../../platform/aethercast-error.js';
import { isFileMissing } from '../../platform/error-code.js';
import type { EpisodeState, GatewayClient } from '../gateway/gateway-client.js';

/** Paths. `cover` is absent where none could be drawn. */
export type SavedEpisode = { audio: string; transcript: string; manifest: string; cover?: string };

/** Writes `<slug>.mp3`, `.vtt`, `.json` and `.png` into the folder; the audio is checked against its recorded hash first. */
export async function saveEpisode(
  gateway: GatewayClient,
  episode: EpisodeState,
  folder: string,
): Promise<SavedEpisode> {
  const [audio, transcript, manifest] = await Promise.all(
    ['audio.mp3', 'transcript.vtt', 'manifest.json'].map((name) => gateway.file(episode.podcast_id, name)),
  );
  const cover = episode.cover_url === null ? undefined : await gateway.file(episode.podcast_id, 'cover');
  if (audio === undefined || transcript === undefined || manifest === undefined)
    throw new Error('unreachable');
  if (createHash('sha256').update(audio).digest('hex') !== episode.audio_sha256) {
    throw new AethercastError('MEDIA_OBJECT_DAMAGED', { details: { podcast_id: episode.podcast_id } });
  }
  await mkdir(folder, { recursive: true });
  const base = await freeBase(path.resolve(folder, slugOf(episode.title ?? 'episode')), episode.podcast_id);
  const saved = { audio: `${base}.mp3`, transcript: `${base}.vtt`, manifest: `${base}.json` };
  await writeWhole(saved.audio, audio);
  await writeWhole(saved.transcript, transcript);
  await writeWhole(saved.manifest, manifest);
  if (cover === undefined) return saved;
  await writeWhole(`${base}.png`, cover);
  return { ...saved, cover: `${base}.png` };
}

/** Where another episode has the name already, the beginning of this one's id is added. */
async function freeBase(base: string, podcastId: string): Promise<string> {
  try {
    const { podcast_id } = JSON.parse(await readFile(`${base}.json`, 'utf8')) as { podcast_id?: unknown };
    return podcast_id === podcastId ? base : `${base}-${podcastId.slice(0, 8)}`;
  } catch (error) {
    if (isFileMissing(error)) return base;
    if (error instanceof SyntaxError) return `${base}-${podcastId.slice(0, 8)}`;
    throw error;
  }
}

/** ASCII, lower case, at most 80 characters: safe in every file system and address. */
export function slugOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'episode' : slug;
}

async function writeWhole(file: string, content: Buffer): Promise<void> {
  const temporary = `${file}.part`;
  await writeFile(temporary, content);
  await rename(temporary, file);
}
