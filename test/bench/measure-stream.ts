// The live stream: many listeners of one episode, and how fast frames go out against a bare broadcast.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { GrowingEpisode, makeSegments, type MadeSegment } from '../support/growing-episode.js';
import { createStreamWorld, type StreamWorld } from '../support/stream-world.js';
import type { StreamerProcess } from '../support/service-processes.js';
import { openTemporaryFolder } from '../support/test-servers.js';
import { costOf, peakRssMb } from './process-tree.js';
import { median, percentile, rounded } from './statistics.js';
import type { ListenOrder, ListenReport } from './stream-listeners.js';

const liveListeners = 2_000;
/** What a listener hears in the live part, in segments as long as usual lines. */
const liveSegments = 6;
const segmentSeconds = 5;
const throughputListeners = 200;
const rounds = 5;

export async function measureStream(say: (sentence: string) => void) {
  const world = await createStreamWorld();
  try {
    const streamer = await world.startStreamer();
    const segments = await makeSegments(liveSegments * 2, segmentSeconds);
    say(`${liveListeners} listeners of one live episode.`);
    const live = await measureLive(world, streamer, segments);
    say('Frames per second against a bare broadcast.');
    const many = [...segments, ...segments, ...segments];
    const throughput = await measureThroughput(world, streamer, many);
    return { ...live, ...throughput };
  } finally {
    await world.close();
  }
}

/** Segments come at the pace of speech; what the streamer costs meanwhile, and how late frames are. */
async function measureLive(world: StreamWorld, streamer: StreamerProcess, segments: readonly MadeSegment[]) {
  const episode = await GrowingEpisode.begin(world);
  const crowd = await startCrowd();
  try {
    await crowd.open(await ordersFor(world, streamer, episode, liveListeners));
    const before = await costOf([streamer.pid]);
    const began = performance.now();
    const offsets: number[] = [];
    for (const segment of segments.slice(0, liveSegments)) {
      offsets.push(episode.bytes);
      await episode.add(segment);
      await delay(segmentSeconds * 1_000);
    }
    const elapsed = (performance.now() - began) / 1_000;
    const after = await costOf([streamer.pid]);
    const recordedAt = await whenRecorded(world, episode);
    const { delaysMs } = await crowd.report(
      offsets.map((offset, seq) => ({ offset, at: recordedAt[seq] ?? NaN })),
    );
    await episode.finish();
    return {
      live_listeners: liveListeners,
      cores: rounded((after.cpuSeconds - before.cpuSeconds) / elapsed),
      cores_goal: 0.3,
      peak_rss_mb: Math.round(await peakRssMb(streamer.pid)),
      peak_rss_goal: 300,
      chunk_delay_p50_ms: rounded(median(delaysMs)),
      chunk_delay_p99_ms: rounded(percentile(delaysMs, 0.99)),
      chunk_delay_p99_goal: 250,
      frames_measured: delaysMs.length,
    };
  } finally {
    crowd.stop();
  }
}

/** When each segment came on record, by the clock of this machine. */
async function whenRecorded({ db }: StreamWorld, { podcastId }: GrowingEpisode): Promise<number[]> {
  const rows = await db
    .selectFrom('episode_segments')
    .select('created_at')
    .where('workflow_id', '=', podcastId)
    .orderBy('seq')
    .execute();
  return rows.map(({ created_at: at }) => at.getTime());
}

/** Three minutes of audio appear at once; bare and ours in turns, the same frames, the same number of listeners. */
async function measureThroughput(
  world: StreamWorld,
  streamer: StreamerProcess,
  segments: readonly MadeSegment[],
) {
  const audio = Buffer.concat(segments.map(({ mp3 }) => mp3));
  const folder = await openTemporaryFolder('frames-');
  const file = path.join(folder, 'frames.mp3');
  await writeFile(file, audio);
  const ours: number[] = [];
  const bare: number[] = [];
  const broadcaster = fork(programs('bare-broadcast.js'), { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  try {
    const [line] = (await once(broadcaster.stdout ?? broadcaster, 'data')) as [Buffer];
    const barePort = Number(/port (\d+)/.exec(line.toString())?.[1]);
    const bareCrowd = await startCrowd();
    await bareCrowd.open({
      bare: true,
      url: `ws://127.0.0.1:${barePort}`,
      joins: Array.from({ length: throughputListeners }, () => ({ stream_id: '', ticket: '' })),
    });
    for (let round = 0; round < rounds; round += 1) {
      const there = bareCrowd.waitFor(audio.length * throughputListeners);
      broadcaster.send({ broadcast: file, from: audio.length * round });
      await there;
      bare.push(framesPerSecond(await bareCrowd.report([])));

      const episode = await GrowingEpisode.begin(world);
      const crowd = await startCrowd();
      await crowd.open(await ordersFor(world, streamer, episode, throughputListeners));
      const allThere = crowd.waitFor(audio.length * throughputListeners);
      // The last hole filled makes all that waited behind it appear at once.
      for (const [seq, segment] of segments.entries()) if (seq > 0) await episode.add(segment, seq);
      await episode.add(segments[0] as MadeSegment, 0);
      await allThere;
      ours.push(framesPerSecond(await crowd.report([])));
      crowd.stop();
      await episode.finish();
    }
    bareCrowd.stop();
  } finally {
    broadcaster.kill();
    await rm(folder, { recursive: true, force: true });
  }
  return {
    frames_per_s: Math.round(median(ours)),
    bare_frames_per_s: Math.round(median(bare)),
    frames_vs_bare_broadcast: rounded(median(ours) / median(bare)),
    frames_vs_bare_goal: 0.7,
    throughput_listeners: throughputListeners,
  };
}

function framesPerSecond({ messages, firstAt, lastAt }: ListenReport): number {
  return (messages * 1_000) / (lastAt - firstAt);
}

async function ordersFor(
  world: StreamWorld,
  streamer: StreamerProcess,
  episode: GrowingEpisode,
  listeners: number,
): Promise<ListenOrder> {
  const joins: ListenOrder['joins'] = [];
  for (let at = 0; at < listeners; at += 1) {
    const { ticket, streamId } = await world.ticket(episode, streamer.port);
    joins.push({ stream_id: streamId, ticket });
  }
  return { bare: false, url: `ws://127.0.0.1:${streamer.port}/api/v1/podcasts/stream`, joins };
}

type Crowd = {
  open(order: ListenOrder): Promise<void>;
  /** Resolves when so many bytes in all have come. */
  waitFor(bytes: number): Promise<unknown>;
  report(times: { offset: number; at: number }[]): Promise<ListenReport>;
  stop(): void;
};

/** Listeners in a process of their own, so that they do not take the time that they measure. */
async function startCrowd(): Promise<Crowd> {
  const child = fork(programs('stream-listeners.js'));
  await once(child, 'spawn');

  async function answer<Answer>(name: string): Promise<Answer> {
    for (;;) {
      const [message] = (await once(child, 'message')) as [Record<string, Answer>];
      const value = message[name];
      if (value !== undefined) return value;
    }
  }

  return {
    async open(order) {
      const opened = answer<number>('open');
      child.send({ open: order });
      await opened;
    },
    waitFor(bytes) {
      const there = answer<true>('there');
      child.send({ waitFor: bytes });
      return there;
    },
    report(times) {
      const report = answer<ListenReport>('report');
      child.send({ report: times });
      return report;
    },
    stop: () => stopChild(child),
  };
}

function stopChild(child: ChildProcess): void {
  child.kill();
}

function programs(name: string): string {
  return fileURLToPath(new URL(`./${name}`, import.meta.url));
}
