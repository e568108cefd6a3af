import assert from 'node:assert/strict';
import {
  fastCos,
  fastExp,
  fastSin,
  fastTanh,
  wrapAngle,
} from '../../activities/models/speech/local/spectral/fast-math.js';
import { createFrameTransform } from '../../activities/models/speech/local/spectral/frame-transform.js';
import { gaussianNoise } from '../../activities/models/speech/local/spectral/gaussian-noise.js';
import { pulseTrain } from '../../activities/models/speech/local/spectral/pulse-train.js';
import {
  bins,
  frameSize,
  hop,
  window,
  type SpectralParts,
} from '../../activities/models/speech/local/spectral/spectrum-shape.js';
import { blockFrames, synthesise } from '../../activities/models/speech/local/spectral/synthesise.js';

const seed = Uint32Array.of(1, 2, 3, 4);

describe('fast functions of the spectral voices', () => {
  it('differ from the exact ones by less than a millionth', () => {
    for (let x = -20; x <= 20; x += 0.0137) {
      assert.ok(Math.abs(fastExp(x) / Math.exp(x) - 1) < 1e-6, `exp ${x}`);
      assert.ok(Math.abs(fastTanh(x) - Math.tanh(x)) < 1e-6, `tanh ${x}`);
      assert.ok(Math.abs(fastSin(wrapAngle(x)) - Math.sin(x)) < 1e-6, `sin ${x}`);
      assert.ok(Math.abs(fastCos(wrapAngle(x)) - Math.cos(x)) < 1e-6, `cos ${x}`);
    }
    assert.equal(fastExp(-1e9), 0);
    assert.equal(fastTanh(-1e9), -1);
  });
});

describe('noise of the spectral voices', () => {
  it('is normal: mean, variance, kurtosis and tail of a million deviates', () => {
    const deviates = new Float32Array(1_000_000);
    gaussianNoise(seed)(deviates);
    for (const [power, expected, tolerance] of [
      [1, 0, 0.005],
      [2, 1, 0.005],
      [4, 3, 0.05],
    ] as const) {
      const moment = deviates.reduce((sum, x) => sum + x ** power, 0) / deviates.length;
      assert.ok(Math.abs(moment - expected) < tolerance, `moment ${power} is ${moment}`);
    }
    const tail = deviates.filter((x) => Math.abs(x) > 3).length / deviates.length;
    assert.ok(Math.abs(tail - 0.0027) < 0.0002, `${tail}`);
  });

  it('is the same for the same seed, and another for another', () => {
    const [one, same, other] = [seed, seed, Uint32Array.of(1, 2, 3, 5)].map((given) => {
      const deviates = new Float32Array(64);
      gaussianNoise(given)(deviates);
      return [...deviates];
    });
    assert.deepEqual(one, same);
    assert.notDeepEqual(one, other);
  });
});

describe('synthesis from spectra', () => {
  it('gives what the transforms written out in full give, in every block', async () => {
    const parts = madeUpParts(blockFrames + 3);
    const sound = synthesise(
      parts,
      1,
      (target) => target.fill(0),
      await createFrameTransform(blockFrames / 2),
    );
    const expected = synthesiseSlowly(parts);
    let [signal, error] = [0, 0];
    for (const [at, sample] of expected.entries()) {
      signal += sample ** 2;
      error += (sample - sound[at]!) ** 2;
    }
    const snr = 10 * Math.log10(signal / error);
    assert.ok(snr > 60, `${snr} dB`);
  }).timeout(60_000);

  it('raises the pitch by its factor and leaves the length', () => {
    const steady = new Float32Array(80).fill(120);
    const [plain, raised] = [pulseTrain(steady, 1), pulseTrain(steady, 1.5)];
    assert.equal(plain.length, raised.length);
    const [pulses, more] = [plain, raised].map(
      (samples) => samples.filter((sample, at) => at > 0 && sample > 20 && samples[at - 1]! <= 20).length,
    );
    assert.ok(Math.abs(more! / pulses! - 1.5) < 0.03);
  });

  it('has no source where the pitch says that nothing is voiced', () => {
    assert.ok(pulseTrain(new Float32Array(10).fill(0), 1).every((sample) => sample === 0));
  });
});

/** Smooth spectra with a voiced stretch, so that every branch sounds. */
function madeUpParts(frames: number): SpectralParts {
  function fill(value: (bin: number, frame: number) => number) {
    return Float32Array.from({ length: bins * frames }, (_, at) =>
      value(Math.floor(at / frames), at % frames),
    );
  }

  return {
    frames,
    harmonics: fill((bin, frame) => 1 - bin / 100 + Math.sin(frame)),
    noise: fill(() => -20),
    rest: fill((bin, frame) => -2 - bin / 150 + Math.cos(frame + bin)),
    harmonicPhase: fill((bin, frame) => Math.sin(bin * 0.1 + frame)),
    restPhase: fill((bin, frame) => 7 * Math.sin(bin * 1.3 - frame)),
    pitchHz: Float32Array.from({ length: frames }, (_, frame) => (frame % 7 < 4 ? 100 + 5 * frame : 0)),
  };
}

/** The formulas of the family with Math's functions and plain sums instead of fast ones. */
function synthesiseSlowly(parts: SpectralParts): Float64Array {
  const { frames } = parts;
  const source = pulseTrain(parts.pitchHz, 1);
  const sum = new Float64Array(frames * hop);
  const cover = new Float64Array(frames * hop);
  const cosines = Float64Array.from({ length: frameSize }, (_, at) =>
    Math.cos((2 * Math.PI * at) / frameSize),
  );
  const sines = Float64Array.from({ length: frameSize }, (_, at) => Math.sin((2 * Math.PI * at) / frameSize));
  function mirrored(at: number): number {
    return source[at < 0 ? -at : at >= source.length ? 2 * source.length - 2 - at : at]!;
  }

  for (let frame = 0; frame < frames; frame++) {
    const start = frame * hop - frameSize / 2;
    const windowed = Float64Array.from(window, (gain, at) => (mirrored(start + at) * gain) / hop);
    const frameSound = new Float64Array(frameSize);
    for (let bin = 0; bin < bins; bin++) {
      let [re, im] = [0, 0];
      for (let at = 0; at < frameSize; at++) {
        re += windowed[at]! * cosines[(bin * at) % frameSize]!;
        im -= windowed[at]! * sines[(bin * at) % frameSize]!;
      }
      const at = bin * frames + frame;
      const phase = Math.PI * Math.tanh(parts.harmonicPhase[at]!);
      const size = Math.exp(Math.min(parts.harmonics[at]!, 7));
      const rest = Math.exp(Math.min(parts.rest[at]!, 7));
      const soundRe =
        size * (re * Math.cos(phase) - im * Math.sin(phase)) + rest * Math.cos(parts.restPhase[at]!);
      const soundIm =
        size * (re * Math.sin(phase) + im * Math.cos(phase)) + rest * Math.sin(parts.restPhase[at]!);
      const times = bin === 0 || bin === bins - 1 ? 1 : 2;
      for (let n = 0; n < frameSize; n++) {
        const angle = (bin * n) % frameSize;
        frameSound[n]! += (times * (soundRe * cosines[angle]! - soundIm * sines[angle]!)) / frameSize;
      }
    }
    for (let n = 0; n < frameSize; n++) {
      if (start + n < 0 || start + n >= sum.length) continue;
      sum[start + n]! += frameSound[n]! * window[n]!;
      cover[start + n]! += window[n]! ** 2;
    }
  }
  return sum.map((sample, at) => sample / cover[at]!);
}
