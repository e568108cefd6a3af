import assert from 'node:assert/strict';
import { createLoudnessMeter, integratedLoudness } from '../../activities/audio/loudness-meter.js';
import { createTruePeakMeter, truePeak } from '../../activities/audio/true-peak-meter.js';
import { loadReferenceMeter, type ReferenceMeter } from '../fakes/ebur128.js';
import { noise, sine, syllables } from '../fakes/sounds.js';

const sounds: [string, Float32Array][] = [
  ['a sine', sine(997, 0.1, 220_500)],
  ['a high sine between samples', sine(11_025, 0.5, 88_200, Math.PI / 4)],
  ['noise', noise(0.3, 300_000)],
  ['syllables with pauses', syllables(0.4, 600_000)],
];

describe('sound meters', () => {
  let reference: ReferenceMeter;
  before(async () => {
    reference = await loadReferenceMeter();
  });

  for (const [name, samples] of sounds) {
    it(`measure the loudness of ${name} as the reference does`, () => {
      assert.ok(Math.abs(integratedLoudness(samples)! - reference.lufs(samples)) < 0.02);
    });

    it(`measure the true peak of ${name} as the reference does`, () => {
      assert.ok(Math.abs(truePeak(samples) - reference.dbtp(samples)) < 0.01);
    });
  }

  it('answer the same however the sound is cut into pieces', () => {
    const samples = syllables(0.4, 300_000);
    const loudness = createLoudnessMeter();
    const peak = createTruePeakMeter();
    for (let at = 0; at < samples.length; at += 7001) {
      loudness.push(samples.subarray(at, at + 7001));
      peak.push(samples.subarray(at, at + 7001));
    }
    assert.equal(loudness.integrated(), integratedLoudness(samples));
    assert.equal(peak.peak(), truePeak(samples));
  });

  it('call silence silence', () => {
    assert.equal(integratedLoudness(new Float32Array(88_200)), null);
    assert.equal(truePeak(new Float32Array(88_200)), -Infinity);
  });
});
