/** Loudness is judged in windows of 10 ms. */
const windowSeconds = 0.01;
/** A window counts as sound when it is within 45 dB of the loudest one and above -60 dBFS: breath and hiss are not. */
const belowLoudest = 10 ** (-45 / 20);
const floor = 10 ** (-60 / 20);
/** What stays before the first and after the last sound, so that soft onsets and endings live (ms). */
const keepBeforeMs = 15;
const keepAfterMs = 40;

/** Cuts an engine's own silence off both ends. The empty array when there is no sound at all. Shares memory. */
export function trimSilence(samples: Float32Array, rate: number): Float32Array {
  const width = Math.round(rate * windowSeconds);
  const levels = windowLevels(samples, width);
  const threshold = Math.max(floor, Math.max(0, ...levels) * belowLoudest);
  const first = levels.findIndex((level) => level >= threshold);
  if (first < 0) return samples.subarray(0, 0);
  const last = levels.findLastIndex((level) => level >= threshold);
  const from = first * width - Math.round((rate * keepBeforeMs) / 1000);
  const to = (last + 1) * width + Math.round((rate * keepAfterMs) / 1000);
  return samples.subarray(Math.max(0, from), Math.min(to, samples.length));
}

function windowLevels(samples: Float32Array, width: number): number[] {
  const levels: number[] = [];
  for (let from = 0; from < samples.length; from += width) {
    let energy = 0;
    const to = Math.min(from + width, samples.length);
    for (let at = from; at < to; at++) energy += (samples[at] ?? 0) ** 2;
    levels.push(Math.sqrt(energy / (to - from)));
  }
  return levels;
}
