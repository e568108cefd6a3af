import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { createVoiceForge, type ForgedSegment } from '../../activities/voice-forge/voice-forge.js';
import { loadConfig } from '../../platform/config/load-config.js';
import { decodeWhole } from '../fakes/decode.js';
import { loadReferenceMeter } from '../fakes/ebur128.js';
import { repositoryRoot } from '../unit/repository-root.js';
import { wordErrors, type Recognised } from '../support/word-errors.js';

const run = promisify(execFile);
const voices = ['heart', 'joe', 'slt'] as const;
type VoiceName = (typeof voices)[number];

describe('local voices', function () {
  this.timeout(240_000);
  const forge = createVoiceForge(loadConfig({ SPEECH_THREADS: '2' }));
  const spoken = new Map<VoiceName, ForgedSegment[]>();
  let lines: string[];

  function plan(voice: string, text: string) {
    return forge.plan({ voice, text, language: 'en-US', pauseMs: 300 });
  }

  before(async () => {
    lines = await sampleLines(20);
    for (const voice of voices)
      spoken.set(voice, await Promise.all(lines.map((line) => forge.forge(plan(voice, line)))));
  });
  after(() => forge.close());

  it('give the same bytes twice, in different threads', async () => {
    const other = createVoiceForge(loadConfig({ SPEECH_THREADS: '1' }));
    try {
      for (const voice of voices) {
        for (const at of [3, 0, 7]) {
          const again = await other.forge(plan(voice, lines[at]!));
          assert.equal(again.sha256, spoken.get(voice)![at]!.sha256, `${voice}, line ${at}`);
        }
      }
    } finally {
      await other.close();
    }
  });

  it('are equally loud, by an independent meter', async () => {
    const meter = await loadReferenceMeter();
    for (const voice of ['heart', 'joe'] as const) {
      const levels: number[] = [];
      for (const { mp3, loudnessLufs } of spoken.get(voice)!.slice(0, 10))
        if (loudnessLufs !== null) levels.push(meter.lufs(await decodeWhole(mp3)));
      const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
      assert.ok(Math.abs(mean + 19) < 0.5, `${voice}: ${mean} LUFS over ${levels.length} lines`);
    }
  });

  it('begin and end without breath or hiss beyond 50 ms, and without a click', async () => {
    for (const voice of ['heart', 'joe'] as const) {
      for (const [at, { mp3 }] of spoken.get(voice)!.entries()) {
        const samples = await decodeWhole(mp3);
        const first = samples.findIndex((sample) => Math.abs(sample) > 0.01);
        const last = samples.findLastIndex((sample) => Math.abs(sample) > 0.003);
        // The codec's own delay comes before the first sound; the pause of 300 ms and padding to whole frames after.
        assert.ok(first / 44.1 < 95, `${voice}, line ${at}: sound begins at ${first / 44.1} ms`);
        const silenceMs = (samples.length - last) / 44.1;
        assert.ok(silenceMs > 240 && silenceMs < 450, `${voice}, line ${at}: ${silenceMs} ms of silence`);
        assert.ok(
          samples.subarray(0, 400).every((sample) => Math.abs(sample) < 0.02),
          'begins in silence',
        );
      }
    }
  });

  it('speak for as long as predicted, within 10 % over 20 lines', () => {
    for (const voice of ['heart', 'joe'] as const) {
      const predicted = lines.reduce((sum, line) => sum + forge.estimateMs(plan(voice, line)), 0);
      const real = spoken.get(voice)!.reduce((sum, { durationMs }) => sum + durationMs, 0);
      assert.ok(Math.abs(predicted / real - 1) < 0.1, `${voice}: ${predicted} for ${real}`);
    }
  });

  it('stop within seconds when a line is given up, and the process lives on', async () => {
    const long = Array.from(
      { length: 30 },
      (_, at) => `This is sentence number ${at} of a line that nobody wants.`,
    );
    for (let round = 0; round < 3; round++) {
      const giveUp = new AbortController();
      const speaking = forge.forge(plan('joe', long.join(' ').slice(0, 1500)), giveUp.signal);
      setTimeout(() => giveUp.abort(new Error('given up')), 150 + 200 * round);
      await assert.rejects(speaking, /given up/);
    }
    assert.equal((await forge.forge(plan('joe', lines[0]!))).sha256, spoken.get('joe')![0]!.sha256);
  });

  it('are understood by a recogniser: heart errs less than Flite', async function () {
    const recogniser = await findRecogniser();
    if (recogniser === undefined) {
      console.log(
        '      skipped: pocketsphinx_continuous is not installed (Debian: pocketsphinx, pocketsphinx-en-us)',
      );
      this.skip();
    }
    const errors = new Map<VoiceName, Recognised>();
    for (const voice of ['heart', 'slt'] as const) {
      const heard = await Promise.all(spoken.get(voice)!.map(({ mp3 }) => recognise(recogniser, mp3)));
      errors.set(voice, wordErrors(lines.map((line, at) => [plan(voice, line).text, heard[at] ?? ''])));
    }
    const [heart, slt] = (['heart', 'slt'] as const).map((voice) => errors.get(voice)!.rate);
    console.log(`      word error rates: heart ${heart}, Flite slt ${slt}`);
    assert.ok(heart! < slt!, `heart ${heart} against slt ${slt}`);
  });
});

/** Sentences of middle length from the samples, spread over them. */
async function sampleLines(count: number): Promise<string[]> {
  const texts = await Promise.all(
    ['tycho-brahe.md', 'short-history-of-the-world.txt'].map((name) =>
      readFile(path.join(repositoryRoot, 'samples', name), 'utf8'),
    ),
  );
  const text = texts.join(' ');
  const sentences = text
    .replace(/\s+/g, ' ')
    .split(/(?<=[.?!]) (?=[A-Z])/)
    .filter((sentence) => sentence.length > 60 && sentence.length < 140 && /^[\x20-\x7e]+$/.test(sentence));
  const step = Math.floor(sentences.length / count);
  return Array.from({ length: count }, (_, at) => sentences[at * step] ?? '');
}

async function findRecogniser(): Promise<string | undefined> {
  try {
    await run('pocketsphinx_continuous', ['-help']);
    return 'pocketsphinx_continuous';
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    return 'pocketsphinx_continuous';
  }
}

/** What the recogniser hears: it takes 16 kHz mono PCM. */
async function recognise(recogniser: string, mp3: Uint8Array): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'aethercast-recognise-'));
  try {
    const file = path.join(folder, 'line.raw');
    await writeFile(file, toPcm16k(await decodeWhole(mp3)));
    const { stdout } = await run(recogniser, ['-infile', file, '-logfn', path.join(folder, 'log')]);
    return stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const halfTaps = 40;
const cutoffHz = 7_200;

/** 44.1 to 16 kHz through a windowed sinc, so that nothing above 8 kHz folds back into the speech. */
function toPcm16k(samples: Float32Array): Buffer {
  const ratio = 44_100 / 16_000;
  const pcm = Buffer.alloc(Math.floor(samples.length / ratio) * 2);
  for (let at = 0; at < pcm.length / 2; at++) {
    const center = at * ratio;
    let sum = 0;
    for (let tap = Math.ceil(center - halfTaps); tap <= center + halfTaps; tap++)
      sum += (samples[tap] ?? 0) * lowPass(tap - center);
    pcm.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sum)) * 32_767), at * 2);
  }
  return pcm;
}

function lowPass(offset: number): number {
  const phase = (2 * Math.PI * cutoffHz * offset) / 44_100;
  const sinc = ((2 * cutoffHz) / 44_100) * (phase === 0 ? 1 : Math.sin(phase) / phase);
  return sinc * (0.5 + 0.5 * Math.cos((Math.PI * offset) / halfTaps));
}
