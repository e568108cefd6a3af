import { filterSpan, highestSample, overshootBound, peakBetween } from './oversample.js';

/** The gain curve is planned in blocks of this many samples (0.7 ms). */
const block = 32;
/** Blocks before and after a peak over which the gain moves (5 ms each way): no click, no audible pumping. */
const reach = 7;

/**
 * Holds the true peak of `samples` at or below `ceiling` (a factor of full scale) by turning the gain down smoothly
 * around each peak, before it comes. Returns `samples` itself where nothing is too loud.
 */
export function limitPeaks(samples: Float32Array, ceiling: number): Float32Array {
  const gains = blockGains(samples, ceiling);
  if (gains === undefined) return samples;
  const held = gains.map((_, index) => lowest(gains, index - reach, index + reach));
  return applySmoothed(samples, held);
}

/** The gain that each block needs by itself; undefined when none needs any. */
function blockGains(samples: Float32Array, ceiling: number): Float32Array | undefined {
  const gains = new Float32Array(Math.ceil(samples.length / block)).fill(1);
  let tooLoud = false;
  for (let index = 0; index < gains.length; index++) {
    const from = index * block;
    const peak = blockPeak(samples, from, from + block, ceiling);
    if (peak <= ceiling) continue;
    tooLoud = true;
    gains[index] = ceiling / peak;
  }
  return tooLoud ? gains : undefined;
}

/** Oversamples only blocks that could exceed the ceiling. The filter's delay is half its span. */
function blockPeak(samples: Float32Array, from: number, to: number, ceiling: number): number {
  const seen = highestSample(samples, from - filterSpan, to + filterSpan);
  if (seen * overshootBound <= ceiling) return seen;
  let peak = highestSample(samples, from, to);
  const delay = (filterSpan - 1) / 2;
  for (let at = from - 1; at < to; at++) peak = Math.max(peak, peakBetween(samples, at + delay));
  return peak;
}

function lowest(gains: Float32Array, from: number, to: number): number {
  let gain = 1;
  for (let at = Math.max(0, from); at <= Math.min(to, gains.length - 1); at++)
    gain = Math.min(gain, gains[at] ?? 1);
  return gain;
}

/**
 * Applies the average of the held gains within `reach` blocks of each sample, as a running sum. Every gain in that
 * window is at most what the sample itself needs, hence so is the average.
 */
function applySmoothed(samples: Float32Array, held: Float32Array): Float32Array {
  const radius = reach * block;
  const width = 2 * radius + 1;
  const limited = new Float32Array(samples.length);
  let total = 0;
  for (let at = -radius; at <= radius; at++) total += gainAt(held, at);
  for (let at = 0; at < samples.length; at++) {
    limited[at] = (samples[at] ?? 0) * (total / width);
    total += gainAt(held, at + radius + 1) - gainAt(held, at - radius);
  }
  return limited;
}

/** Positions outside keep the gain of the nearest block. */
function gainAt(held: Float32Array, sample: number): number {
  const index = Math.floor(sample / block);
  return held[Math.min(Math.max(index, 0), held.length - 1)] ?? 1;
}
