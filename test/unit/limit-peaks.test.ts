import assert from 'node:assert/strict';
import { decibelsToFactor } from '../../activities/audio/codec.js';
import { limitPeaks } from '../../activities/audio/limit-peaks.js';
import { truePeak } from '../../activities/audio/true-peak-meter.js';
import { noise, sine, syllables } from '../fakes/sounds.js';

const ceiling = decibelsToFactor(-1);

function impulses(): Float32Array {
  const samples = sine(200, 0.05, 88_200);
  for (const at of [0, 1, 4000, 4001, 20_000, 60_123, 88_199]) samples[at] = at % 2 === 0 ? 3 : -3;
  return samples;
}

describe('peak limiter', () => {
  const loud: [string, Float32Array][] = [
    ['impulses three times full scale', impulses()],
    ['syllables', syllables(2, 200_000)],
    ['noise', noise(1.5, 100_000)],
    ['a sine whose peaks lie between samples', sine(11_025, 1.2, 44_100, Math.PI / 4)],
  ];
  for (const [name, samples] of loud)
    it(`holds ${name} under the ceiling`, () => {
      const peak = truePeak(limitPeaks(samples, ceiling));
      assert.ok(peak <= -0.9, `${peak} dBTP`);
      assert.ok(peak > -2.5, `${peak} dBTP is needlessly low`);
    });

  it('leaves what is not too loud as it is', () => {
    const quiet = sine(440, 0.5, 44_100);
    assert.equal(limitPeaks(quiet, ceiling), quiet);
  });

  it('turns down only the neighbourhood of a peak', () => {
    const samples = sine(440, 0.25, 44_100);
    samples[22_050] = 2;
    const limited = limitPeaks(samples, ceiling);
    assert.deepEqual(limited.slice(0, 21_000), samples.slice(0, 21_000));
    assert.ok(Math.abs(limited[22_050]!) < ceiling);
  });

  it('moves the gain without jumps', () => {
    const samples = new Float32Array(44_100).fill(0.01);
    samples[22_050] = 3;
    const limited = limitPeaks(samples, ceiling);
    for (let at = 1; at < limited.length; at++) {
      if (Math.abs(at - 22_050) < 2) continue;
      assert.ok(Math.abs(limited[at]! - limited[at - 1]!) < 0.0001, `jump at ${at}`);
    }
  });
});
