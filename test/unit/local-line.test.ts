import assert from 'node:assert/strict';
import { encodePhonemes } from '../../activities/models/speech/local/encode-phonemes.js';
import { joinSentences } from '../../activities/models/speech/local/join-sentences.js';
import { piperIds } from '../../activities/models/speech/local/piper/piper-network.js';
import type { PiperConfig } from '../../activities/models/speech/local/piper/read-piper-config.js';
import { seedOf } from '../../activities/models/speech/local/seed-of.js';
import { AethercastError } from '../../platform/aethercast-error.js';

const rate = 22_050;

function coded(code: string, mention: RegExp) {
  return (error: unknown) =>
    error instanceof AethercastError && error.code === code && mention.test(error.message);
}

describe('joining the sentences of a line', () => {
  function tone(amplitude = 0.5) {
    return Float32Array.from({ length: rate / 2 }, (_, at) => amplitude * Math.sin(at / 10));
  }

  function part(sentence: string, samples = tone()) {
    return { samples, sampleRate: rate, sentence };
  }

  for (const [sentence, ms] of [
    ['ðˈɛn.', 400],
    ['wˈaɪ?', 450],
    ['ænd,', 150],
    ['ðə', 40],
  ] as const)
    it(`leaves ${ms} ms of silence behind ${sentence}`, () => {
      const { samples } = joinSentences([part(sentence), part('jˈɛs.')]);
      const expected = rate + (rate * ms) / 1000;
      assert.ok(Math.abs(samples.length - expected) <= 1, `${samples.length} samples`);
      assert.ok(
        samples.subarray(rate / 2 + 1, rate / 2 + (rate * ms) / 1000 - 1).every((sample) => sample === 0),
      );
    });

  it('cuts each sentence its own silence off', () => {
    const padded = new Float32Array(3 * rate);
    padded.set(tone(), rate);
    const { samples } = joinSentences([part('ðˈɛn.', padded), part('jˈɛs.', padded)]);
    assert.ok(samples.length < 1.6 * rate, `${samples.length} samples`);
  });

  it('has no step at its inner ends', () => {
    const [one, other] = [0, 0].map(() => new Float32Array(rate / 2).fill(0.8));
    const { samples } = joinSentences([part('ðˈɛn.', one), part('jˈɛs.', other)]);
    const inner = samples.subarray(100, samples.length - 100);
    const step = inner.reduce(
      (most, sample, at) => (at ? Math.max(most, Math.abs(sample - inner[at - 1]!)) : 0),
      0,
    );
    assert.ok(step < 500, `a step of ${step}`);
  });

  it('makes a line beyond full scale quieter instead of clipping it', () => {
    const { samples } = joinSentences([part('ðˈɛn.', tone(2)), part('jˈɛs.', tone(0.5))]);
    const [first, second] = [samples.subarray(0, rate / 2), samples.subarray(rate)].map((sentence) =>
      sentence.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0),
    );
    assert.ok(Math.abs(first! - 32_767) < 40);
    assert.ok(Math.abs(second! - 32_767 / 4) < 40);
  });

  it('fails on a sentence that came out silent, or as no number', () => {
    assert.throws(
      () => joinSentences([part('jˈɛs.'), part('ðˈɛn.', new Float32Array(rate))]),
      coded('VFA_SYNTHESIS_FAILED', /silence for "ðˈɛn/),
    );
    assert.throws(
      () => joinSentences([part('jˈɛs.', tone().fill(NaN, 100, 101))]),
      coded('VFA_SYNTHESIS_FAILED', /./),
    );
  });
});

describe('phonemes as numbers', () => {
  const known = 'abcdefghijklmnopqrst .';

  function encode(sentence: string) {
    return encodePhonemes(
      sentence,
      (letter) => (known.includes(letter) ? known.indexOf(letter) : undefined),
      '/voices/some.onnx',
    );
  }

  it('leave out marks that the voice does not know', () => {
    assert.deepEqual(encode('ˈaːb̩!'), [0, 1]);
  });

  it('bear one unknown sound in many, not one in ten', () => {
    assert.equal(encode(`${'abcd '.repeat(8)}ʒ.`).length, 41);
    assert.throws(
      () => encode('abcd efgh ʒ.'),
      coded('VFA_VOICE_MODEL_INVALID', /some\.onnx.* 1 of the 9 sounds .*\(ʒ\)/),
    );
  });

  it('are none where there is nothing to say', () => {
    for (const sentence of ['', ' ', '. ?', 'ˈː'])
      assert.throws(() => encode(sentence), coded('VFA_SYNTHESIS_FAILED', /no sound/));
  });

  it('are padded for Piper, in decomposed form, several for one where the voice says so', () => {
    const phonemeIds = new Map([
      ['_', [0]],
      ['^', [1]],
      ['$', [2]],
      ['c', [5]],
      ['\u0327', [6]],
      ['a', [7, 8]],
    ]);
    const config: PiperConfig = {
      sampleRate: rate,
      phonemeType: 'espeak',
      phonemeIds,
      lengthScale: 1,
      speakers: 1,
      speakerNames: new Map(),
      espeakVoice: 'fr',
    };
    assert.deepEqual([...piperIds('\u00e7a', config, 'x.onnx')].map(Number), [1, 0, 5, 0, 6, 0, 7, 8, 0, 2]);
  });
});

describe('the seed of a line', () => {
  const request = { voice: 'heart', text: 'Yes.', rate: 1, pitch: 1 };

  it('depends on what is said and how, and on the part', () => {
    const seeds = [
      seedOf(request, 0),
      seedOf(request, 1),
      seedOf({ ...request, rate: 1.1 }, 0),
      seedOf({ ...request, pitch: 1.1 }, 0),
      seedOf({ ...request, pronunciations: { Yes: 'nˈoʊ' } }, 0),
    ];
    assert.equal(new Set(seeds.map(String)).size, seeds.length);
  });

  it('does not depend on the order of the pronunciations', () => {
    const one = seedOf({ ...request, pronunciations: { a: 'b', c: 'd' } }, 0);
    assert.deepEqual(seedOf({ ...request, pronunciations: { c: 'd', a: 'b' } }, 0), one);
  });
});
