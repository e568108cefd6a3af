// Time from the request to the first audio byte at a listener: on the stack as a person runs it, for short and long
// episodes, and with models as slow as real ones.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { requestTicket, StreamListener } from '../../web/listen/index.js';
import type { Config } from '../../platform/config/load-config.js';
import { isolatedConfig, openTemporaryFolder, removeStackData } from '../support/test-servers.js';
import { startBenchServers } from './bench-servers.js';
import { simulatedModelMs } from './simulated-models.js';
import { startRealStack } from './real-stack.js';
import { postEpisode } from './request-episode.js';
import { median, percentile, rounded } from './statistics.js';

const repetitions = 9;
const lengths = [2, 10, 30] as const;
const simulatedRuns = 20;

export async function measureFirstAudio(say: (sentence: string) => void) {
  say('Time to the first audio byte with embedded voices.');
  const flite = await withRealVoices('flite');
  const local = await withRealVoices('auto');
  say('Time to the first audio byte with models as slow as real ones.');
  return { flite, usual_voices: local, simulated_models: await withSimulatedModels() };
}

async function withRealVoices(provider: Config['SPEECH_PROVIDER']) {
  const config = isolatedConfig(await openTemporaryFolder('first-audio-'), { SPEECH_PROVIDER: provider });
  try {
    const stack = await startRealStack(config);
    try {
      const text = await longText();
      // Voices are loaded and calibrated by then.
      await firstAudioMs(stack.gatewayUrl, text, 2);
      const times = new Map(lengths.map((minutes) => [minutes, [] as number[]]));
      for (let repetition = 0; repetition < repetitions; repetition += 1) {
        for (const minutes of lengths) {
          times.get(minutes)?.push(await firstAudioMs(stack.gatewayUrl, text, minutes));
        }
      }
      const [short = [], middle = [], long = []] = lengths.map((minutes) => times.get(minutes));
      return {
        first_audio_p50_s: rounded(median(short) / 1_000),
        goal: 1.5,
        of_10_minutes_s: rounded(median(middle) / 1_000),
        of_30_minutes_s: rounded(median(long) / 1_000),
        long_vs_short: rounded(median(long) / median(short)),
        long_vs_short_goal: 1.2,
        repetitions,
      };
    } finally {
      await stack.stop();
    }
  } finally {
    await removeStackData(config);
  }
}

async function withSimulatedModels() {
  const servers = await startBenchServers({ streamer: true });
  try {
    await servers.startWorker('simulated', 'default');
    const text = await longText();
    await firstAudioMs(servers.gatewayUrl, text, 10);
    const times: number[] = [];
    for (let run = 0; run < simulatedRuns; run += 1) {
      times.push(await firstAudioMs(servers.gatewayUrl, text, 10));
    }
    return {
      ...simulatedModelMs,
      first_audio_p50_s: rounded(median(times) / 1_000),
      p50_goal: 2,
      first_audio_p95_s: rounded(percentile(times, 0.95) / 1_000),
      p95_goal: 4,
      runs: simulatedRuns,
    };
  } finally {
    await servers.stop();
  }
}

/** From before the request is sent until the first byte is at the listener; then the run is cancelled. */
async function firstAudioMs(gatewayUrl: string, text: string, minutes: number): Promise<number> {
  const began = performance.now();
  // Differs from run to run, so that neither the script nor a line of it is stored already.
  const name = randomUUID().slice(0, 8);
  const id = await postEpisode(gatewayUrl, {
    topic: `Number ${name}`,
    minutes,
    sources: [{ text }],
    voice_params: { speaking_rate: 1 + Math.random() / 100 },
  });
  let firstMs: number | undefined;
  const listener: StreamListener = new StreamListener({
    connect: () => requestTicket(gatewayUrl, { podcast_id: id }),
    WebSocket,
    sink: {
      write() {
        firstMs ??= performance.now() - began;
        listener.stop();
      },
    },
  });
  const end = await listener.run();
  if (firstMs === undefined) throw new Error(`nothing was heard: ${JSON.stringify(end)}`);
  await cancelled(gatewayUrl, id);
  return firstMs;
}

/** The next request should not share the machine with this one. */
async function cancelled(gatewayUrl: string, id: string): Promise<void> {
  const address = `${gatewayUrl}/api/v1/podcasts/${id}`;
  await fetch(`${address}/cancel`, { method: 'POST' });
  for (;;) {
    const { overall_status: status } = (await (await fetch(address)).json()) as { overall_status: string };
    if (!['pending', 'in_progress'].includes(status)) return;
    await delay(100);
  }
}

/** All samples: enough words for half an hour. */
async function longText(): Promise<string> {
  const texts = await Promise.all(
    ['short-history-of-the-world.txt', 'tycho-brahe.md'].map((name) =>
      readFile(fileURLToPath(new URL(`../../../samples/${name}`, import.meta.url)), 'utf8'),
    ),
  );
  return texts.join('\n\n');
}
