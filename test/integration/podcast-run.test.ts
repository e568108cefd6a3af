import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseFrames } from '../../activities/audio/mp3-frames.js';
import { listSegments } from '../../db/episode-segments.js';
import { messageNames } from '../../workflows/contract/messages.js';
import { linesOf, type PodcastScript } from '../../workflows/contract/script.js';
import type { PodcastProgress } from '../../workflows/contract/podcast.js';
import {
  detail,
  manifestOf,
  ordered,
  scriptOf,
  send,
  type Episode,
  type Manifest,
} from '../support/gateway-http.js';
import { chainProblem, ended, ledger, steps } from '../support/runs.js';
import { requestOf, storyOf } from '../support/sources.js';
import { createWorld, type World } from '../support/world.js';
import { engineId } from '../../workflows/contract/runs.js';

describe('a podcast run on a real page', function () {
  this.timeout(60_000);
  let world: World;
  let id: string;
  let episode: Episode;
  let script: PodcastScript;
  let manifest: Manifest;
  let audio: Buffer;
  before(async () => {
    world = await createWorld();
    const upload = await fetch(`${world.url}/api/v1/uploads?filename=wright-brothers.html`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/html' },
      body: await readFile('samples/wright-brothers-aeroplane.html'),
    });
    const { upload_id } = (await upload.json()) as { upload_id: string };
    id = await ordered(world, { topic: 'The first flight', sources: [{ upload_id }], minutes: 1 });
    episode = await ended(world, id);
    script = await scriptOf(world, id);
    manifest = await manifestOf(world, id);
    audio = Buffer.from(await (await fetch(`${world.url}/api/v1/podcasts/${id}/audio.mp3`)).arrayBuffer());
  });
  after(() => world.close());

  it('ends completed, and the record tells its stages in order', () => {
    assert.deepEqual(
      [episode.overall_status, episode.status, episode.run_number],
      ['completed', 'completed', 1],
    );
    const log = episode.orchestration_log.map((entry) => `${entry.stage}: ${entry.status}`);
    assert.deepEqual(log, [
      'initialization: pending',
      'wcha_content_retrieval: wcha_content_retrieval',
      'pswa_script_generation: pswa_script_generation',
      'vfa_audio_generation: vfa_audio_generation',
      'finalization: vfa_audio_generation',
      'asf_notification: asf_notification',
      'finalization: completed',
    ]);
    assert.deepEqual([episode.error_code, episode.error_message], [null, null]);
    assert.equal(episode.asf_notification_status, 'not_configured');
  });

  it('has a script from INTRO to OUTRO whose lines are its segments', () => {
    const titles = script.segments.map((section) => section.segment_title);
    assert.deepEqual([titles[0], titles.at(-1)], ['INTRO', 'OUTRO']);
    const lines = linesOf(script);
    assert.deepEqual(
      lines.map((line) => line.line_id),
      manifest.segments.map((segment) => segment.line_id),
    );
    assert.equal(episode.progress.segments_total, lines.length);
    assert.equal(episode.progress.segments_done, lines.length);
    assert.equal(script.title, manifest.title);
    assert.equal(script.title, episode.title);
  });

  it('has a file of the asked-for length, and everyone counts it the same', () => {
    const frames = parseFrames(audio.subarray(manifest.audio.tag_bytes));
    assert.equal(frames.length, manifest.audio.frames);
    const ms = Math.round((frames.length * 1_152) / 44.1);
    assert.deepEqual([ms, ms], [manifest.duration_ms, episode.duration_ms]);
    assert.ok(Math.abs(ms - 60_000) <= 9_000, `${ms} ms`);
    assert.equal(sum(manifest.segments.map((segment) => segment.frames)), frames.length);
  });

  it('has a file that is the tag and the stored segments, byte for byte', async () => {
    assert.equal(sha256(audio), manifest.sha256);
    assert.equal(manifest.sha256, episode.audio_sha256);
    assert.equal(audio.subarray(0, 3).toString('latin1'), 'ID3');
    const stored = await listSegments(world.db, id);
    const parts = await Promise.all(stored.map(({ mediaUri }) => world.media.read(mediaUri)));
    assert.deepEqual(
      parts.map(sha256),
      manifest.segments.map((segment) => segment.sha256),
    );
    assert.ok(audio.subarray(manifest.audio.tag_bytes).equals(Buffer.concat(parts)));
  });

  it('has a transcript that covers it without gaps', async () => {
    const { text } = await send(world, `/api/v1/podcasts/${id}/transcript.vtt`);
    const cues = [...text.matchAll(/^(\S+) --> (\S+)$/gm)].map(([, from, to]) => [from, to]);
    assert.equal(cues.length, manifest.segments.length);
    assert.equal(cues[0]?.[0], '00:00:00.000');
    assert.deepEqual(
      cues.slice(1).map(([from]) => from),
      cues.slice(0, -1).map(([, to]) => to),
    );
    assert.equal(milliseconds(cues.at(-1)?.[1]), manifest.duration_ms);
  });

  it('has one completed row per step, one settled call per line, and a chain that holds', async () => {
    const rows = Object.values(await steps(world, id));
    assert.equal(rows.length, manifest.segments.length + 6);
    assert.deepEqual(
      [...new Set(rows.map(({ status, retry_count }) => `${status} ${retry_count}`))],
      ['completed 0'],
    );
    const calls = await ledger(world, id);
    assert.equal(calls.length, manifest.segments.length + 3);
    assert.deepEqual([...new Set(calls.map(({ outcome }) => outcome))], ['succeeded']);
    assert.equal(world.done.forged.length, manifest.segments.length);
    assert.equal(await chainProblem(world, id), undefined);
  });

  it('answers the progress query, also when it is over', async () => {
    const handle = world.temporal.workflow.getHandle(engineId('podcast', id));
    const progress = await handle.query<PodcastProgress>(messageNames.progress);
    const segments = manifest.segments.length;
    const expected = {
      stage: 'finalization',
      paused: false,
      segmentsDone: segments,
      segmentsTotal: segments,
    };
    assert.deepEqual(progress, expected);
  });

  it('shares script and lines with an equal request under another key', async () => {
    const request = requestOf('Cached');
    const one = await ended(world, await ordered(world, request));
    const [forged, written] = [world.done.forged.length, world.done.written.length];
    const two = await ended(world, await ordered(world, request));
    assert.equal(two.status, 'completed');
    assert.notEqual(two.podcast_id, one.podcast_id);
    assert.deepEqual([world.done.forged.length, world.done.written.length], [forged, written]);
    assert.deepEqual(await ledger(world, two.podcast_id), []);
    const reused = await scriptOf(world, two.podcast_id);
    assert.equal(reused.source, 'cache');
    assert.equal(two.duration_ms, one.duration_ms);
    assert.equal(await chainProblem(world, two.podcast_id), undefined);
  });

  it('writes anew for voices of another speed, since the length would not fit', async () => {
    const slow = requestOf('Speed');
    const fast = { ...slow, voice_params: { speaking_rate: 2 } };
    const one = await ended(world, await ordered(world, slow));
    const two = await ended(world, await ordered(world, fast));
    const scripts = [await scriptOf(world, one.podcast_id), await scriptOf(world, two.podcast_id)] as const;
    assert.notEqual(scripts[0].script_id, scripts[1].script_id);
    assert.ok(scripts[1].word_count > scripts[0].word_count);
  });

  it('forges a line that two episodes share only once', async () => {
    const first = requestOf('Northern', storyOf('Northern'));
    const second = { ...requestOf('Southern', storyOf('Southern')), voice_params: first.voice_params };
    const one = await ended(world, await ordered(world, first));
    const forged = world.done.forged.length;
    const two = await ended(world, await ordered(world, second));
    const [mine, theirs] = [await keys(one.podcast_id), await keys(two.podcast_id)];
    const shared = theirs.filter((key) => mine.includes(key));
    assert.ok(shared.length > 0);
    assert.equal(world.done.forged.length - forged, theirs.length - shared.length);
    assert.equal((await detail(world, two.podcast_id)).status, 'completed');
  });

  async function keys(podcastId: string): Promise<string[]> {
    return (await listSegments(world.db, podcastId)).map(({ speechKey }) => speechKey);
  }
});

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function milliseconds(clock = ''): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return Math.round((hours * 3_600 + minutes * 60 + seconds) * 1_000);
}
