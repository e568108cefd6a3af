import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createVoiceForge, type ForgedSegment } from '../../activities/voice-forge/voice-forge.js';
import { loadConfig } from '../../platform/config/load-config.js';
import { decodeWhole } from '../fakes/decode.js';
import { loadReferenceMeter } from '../fakes/ebur128.js';
import { repositoryRoot } from '../support/repository-root.js';
import { findRecogniser, type Recogniser } from '../support/recogniser.js';
import { wordErrors, wordsOf } from '../support/word-errors.js';

const voices = ['heart', 'joe', 'slt'] as const;
type VoiceName = (typeof voices)[number];

describe('local voices', function () {
  this.timeout(600_000);
  const forge = createVoiceForge(loadConfig({ SPEECH_THREADS: '2' }));
  const spoken = new Map<VoiceName, ForgedSegment[]>();
  let recogniser: Recogniser | undefined;
  let lines: string[];

  function plan(voice: string, text: string) {
    return forge.plan({ voice, text, language: 'en-US', pauseMs: 300 });
  }

  before(async () => {
    recogniser = await findRecogniser();
    lines = await sampleLines(20, recogniser?.vocabulary);
    for (const voice of voices)
      spoken.set(voice, await Promise.all(lines.map((line) => forge.forge(plan(voice, line)))));
  });
  after(() => forge.close());

  it('give the same bytes twice, in different threads', async () => {
    const other = createVoiceForge(loadConfig({ SPEECH_THREADS: '1' }));
    try {
      for (const voice of voices) {
        for (const at of [3, 7]) {
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

  it('are understood by a recogniser: heart errs at most 0.6 times as often as Flite', async function () {
    if (recogniser === undefined) {
      console.log('      skipped: not installed (Debian: pocketsphinx, pocketsphinx-en-us)');
      this.skip();
    }
    const [heart, slt] = await errorRates(recogniser, ['heart', 'slt']);
    console.log(`      word error rates: heart ${heart}, Flite slt ${slt}`);
    assert.ok(heart! <= 0.6 * slt!, `heart ${heart} against slt ${slt}`);
  });

  async function errorRates(recogniser: Recogniser, voices: VoiceName[]): Promise<number[]> {
    const heard = await recogniser.recognise(
      voices.flatMap((voice) => spoken.get(voice)!.map(({ mp3 }) => mp3)),
    );
    return voices.map((voice, index) => {
      const own = heard.slice(index * lines.length);
      return wordErrors(lines.map((line, at) => [plan(voice, line).text, own[at]!])).rate;
    });
  }
});

/** Sentences of middle length from the samples, spread over them, of words in the vocabulary only. */
async function sampleLines(count: number, vocabulary?: ReadonlySet<string>): Promise<string[]> {
  const texts = await Promise.all(
    ['tycho-brahe.md', 'short-history-of-the-world.txt'].map((name) =>
      readFile(path.join(repositoryRoot, 'samples', name), 'utf8'),
    ),
  );
  const text = texts.join(' ');
  const sentences = text
    .replace(/\s+/g, ' ')
    .split(/(?<=[.?!]) (?=[A-Z])/)
    .filter((sentence) => sentence.length > 60 && sentence.length < 140 && /^[\x20-\x7e]+$/.test(sentence))
    .filter((sentence) => !vocabulary || wordsOf(sentence).every((word) => vocabulary.has(word)));
  assert.ok(sentences.length >= count);
  return Array.from({ length: count }, (_, at) => sentences[Math.floor((at * sentences.length) / count)]!);
}
