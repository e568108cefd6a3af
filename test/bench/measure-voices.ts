import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sampleText } from '../support/episodes.js';
import { filesIn } from '../support/media-files.js';
import { isolatedConfig, openTemporaryFolder, removeStackData } from '../support/test-servers.js';
import { modelOf } from '../support/voice-models.js';
import { peakRssMb } from './process-tree.js';
import { makeRealEpisode, startRealStack, type RealStack } from './real-stack.js';
import { rounded } from './statistics.js';

/** How much faster than real time each voice should be on one core. */
const goals = { slt: undefined, heart: 40, joe: 9 } as const;
const loadGoalMs = 2_000;
const minutes = 5;
const speakers = [
  { name: 'Ada', voice: 'heart' },
  { name: 'Bob', voice: 'joe' },
];

/** Each voice in a process of its own, then an episode of five minutes by heart and joe on two threads. */
export async function measureVoices(say: (sentence: string) => void) {
  await Promise.all([modelOf('heart'), modelOf('joe')]);
  const report: Record<string, unknown> = {};
  for (const [name, goal] of Object.entries(goals)) {
    say(`The voice ${name} on one thread.`);
    report[name] = {
      ...(await measureVoice(name)),
      ...(goal === undefined ? {} : { goal, cold_load_goal_ms: loadGoalMs }),
    };
  }
  say('An episode of five minutes by heart and joe.');
  return { ...report, episode: await measureEpisode() };
}

async function measureVoice(name: string): Promise<object> {
  const program = fileURLToPath(new URL('./voice-speed.js', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [program, name]);
  return JSON.parse(stdout) as object;
}

async function measureEpisode() {
  const config = isolatedConfig(await openTemporaryFolder('aethercast-bench-'), {
    SPEECH_PROVIDER: 'local',
    SPEECH_THREADS: '2',
  });
  const source = { text: await readFile(sampleText, 'utf8') };
  try {
    const stack = await startRealStack(config);
    try {
      // So that both threads have both models; at another rate, so that no segment of it is used again.
      await makeRealEpisode(stack, {
        ...{ sources: [source], speakers, minutes: 1 },
        voice_params: { speaking_rate: 1.01 },
      });
      const { seconds, state, id } = await makeRealEpisode(stack, { sources: [source], speakers, minutes });
      const { pids } = await stack.look();
      return {
        five_minute_episode_s: rounded(seconds),
        five_minute_episode_goal: 18,
        audio_s: rounded((state.duration_ms ?? 0) / 1_000),
        first_segment_after_script_s: rounded(await firstSegmentAfterScript(stack, id)),
        first_segment_after_script_goal: 1.5,
        worker_peak_rss_mb: Math.round(await peakRssMb(pids['worker'] ?? 0)),
        worker_peak_rss_goal: 900,
      };
    } finally {
      await stack.stop();
    }
  } finally {
    await removeStackData(config);
  }
}

/** Seconds from the script's file to the first one of speech after it. */
async function firstSegmentAfterScript(stack: RealStack, id: string): Promise<number> {
  const { mediaFolder } = await stack.look();
  const files = await filesIn(mediaFolder);
  const script = files.find((file) => file.startsWith(path.join('episodes', id, 'script-')));
  if (script === undefined) throw new Error('the episode has no script');
  const storedMs = await storedAt(script);
  const speech = await Promise.all(files.filter((file) => file.startsWith('speech')).map(storedAt));
  return (Math.min(...speech.filter((ms) => ms > storedMs)) - storedMs) / 1_000;

  async function storedAt(file: string): Promise<number> {
    return (await stat(path.join(mediaFolder, file))).mtimeMs;
  }
}
