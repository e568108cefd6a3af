import { factorToDecibels } from './codec.js';
import { filterSpan, highestSample, overshootBound, peakBetween } from './oversample.js';

/** True peak (ITU-R BS.1770-4 annex 2) of one channel, fed piece by piece. */
export type TruePeakMeter = {
  push(samples: Float32Array): void;
  /** In dBTP; -Infinity for silence. */
  peak(): number;
};

/** Work is skipped in blocks of this many samples. */
const block = 32;

/**
 * Exact, yet oversamples only where the result could change: a block whose highest sample, times the filter's
 * largest possible overshoot, stays below the peak found so far, cannot raise it.
 */
export function createTruePeakMeter(): TruePeakMeter {
  let history = new Float32Array(filterSpan - 1);
  let peak = 0;
  function push(samples: Float32Array): void {
    const joined = new Float32Array(history.length + samples.length);
    joined.set(history);
    joined.set(samples, history.length);
    peak = Math.max(peak, highestSample(samples, 0, samples.length));
    for (let from = history.length; from < joined.length; from += block) {
      const to = Math.min(from + block, joined.length);
      if (highestSample(joined, from - filterSpan + 1, to) * overshootBound <= peak) continue;
      for (let end = from; end < to; end++) peak = Math.max(peak, peakBetween(joined, end));
    }
    history = joined.slice(joined.length - history.length);
  }
  return {
    push,
    peak() {
      push(new Float32Array(filterSpan));
      return factorToDecibels(peak);
    },
  };
}

export function truePeak(samples: Float32Array): number {
  const meter = createTruePeakMeter();
  meter.push(samples);
  return meter.peak();
}
