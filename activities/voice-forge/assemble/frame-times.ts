import { framesToMs } from '../../audio/codec.js';

/**
 * The boundaries of consecutive pieces in whole ms: `n` pieces have `n + 1`, the first is 0. Each is rounded from the
 * exact sum of frames, so neighbours share it and nothing drifts.
 */
export function boundariesMs(frameCounts: number[]): number[] {
  let frames = 0;
  return [0, ...frameCounts.map((count) => Math.round(framesToMs((frames += count))))];
}
