// Process: one voice on one thread, from a cold start. Prints a line of JSON.
import { embeddedEngine } from '../../activities/models/speech/embedded-engines.js';
import { speechRequest } from '../../activities/voice-forge/speech-request.js';
import { speechToSegment } from '../../activities/voice-forge/speech-to-segment.js';
import { createVoiceForge } from '../../activities/voice-forge/voice-forge.js';
import { loadConfig } from '../../platform/config/load-config.js';
import { sampleLines } from '../../voices/sample-lines.js';
import { createVoiceCatalog } from '../../voices/voice-catalog.js';
import { modelOf } from '../support/voice-models.js';
import { median, rounded } from './statistics.js';

const passes = 5;

const config = loadConfig();
const voice = createVoiceCatalog(config).find(process.argv[2] ?? '');
const { name, engine: engineName, gainDb, pace } = voice;
const spoken = {
  ...{ name, engine: engineName, gainDb, pace },
  ...(name === 'heart' || name === 'joe' ? { localModel: await modelOf(name) } : {}),
};
// It only plans; its threads start with work, and there is none for them.
const forge = createVoiceForge(config);
const specs = sampleLines(voice.locale).map((text) =>
  forge.plan({ voice: name, text, language: voice.locale, pauseMs: 300 }),
);
const [first] = specs;
if (first === undefined) throw new Error('there are no lines');

/** What a thread has to do before its first line: runtime, phonemes and model, less the line itself. */
const cold = await timed(async () => (await embeddedEngine(engineName)).speak(speechRequest(first, spoken)));
const engine = await embeddedEngine(engineName);
const warm = await timed(() => engine.speak(speechRequest(first, spoken)));

const [speaking, cpu, forging] = [[], [], []] as [number[], number[], number[]];
for (let pass = 0; pass < passes; pass++) {
  const sums = { seconds: 0, speakMs: 0, cpuMs: 0, finishMs: 0 };
  for (const spec of specs) {
    const speech = await timed(() => engine.speak(speechRequest(spec, spoken)));
    const segment = await timed(() => speechToSegment(speech.value, spec, spoken));
    sums.seconds += speech.value.samples.length / speech.value.sampleRate;
    sums.speakMs += speech.ms;
    sums.cpuMs += speech.cpuMs;
    sums.finishMs += segment.ms;
  }
  speaking.push((1_000 * sums.seconds) / sums.speakMs);
  cpu.push((1_000 * sums.seconds) / sums.cpuMs);
  forging.push((1_000 * sums.seconds) / (sums.speakMs + sums.finishMs));
}
await forge.close();
process.stdout.write(
  `${JSON.stringify({
    real_time_factor: rounded(median(speaking)),
    // By processor time, which says more than the clock where others use the machine, too.
    real_time_factor_by_cpu: rounded(median(cpu)),
    real_time_factor_of_forge: rounded(median(forging)),
    cold_load_ms: Math.round(cold.ms - warm.ms),
  })}\n`,
);

async function timed<Value>(
  work: () => Promise<Value>,
): Promise<{ value: Value; ms: number; cpuMs: number }> {
  const [began, cpuBefore] = [performance.now(), process.cpuUsage()];
  const value = await work();
  const { user, system } = process.cpuUsage(cpuBefore);
  return { value, ms: performance.now() - began, cpuMs: (user + system) / 1_000 };
}
