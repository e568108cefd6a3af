import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { inspectVoice } from '../../activities/models/speech/local/inspect-voice.js';
import { createLocalEngine } from '../../activities/models/speech/local/local-engine.js';
import { createNativeGate, shutNativeGate } from '../../activities/models/speech/local/native-gate.js';
import type { Pcm, SpeechEngine, SpeechRequest } from '../../activities/models/speech/speech-engine.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { VoiceModel } from '../../voices/voice-model.js';
import type { SpeakNews } from '../support/programs/speak-thread.js';
import { modelOf } from '../support/voice-models.js';

const sentence = 'On a cold morning in December, two brothers carried their machine to the beach.';

function coded(code: string, mention: RegExp) {
  return (error: unknown) => {
    assert.ok(error instanceof AethercastError, String(error));
    assert.equal(error.code, code, error.message);
    assert.match(error.message, mention);
    return true;
  };
}

describe('local voices', function () {
  this.timeout(180_000);
  let engine: SpeechEngine;
  let models: Record<'heart' | 'joe', VoiceModel>;
  let folder: string;
  before(async () => {
    engine = await createLocalEngine();
    models = { heart: await modelOf('heart'), joe: await modelOf('joe') };
    folder = await mkdtemp(join(tmpdir(), 'local-voices-'));
  });
  after(() => rm(folder, { recursive: true }));

  function request(
    voice: 'heart' | 'joe',
    text = sentence,
    change: Partial<SpeechRequest> = {},
  ): SpeechRequest {
    return { voice, text, rate: 1, pitch: 1, localModel: models[voice], ...change };
  }

  for (const voice of ['heart', 'joe'] as const)
    describe(voice, () => {
      it('speaks a sentence at the pace of a person', async () => {
        const { samples, sampleRate } = await engine.speak(request(voice));
        const wordsPerMinute = (14 * 60) / (samples.length / sampleRate);
        assert.ok(wordsPerMinute > 120 && wordsPerMinute < 260, `${wordsPerMinute} words per minute`);
        assert.ok(rootMeanSquare(samples) > 500);
      });

      for (const rate of [0.8, 1.2])
        it(`speaks ${rate} times as fast when asked to`, async () => {
          const own = await engine.speak(request(voice));
          const changed = await engine.speak(request(voice, sentence, { rate }));
          const factor = seconds(own) / seconds(changed);
          assert.ok(Math.abs(factor / rate - 1) < 0.12, `${factor}`);
        });

      it('keeps its pace at another pitch, and sounds otherwise', async () => {
        const [own, high] = await Promise.all([
          engine.speak(request(voice)),
          engine.speak(request(voice, sentence, { pitch: 1.1 })),
        ]);
        assert.ok(Math.abs(seconds(own) / seconds(high) - 1) < 0.06, `${seconds(own)} ${seconds(high)}`);
        assert.notDeepEqual(own.samples.subarray(0, 9000), high.samples.subarray(0, 9000));
      });

      it('pauses between sentences for 400 ms, and what the trim leaves', async () => {
        const pcm = await engine.speak(request(voice, 'We saw the beach. Then we went home.'));
        const pause = longestSilenceMs(pcm);
        assert.ok(pause >= 395 && pause <= 520, `${pause} ms`);
      });

      it('gives the same samples in every thread', async () => {
        const here = createHash('sha256')
          .update((await engine.speak(request(voice))).samples)
          .digest('hex');
        const threads = await Promise.all([inThread(request(voice)), inThread(request(voice))]);
        assert.deepEqual(threads, [here, here]);
      });

      for (const text of ['', ' ', '...', '?! -'])
        it(`has nothing to say for ${JSON.stringify(text)}`, async () => {
          await assert.rejects(
            engine.speak(request(voice, text)),
            coded('VFA_SYNTHESIS_FAILED', /no sound to speak/),
          );
        });

      it('is described by its files', async () => {
        const { speakerNames, ...facts } = await inspectVoice(models[voice]);
        const joe = {
          languageCode: 'en-US',
          name: 'joe',
          quality: 'medium',
          family: 'piper',
          sampleRate: 22_050,
        };
        const heart = { family: 'spectral', sampleRate: 24_000 };
        assert.deepEqual(facts, { ...(voice === 'joe' ? joe : heart), speakers: 1, espeakVoice: 'en-us' });
        assert.equal(speakerNames.size, 0);
      });

      it('is refused when its file is cut short', async () => {
        const file = join(folder, `${voice}-short.onnx`);
        await copyFile(models[voice].file, file);
        await truncate(file, 1_000_000);
        await assert.rejects(
          inspectVoice({ ...models[voice], file }),
          coded('VFA_VOICE_MODEL_INVALID', /-short\.onnx is damaged or no ONNX model .*Get the file again/s),
        );
      });

      it('is refused in the place of the other family', async () => {
        const family = voice === 'joe' ? 'spectral' : 'piper';
        await assert.rejects(
          inspectVoice({ ...models[voice], family, configFile: models.joe.configFile ?? '' }),
          coded('VFA_VOICE_MODEL_INVALID', new RegExp(`is no ${family} voice: it takes`)),
        );
      });

      it('is refused with a reading that espeak-ng does not have', async () => {
        await assert.rejects(
          inspectVoice({ ...models[voice], espeakVoice: 'xx-nowhere' }),
          coded('VFA_VOICE_MODEL_INVALID', /xx-nowhere/),
        );
      });
    });

  it('speak a sentence of 2,000 words in bounded memory', async () => {
    const text = `${'the wind was strong and nobody on the beach could say why it was so, '.repeat(134)}they said.`;
    await engine.speak(request('heart'));
    const before = process.memoryUsage().rss;
    const pcm = await engine.speak(request('heart', text.replaceAll(',', '')));
    const grown = (process.memoryUsage().rss - before) / 1e6;
    assert.ok(seconds(pcm) > 400, `${seconds(pcm)} s`);
    assert.ok(grown < 400, `${grown} MB`);
  });

  it('are refused without a file, without a config, and with one that is none', async () => {
    const { file, family, espeakVoice } = models.joe;
    const bare: VoiceModel = { file, family, espeakVoice };
    const missing = join(folder, 'missing.onnx');
    const notJson = join(folder, 'not-json.onnx.json');
    const noMap = join(folder, 'no-map.onnx.json');
    const absurd = join(folder, 'absurd.onnx.json');
    const config = JSON.parse(await readFile(models.joe.configFile!, 'utf8')) as Record<string, unknown>;
    await writeFile(notJson, '<html>');
    await writeFile(noMap, JSON.stringify({ ...config, phoneme_id_map: undefined }));
    await writeFile(absurd, JSON.stringify({ ...config, audio: { sample_rate: 7 } }));
    for (const [model, mention] of [
      [{ ...models.heart, file: missing }, /missing\.onnx cannot be read/],
      [bare, /has no config.*needs its \.onnx\.json/],
      [{ ...models.joe, configFile: missing }, /missing\.onnx cannot be read/],
      [{ ...models.joe, configFile: notJson }, /not-json\.onnx\.json is not JSON/],
      [{ ...models.joe, configFile: noMap }, /no-map\.onnx\.json is no Piper config: phoneme_id_map/],
      [{ ...models.joe, configFile: absurd }, /absurd\.onnx\.json is no Piper config: audio\.sample_rate/],
    ] as const)
      await assert.rejects(inspectVoice(model), coded('VFA_VOICE_MODEL_INVALID', mention));
  });

  it('are refused with the config of another voice', async () => {
    const config = JSON.parse(await readFile(models.joe.configFile!, 'utf8')) as Record<string, object>;
    const beyond = join(folder, 'beyond.onnx.json');
    await writeFile(
      beyond,
      JSON.stringify({ ...config, phoneme_id_map: { ...config.phoneme_id_map, ʤ: [9000] } }),
    );
    await assert.rejects(
      inspectVoice({ ...models.joe, configFile: beyond }),
      coded('VFA_VOICE_MODEL_INVALID', /cannot speak what its config allows .*belong together/s),
    );
    const several = join(folder, 'several.onnx.json');
    await writeFile(several, JSON.stringify({ ...config, num_speakers: 3 }));
    await assert.rejects(
      inspectVoice({ ...models.joe, configFile: several }),
      coded('VFA_VOICE_MODEL_INVALID', /is no piper voice: it takes input, input_lengths, scales.*sid/),
    );
  });

  it('are refused rather than swallowing words that they have no sounds for', async () => {
    const config = JSON.parse(await readFile(models.joe.configFile!, 'utf8')) as { phoneme_id_map: object };
    const poor = join(folder, 'poor.onnx.json');
    const vowels = new Set(['ə', 'æ', 'ɪ', 'ɑ', 'ʌ']);
    const map = Object.entries(config.phoneme_id_map).filter(([phoneme]) => !vowels.has(phoneme));
    await writeFile(poor, JSON.stringify({ ...config, phoneme_id_map: Object.fromEntries(map) }));
    await assert.rejects(
      engine.speak(request('joe', sentence, { localModel: { ...models.joe, configFile: poor } })),
      coded('VFA_VOICE_MODEL_INVALID', /does not know \d+ of the \d+ sounds/),
    );
  });

  it('are loaded again after a load that failed', async () => {
    const file = join(folder, 'mended.onnx');
    const localModel = { ...models.heart, file };
    await assert.rejects(
      engine.speak(request('heart', sentence, { localModel })),
      coded('VFA_VOICE_MODEL_INVALID', /mended\.onnx cannot be read/),
    );
    await copyFile(models.heart.file, file);
    assert.ok((await engine.speak(request('heart', sentence, { localModel }))).samples.length > 0);
  });

  it('may have their threads ended at any time once the gate is shut', async () => {
    for (let round = 0; round < 12; round++) {
      const worker = speakingThread();
      const gate = createNativeGate();
      const ended = new Promise((resolve) => worker.once('exit', resolve));
      const begun = new Promise((resolve) => worker.once('message', resolve));
      worker.postMessage({ request: request(round % 2 ? 'heart' : 'joe', `${sentence} `.repeat(8)), gate });
      await begun;
      await setTimeout(60 * round);
      await shutNativeGate(gate);
      await worker.terminate();
      await ended;
    }
  });

  it('let the process exit while they speak', async () => {
    const program = fileURLToPath(new URL('../support/programs/exit-while-speaking.js', import.meta.url));
    for (const [round, voice] of (['joe', 'heart', 'joe', 'heart', 'joe'] as const).entries()) {
      const spec = JSON.stringify(request(voice, `${sentence} `.repeat(8)));
      const { stderr } = await promisify(execFile)(process.execPath, [program, spec, String(300 * round)]);
      assert.doesNotMatch(stderr, /terminate|abort/i);
    }
  });
});

function speakingThread(): Worker {
  return new Worker(new URL('../support/programs/speak-thread.js', import.meta.url));
}

async function inThread(request: SpeechRequest): Promise<string | undefined> {
  const worker = speakingThread();
  worker.postMessage({ request, gate: createNativeGate() });
  const sha256 = await new Promise<string | undefined>((resolve) =>
    worker.on('message', (news: SpeakNews) => {
      if (news.kind !== 'begun') resolve(news.kind === 'spoken' ? news.sha256 : news.code);
    }),
  );
  await worker.terminate();
  return sha256;
}

function seconds({ samples, sampleRate }: Pcm): number {
  return samples.length / sampleRate;
}

function rootMeanSquare(samples: Int16Array): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length);
}

/** Silence: below -50 dB of full scale. */
function longestSilenceMs({ samples, sampleRate }: Pcm): number {
  let [longest, current] = [0, 0];
  for (const sample of samples) {
    current = Math.abs(sample) < 100 ? current + 1 : 0;
    longest = Math.max(longest, current);
  }
  return (longest * 1000) / sampleRate;
}
