import { sampleRate } from './codec.js';

/**
 * Integrated loudness of one channel after ITU-R BS.1770-4 (the measure of EBU R 128), fed piece by piece in constant
 * memory. Own code because `ebur128-wasm` wants the whole episode at once (600 MB for an hour) and is no faster; the
 * tests hold it against that library.
 */
export type LoudnessMeter = {
  push(samples: Float32Array): void;
  /** In LUFS; null when nothing is louder than the absolute gate (silence, or less than 0.4 s). */
  integrated(): number | null;
};

/** Blocks are 400 ms long and start every 100 ms. */
const step = sampleRate / 10;
const absoluteGateLufs = -70;
const relativeGateLu = -10;

export function createLoudnessMeter(): LoudnessMeter {
  const weighting = createKWeighting();
  const stepEnergies: number[] = [];
  let energy = 0;
  let filled = 0;
  return {
    push(samples) {
      for (let from = 0; from < samples.length;) {
        const to = Math.min(from + step - filled, samples.length);
        energy += weighting.energyOf(samples, from, to);
        filled += to - from;
        from = to;
        if (filled < step) continue;
        stepEnergies.push(energy / step);
        energy = 0;
        filled = 0;
      }
    },
    integrated: () => gatedLoudness(stepEnergies),
  };
}

export function integratedLoudness(samples: Float32Array): number | null {
  const meter = createLoudnessMeter();
  meter.push(samples);
  return meter.integrated();
}

function gatedLoudness(steps: number[]): number | null {
  const blocks = steps.slice(3).map((last, index) => (last + sum(steps.slice(index, index + 3))) / 4);
  const audible = blocks.filter((block) => toLufs(block) > absoluteGateLufs);
  if (audible.length === 0) return null;
  const gate = toLufs(sum(audible) / audible.length) + relativeGateLu;
  const foreground = audible.filter((block) => toLufs(block) > gate);
  return toLufs(sum(foreground) / foreground.length);
}

function toLufs(energy: number): number {
  return -0.691 + 10 * Math.log10(energy);
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * The K-weighting of BS.1770: a high shelf (the head) and a high pass, for our sample rate. The analogue parameters
 * are those that reproduce the standard's 48 kHz coefficients (as in libebur128). The filters' state lives in local
 * variables of one loop: three times as fast as a function per sample.
 */
function createKWeighting() {
  const [shelf, highPass] = [shelfFilter(), highPassFilter()];
  let state: readonly [number, number, number, number] = [0, 0, 0, 0];
  return {
    /** The sum of squares of the weighted samples from..to, which continue those before. */
    energyOf(samples: Float32Array, from: number, to: number): number {
      let [s1, s2, h1, h2] = state;
      let energy = 0;
      for (let at = from; at < to; at++) {
        const sample = samples[at] ?? 0;
        const head = shelf.b0 * sample + s1;
        s1 = shelf.b1 * sample - shelf.a1 * head + s2;
        s2 = shelf.b2 * sample - shelf.a2 * head;
        const weighted = highPass.b0 * head + h1;
        h1 = highPass.b1 * head - highPass.a1 * weighted + h2;
        h2 = highPass.b2 * head - highPass.a2 * weighted;
        energy += weighted * weighted;
      }
      state = [s1, s2, h1, h2];
      return energy;
    },
  };
}

type Biquad = { b0: number; b1: number; b2: number; a1: number; a2: number };

function shelfFilter(): Biquad {
  const k = Math.tan((Math.PI * 1681.974450955533) / sampleRate);
  const q = 0.7071752369554196;
  const high = 10 ** (3.999843853973347 / 20);
  const band = high ** 0.4996667741545416;
  const a0 = 1 + k / q + k * k;
  return {
    b0: (high + (band * k) / q + k * k) / a0,
    b1: (2 * (k * k - high)) / a0,
    b2: (high - (band * k) / q + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / q + k * k) / a0,
  };
}

function highPassFilter(): Biquad {
  const k = Math.tan((Math.PI * 38.13547087602444) / sampleRate);
  const q = 0.5003270373238773;
  const a0 = 1 + k / q + k * k;
  return { b0: 1, b1: -2, b2: 1, a1: (2 * (k * k - 1)) / a0, a2: (1 - k / q + k * k) / a0 };
}
