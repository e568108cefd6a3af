import { frameSize, hop, window } from './spectrum-shape.js';

const overlaps = frameSize / hop;

/**
 * What each sample is multiplied by after the frames have been added: one over the sum of the squared windows that
 * cover it (least squares, Griffin and Lim 1984) and over the transform's own scale. Fewer frames reach the ends.
 */
export function overlapGains(frames: number): { at(sample: number): number } {
  const inside = gainsFor(0, overlaps);
  const start = gainsFor(0, overlaps - 1);
  const beforeEnd = gainsFor(1, overlaps);
  const end = gainsFor(2, overlaps);

  return {
    at(sample) {
      const block = Math.floor(sample / hop);
      const within = sample - block * hop;
      const gains =
        block === 0 ? start : block === frames - 1 ? end : block === frames - 2 ? beforeEnd : inside;
      return gains[within] ?? 0;
    },
  };
}

/** Gains of a hop's samples when only the window's quarters `from` to `to` (exclusive) cover it. */
function gainsFor(from: number, to: number): Float64Array {
  return Float64Array.from({ length: hop }, (_, within) => {
    let sum = 0;
    for (let quarter = from; quarter < to; quarter++) sum += (window[within + quarter * hop] ?? 0) ** 2;
    return 1 / (sum * frameSize);
  });
}
