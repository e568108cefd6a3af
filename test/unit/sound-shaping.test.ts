import assert from 'node:assert/strict';
import { fadeEnds } from '../../activities/audio/fade-ends.js';
import { resample } from '../../activities/audio/resample.js';
import { trimSilence } from '../../activities/audio/trim-silence.js';
import { sine } from '../fakes/sounds.js';

describe('sound shaping', () => {
  it('fades both ends to zero and leaves the middle', () => {
    const samples = new Float32Array(44_100).fill(0.5);
    fadeEnds(samples);
    assert.equal(samples[0], 0);
    assert.equal(samples.at(-1), 0);
    for (let at = 1; at < samples.length; at++)
      assert.ok(Math.abs(samples[at]! - samples[at - 1]!) < 0.005, `step at ${at}`);
    assert.ok(samples.subarray(300, 43_000).every((sample) => sample === 0.5));
  });

  it('trims silence and hiss off both ends, and keeps what is between', () => {
    const rate = 16_000;
    const samples = new Float32Array(rate * 2).map((_, at) => (at % 2 === 0 ? 0.0005 : -0.0005));
    const tone = sine(1000, 0.3, 4000);
    samples.set(tone, 8000);
    samples.set(tone, 20_000);
    const trimmed = trimSilence(samples, rate);
    const start = (trimmed.byteOffset - samples.byteOffset) / 4;
    assert.ok(start > 8000 - 0.05 * rate && start <= 8000, `${start}`);
    const end = start + trimmed.length;
    assert.ok(end >= 24_000 && end < 24_000 + 0.06 * rate, `${end}`);
  });

  it('finds nothing in silence', () => {
    assert.equal(trimSilence(new Float32Array(16_000), 16_000).length, 0);
    assert.equal(trimSilence(new Float32Array(0), 16_000).length, 0);
  });

  for (const rate of [8000, 16_000, 22_050, 24_000, 44_100, 48_000])
    it(`resamples ${rate} Hz to exactly its share of 44.1 kHz, level and pitch kept`, async () => {
      const frequency = (440 * 44_100) / rate;
      const resampled = await resample(sine(frequency, 0.5, 12_345), rate);
      assert.equal(resampled.length, Math.round((12_345 * 44_100) / rate));
      const expected = sine(440, 0.5, resampled.length);
      for (let at = 2000; at < resampled.length - 2000; at++)
        assert.ok(Math.abs(resampled[at]! - expected[at]!) < 0.01, `${rate} Hz at ${at}`);
    });

  for (const seconds of [11, 45, 300]) {
    it(`resamples a line of ${seconds} s whole`, async () => {
      const long = await resample(sine(440 * (44_100 / 16_000), 0.5, seconds * 16_000), 16_000);
      assert.equal(long.length, seconds * 44_100);
      const expected = sine(440, 0.5, long.length);
      for (let at = 2000; at < long.length - 2000; at++) {
        if (Math.abs(long[at]! - expected[at]!) >= 0.01) assert.fail(`sample ${at}: ${long[at]}`);
      }
    });
  }
});
