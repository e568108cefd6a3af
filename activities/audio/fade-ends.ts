import { sampleRate } from './codec.js';

/** Short enough not to be heard as a fade, long enough not to click (ms). */
const fadeInMs = 5;
const fadeOutMs = 15;

/** Fades both ends to zero in place with a raised cosine, so that segments join without clicks. */
export function fadeEnds(samples: Float32Array): void {
  const fadeIn = Math.min(Math.round((fadeInMs * sampleRate) / 1000), samples.length >> 1);
  const fadeOut = Math.min(Math.round((fadeOutMs * sampleRate) / 1000), samples.length >> 1);
  for (let at = 0; at < fadeIn; at++) samples[at] = (samples[at] ?? 0) * raisedCosine(at / fadeIn);
  for (let at = 0; at < fadeOut; at++) {
    const end = samples.length - 1 - at;
    samples[end] = (samples[end] ?? 0) * raisedCosine(at / fadeOut);
  }
}

function raisedCosine(position: number): number {
  return 0.5 * (1 - Math.cos(Math.PI * position));
}
