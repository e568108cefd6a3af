/** How many samples the interpolation filter sees; a peak is known `filterSpan` samples after it began. */
export const filterSpan = 13;
const factor = 4;

/**
 * The three in-between positions of four-fold oversampling (BS.1770-4 annex 2), as phases of a 49-tap windowed sinc:
 * the filter of libebur128, so that our peaks are the peaks other tools report.
 */
const phases = [1, 2, 3].map((phase) =>
  Float64Array.from({ length: filterSpan }, (_, index) => windowedSinc(index * factor + phase)),
);

/** No in-between peak is higher than this times the highest sample that the filter sees. */
export const overshootBound = Math.max(
  ...phases.map((taps) => taps.reduce((total, tap) => total + Math.abs(tap), 0)),
);

function windowedSinc(tap: number): number {
  const last = (filterSpan - 1) * factor;
  if (tap > last) return 0;
  const x = ((tap - last / 2) * Math.PI) / factor;
  const hann = 0.5 * (1 - Math.cos((2 * Math.PI * tap) / last));
  return (x === 0 ? 1 : Math.sin(x) / x) * hann;
}

/** The highest of the three in-between values that the filter sees ending at `samples[end]`, as a magnitude. */
export function peakBetween(samples: Float32Array, end: number): number {
  let peak = 0;
  for (const taps of phases) {
    let value = 0;
    for (let tap = 0; tap < filterSpan; tap++) value += (taps[tap] ?? 0) * (samples[end - tap] ?? 0);
    peak = Math.max(peak, Math.abs(value));
  }
  return peak;
}

/** The highest magnitude of `samples[from..to)`; positions outside count as silence. */
export function highestSample(samples: Float32Array, from: number, to: number): number {
  let highest = 0;
  const end = Math.min(to, samples.length);
  for (let at = Math.max(0, from); at < end; at++) {
    const magnitude = Math.abs(samples[at] ?? 0);
    if (magnitude > highest) highest = magnitude;
  }
  return highest;
}
