import { AethercastError } from '../../platform/aethercast-error.js';
import type { Config } from '../../platform/config/load-config.js';
import type { ImageInput } from '../../workflows/contract/topics.js';
import type { ImageRequest } from '../models/image/image-provider.js';

/** Characters of a prompt; Imagen reads some 2,000 (480 tokens), Gemini more. */
const longestPrompt = 4_000;
/** Beyond it a cover is a strip on which nothing can be read. */
const widest = 4;

/** Checks what was asked for and fills in the configured defaults. Throws the 400 codes of IGA. */
export function readImageRequest(
  { prompt, title, aspect_ratio: asked }: Pick<ImageInput, 'prompt' | 'title' | 'aspect_ratio'>,
  config: Pick<Config, 'IGA_DEFAULT_ASPECT_RATIO' | 'IGA_ADD_WATERMARK'>,
): ImageRequest {
  if (typeof prompt !== 'string' || prompt.trim() === '') {
    throw new AethercastError('IGA_BAD_REQUEST_PROMPT_MISSING');
  }
  const characters = [...prompt].length;
  if (characters > longestPrompt) {
    throw new AethercastError('IGA_PROMPT_TOO_LONG', { details: { characters, most: longestPrompt } });
  }
  return {
    prompt,
    ...(title === undefined || title.trim() === '' ? {} : { title }),
    aspectRatio: readAspectRatio(asked ?? config.IGA_DEFAULT_ASPECT_RATIO),
    watermark: config.IGA_ADD_WATERMARK,
  };
}

/** `16:9` and the like, in smallest terms: `32:18` is the same picture. */
function readAspectRatio(text: string): ImageRequest['aspectRatio'] {
  const [, first, second] = /^(\d{1,2}):(\d{1,2})$/.exec(text) ?? [];
  const [width, height] = [Number(first), Number(second)];
  const ratio = width / height;
  const inRange = [width, height].every((side) => side >= 1 && side <= 32);
  if (!inRange || ratio > widest || ratio < 1 / widest) {
    throw new AethercastError('IGA_INVALID_ASPECT_RATIO', { details: { aspect_ratio: text.slice(0, 40) } });
  }
  const divisor = greatestDivisor(width, height);
  return { width: width / divisor, height: height / divisor };
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
