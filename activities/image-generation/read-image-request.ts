import { AethercastError } from '../../platform/aethercast-error.js';
import type { Config } from '../../platform/config/load-config.js';
import type { ImageInput, PictureWords } from '../../workflows/contract/topics.js';
import { maxPromptLength, readAspectRatio } from '../../platform/image-limits.js';
import type { ImageRequest } from '../models/image/image-provider.js';

/** Checks what was asked for and fills in the configured defaults. Throws the 400 codes of IGA. */
export function readImageRequest(
  {
    prompt,
    title,
    aspect_ratio: asked,
    add_watermark: watermark,
  }: PictureWords & Pick<ImageInput, 'aspect_ratio' | 'add_watermark'>,
  config: Pick<Config, 'IGA_DEFAULT_ASPECT_RATIO' | 'IGA_ADD_WATERMARK'>,
): ImageRequest {
  if (typeof prompt !== 'string' || prompt.trim() === '') {
    throw new AethercastError('IGA_BAD_REQUEST_PROMPT_MISSING');
  }
  const characters = [...prompt].length;
  if (characters > maxPromptLength) {
    throw new AethercastError('IGA_PROMPT_TOO_LONG', { details: { characters, most: maxPromptLength } });
  }
  return {
    prompt,
    ...(title === undefined || title.trim() === '' ? {} : { title }),
    aspectRatio: readAspectRatio(asked ?? config.IGA_DEFAULT_ASPECT_RATIO),
    watermark: watermark ?? config.IGA_ADD_WATERMARK,
  };
}
