import { AethercastError } from './aethercast-error.js';

/** Characters of a prompt; Imagen reads some 2,000 (480 tokens), Gemini more. */
export const maxPromptLength = 4_000;
/** Beyond it a cover is a strip on which nothing can be read. */
const maxRatio = 4;

/** `16:9` and the like, in smallest terms: `32:18` is the same picture. */
export function readAspectRatio(text: string): { width: number; height: number } {
  const [, first, second] = /^(\d{1,2}):(\d{1,2})$/.exec(text) ?? [];
  const [width, height] = [Number(first), Number(second)];
  const ratio = width / height;
  const inRange = [width, height].every((side) => side >= 1 && side <= 32);
  if (!inRange || ratio > maxRatio || ratio < 1 / maxRatio) {
    throw new AethercastError('IGA_INVALID_ASPECT_RATIO', { details: { aspect_ratio: text.slice(0, 40) } });
  }
  const divisor = greatestDivisor(width, height);
  return { width: width / divisor, height: height / divisor };
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
