import type { ImageProvider } from '../image-provider.js';
import type { ImageThreads } from '../image-studio.js';

/** Raised whenever the same request would give another picture. */
const model = 'covers-1';

/** The embedded provider: draws covers by itself, with shipped fonts, for nothing. */
export function createDrawnProvider(threads: ImageThreads): ImageProvider {
  return {
    name: 'drawn',
    model,
    async generate({ prompt, title, aspectRatio, watermark }, signal) {
      signal.throwIfAborted();
      const ratio = aspectRatio.width / aspectRatio.height;
      const picture = await threads({ kind: 'draw', spec: { prompt, title, ratio, brand: watermark } });
      // Not ended half-way: it takes a fifth of a second.
      signal.throwIfAborted();
      return picture;
    },
  };
}
