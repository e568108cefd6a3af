// Asking a running gateway for episodes, over HTTP, and looking at what came of them.
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { until } from './until.js';

export const sampleText = fileURLToPath(
  new URL('../../../samples/short-history-of-the-world.txt', import.meta.url),
);

export type EpisodeDetail = {
  podcast_id: string;
  status: string;
  overall_status: string;
  run_number: number;
  error_code: string | null;
  error_message: string | null;
  audio_sha256: string | null;
  duration_ms: number | null;
  progress: { stage: string; segments_done: number; segments_total: number | null };
};

/** Posts a request for an episode of the sample; answers its id. */
export async function requestEpisode(
  gateway: string,
  minutes: number,
  key: string = randomUUID(),
): Promise<string> {
  const response = await fetch(`${gateway}/api/v1/podcasts`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify({ minutes, sources: [{ text: await readFile(sampleText, 'utf8') }] }),
  });
  assert.equal(response.status, 202, await response.clone().text());
  return ((await response.json()) as { podcast_id: string }).podcast_id;
}

/** Undefined while the gateway is away. */
export async function episode(gateway: string, id: string): Promise<EpisodeDetail | undefined> {
  try {
    const response = await fetch(`${gateway}/api/v1/podcasts/${id}`);
    return response.ok ? ((await response.json()) as EpisodeDetail) : undefined;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Waits until the run is over and asserts that the episode is good. */
export async function completedEpisode(
  gateway: string,
  id: string,
  withinMs = 180_000,
): Promise<EpisodeDetail> {
  let last: EpisodeDetail | undefined;
  await until(
    'the run is over',
    async () => {
      last = (await episode(gateway, id)) ?? last;
      return last !== undefined && !['pending', 'in_progress'].includes(last.overall_status);
    },
    withinMs,
  );
  assert.ok(last);
  assert.equal(last.overall_status, 'completed', `${last.error_code ?? ''} ${last.error_message ?? ''}`);
  return last;
}

/** Waits until at least so many segments are on record. */
export async function voicing(gateway: string, id: string, segments: number): Promise<void> {
  await until(
    `${segments} segments are recorded`,
    async () => ((await episode(gateway, id))?.progress.segments_done ?? 0) >= segments,
    60_000,
  );
}

/** SHA-256 of the episode as served: of its frames alone, and of the whole file, whose tag holds the day. */
export async function episodeHashes(
  gateway: string,
  id: string,
): Promise<{ frames: string; file: string; day: string }> {
  const [manifest, audio] = await Promise.all(
    ['manifest.json', 'audio.mp3'].map((name) => fetch(`${gateway}/api/v1/podcasts/${id}/${name}`)),
  );
  assert.ok(manifest?.ok && audio?.ok);
  const facts = (await manifest.json()) as {
    audio: { tag_bytes: number };
    sha256: string;
    requested_at: string;
  };
  const file = Buffer.from(await audio.arrayBuffer());
  const hash = createHash('sha256').update(file).digest('hex');
  assert.equal(hash, facts.sha256);
  const frames = createHash('sha256').update(file.subarray(facts.audio.tag_bytes)).digest('hex');
  return { frames, file: hash, day: facts.requested_at.slice(0, 10) };
}
