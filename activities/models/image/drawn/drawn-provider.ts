import type { ImageProvider } from '../image-provider.js';
import type { CoverSpec } from './plan-cover.js';

/** Raised whenever the same request would give another picture. */
const model = 'covers-1';

/** The embedded provider: draws covers itself, with fonts of its own, for free. @param draw draws in a thread. */
export function createDrawnProvider(draw: (spec: CoverSpec) => Promise<Uint8Array>): ImageProvider {
  return {
    name: 'drawn',
    model,
    async generate({ prompt, title, aspectRatio, watermark }, signal) {
      signal.throwIfAborted();
      const ratio = aspectRatio.width / aspectRatio.height;
      const picture = await draw({ prompt, title, ratio, brand: watermark });
      // Not ended half-way: it takes a fifth of a second.
      signal.throwIfAborted();
      return picture;
    },
  };
}
