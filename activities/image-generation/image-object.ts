import { createHash } from 'node:crypto';
import type { ImageProvider, ImageRequest } from '../models/image/image-provider.js';

/** Where the picture of a request lives: a key made of everything that shapes it, so the same is never made twice. */
export function imageKeys(
  request: ImageRequest,
  { name, model }: Pick<ImageProvider, 'name' | 'model'>,
  prefix: string,
): { image: string; thumbnail: string } {
  const { prompt, title = null, aspectRatio, watermark } = request;
  const content = [name, model, prompt, title, aspectRatio.width, aspectRatio.height, watermark];
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const stem = `${prefix.replace(/\/+$/, '')}/${hash.slice(0, 2)}/${hash}`;
  return { image: `${stem}.png`, thumbnail: `${stem}-480.webp` };
}
