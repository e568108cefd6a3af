// `npm run soak -- [episodes]` (default 200): one-minute episodes by both neural voices on two threads, beside ten hostile
// documents. Samples the worker's memory and event-loop delay once a second into `soak.csv` and `soak.svg` (SOAK_OUT: the
// folder), prints maximum and p99 against the bounds, and ends with exit code 1 when one of them is broken.
import { readFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Vitals } from '../../platform/http/vitals.js';
import { createLogger } from '../../platform/log.js';
import { sampleText } from '../support/episodes.js';
import { hostileDocuments } from '../support/hostile-documents.js';
import { isolatedConfig, openTemporaryFolder, removeStackData } from '../support/test-servers.js';
import { modelOf } from '../support/voice-models.js';
import { plotSvg } from './plot-svg.js';
import { makeRealEpisode, startRealStack, type RealStack } from './real-stack.js';
import { postEpisode } from './request-episode.js';
import { rounded } from './statistics.js';

const bounds = { rssMb: 900, delayMs: 200 };
const sampleMs = 1_000;
/** Episodes that are being made at the same time. */
const atOnce = 2;
const speakers = [
  { name: 'Ada', voice: 'heart' },
  { name: 'Bob', voice: 'joe' },
];

type Sample = { seconds: number; rssMb: number; delayP99Ms: number; delayMaxMs: number; episodes: number };

const episodes = Number(process.argv[2] ?? 200);
if (!Number.isInteger(episodes) || episodes < 1) throw new Error('Usage: npm run soak -- [episodes]');
const log = createLogger('soak', 'info');
await Promise.all([modelOf('heart'), modelOf('joe')]);
const text = await readFile(sampleText, 'utf8');
const config = isolatedConfig(await openTemporaryFolder('aethercast-soak-'), {
  SPEECH_PROVIDER: 'local',
  SPEECH_THREADS: '2',
});

const samples: Sample[] = [];
let finished = 0;
let failed = 0;
try {
  const stack = await startRealStack(config);
  try {
    const sampling = new AbortController();
    const sampled = sample(stack, sampling.signal);
    const documents = sendDocuments(stack);
    await Promise.all(Array.from({ length: atOnce }, (_, lane) => make(stack, lane)));
    await documents;
    sampling.abort();
    await sampled;
  } finally {
    await stack.stop();
  }
} finally {
  await removeStackData(config);
}
process.exitCode = (await report()) ? 0 : 1;

/** Every episode has a text and a speed of its own, so that no line of it is stored already. */
async function make(stack: RealStack, lane: number): Promise<void> {
  for (let index = lane; index < episodes; index += atOnce) {
    const from = (index * 997) % Math.max(1, text.length - 6_000);
    try {
      await makeRealEpisode(stack, {
        ...{ topic: `Soak ${index + 1}`, minutes: 1, speakers },
        sources: [{ text: text.slice(from, from + 6_000) }],
        voice_params: { speaking_rate: 1 + (index % 90) / 1_000 },
      });
      finished += 1;
    } catch (error) {
      failed += 1;
      log.error({ err: error, episode: index + 1 }, 'an episode failed');
    }
  }
}

/** One after the other, spread over the whole run. How they end is not our concern. */
async function sendDocuments(stack: RealStack): Promise<void> {
  const documents = hostileDocuments();
  for (const [index, { name, type, bytes }] of documents.entries()) {
    while (finished + failed < (index * episodes) / documents.length) await delay(200);
    log.info({ document: name }, 'sending a hostile document');
    const uploaded = await fetch(`${stack.gatewayUrl}/api/v1/uploads?filename=${name}`, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body: bytes,
    });
    if (!uploaded.ok) continue;
    const { upload_id } = (await uploaded.json()) as { upload_id: string };
    await postEpisode(stack.gatewayUrl, { topic: name, sources: [{ upload_id }], minutes: 1 });
  }
}

async function sample(stack: RealStack, signal: AbortSignal): Promise<void> {
  const { workerUrl = '' } = await stack.look();
  const began = Date.now();
  while (!signal.aborted) {
    await delay(sampleMs);
    // A worker that answers late is what the next answer tells: its delay is counted there.
    const answer = await fetch(`${workerUrl}/vitals`).catch(() => undefined);
    if (!answer?.ok) continue;
    const { rss_bytes: rss, event_loop_delay_ms: delays } = (await answer.json()) as Vitals;
    samples.push({
      seconds: Math.round((Date.now() - began) / 1_000),
      rssMb: Math.round(rss / 2 ** 20),
      delayP99Ms: delays.p99,
      delayMaxMs: delays.max,
      episodes: finished,
    });
  }
}

async function report(): Promise<boolean> {
  const folder = process.env['SOAK_OUT'] ?? 'soak';
  await mkdir(folder, { recursive: true });
  const header = 'seconds,rss_mb,event_loop_delay_p99_ms,event_loop_delay_max_ms,episodes';
  const lines = samples.map((one) => Object.values(one).join(','));
  await writeFile(path.join(folder, 'soak.csv'), `${[header, ...lines].join('\n')}\n`);
  const seconds = samples.map((one) => one.seconds);
  await writeFile(
    path.join(folder, 'soak.svg'),
    plotSvg(seconds, [
      { name: 'memory, MB', values: samples.map((one) => one.rssMb), bound: bounds.rssMb },
      {
        name: 'event-loop delay, p99 of a second, ms',
        values: samples.map((one) => one.delayP99Ms),
        bound: bounds.delayMs,
      },
    ]),
  );
  const rss = sorted(samples.map((one) => one.rssMb));
  const delays = sorted(samples.map((one) => one.delayP99Ms));
  const held = {
    memory: (rss.at(-1) ?? Infinity) < bounds.rssMb,
    event_loop_delay: percentile(delays, 99) < bounds.delayMs,
    episodes: failed === 0 && finished === episodes,
  };
  const figures = {
    episodes: { finished, failed },
    seconds: seconds.at(-1) ?? 0,
    memory_mb: {
      max: rss.at(-1) ?? 0,
      p99: percentile(rss, 99),
      median: percentile(rss, 50),
      bound: bounds.rssMb,
    },
    event_loop_delay_ms: {
      p99: rounded(percentile(delays, 99)),
      max: Math.max(0, ...samples.map((one) => one.delayMaxMs)),
      bound: bounds.delayMs,
    },
    held,
    files: [path.join(folder, 'soak.csv'), path.join(folder, 'soak.svg')],
  };
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  return Object.values(held).every(Boolean);
}

function sorted(values: readonly number[]): number[] {
  return values.toSorted((one, other) => one - other);
}

/** Of values in order. */
function percentile(values: readonly number[], percent: number): number {
  return values[Math.min(values.length - 1, Math.floor((values.length * percent) / 100))] ?? 0;
}
