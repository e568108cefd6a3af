import { createCanvas, loadImage } from '@napi-rs/canvas';

/** Longest side in pixels: a card of 240 on a screen with two pixels to one. */
const maxSide = 480;
/** 7 to 20 KB for a drawn cover, where JPEG takes 20 to 33 and PNG up to 56; every browser in use reads WebP. */
const quality = 85;

/** The bytes are no picture that can be read. */
export class UnreadablePicture extends Error {}

/** A WebP of at most 480 pixels a side, in the picture's own aspect ratio. Throws UnreadablePicture. */
export async function makeThumbnail(picture: Uint8Array): Promise<Uint8Array> {
  const image = await loadImage(picture).catch((cause: unknown) => {
    throw new UnreadablePicture(cause instanceof Error ? cause.message : String(cause), { cause });
  });
  const scale = Math.min(1, maxSide / Math.max(image.width, image.height));
  const canvas = createCanvas(Math.round(image.width * scale), Math.round(image.height * scale));
  const ctx = canvas.getContext('2d');
  ctx.imageSmoothingQuality = 'high';
  ctx.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toBuffer('image/webp', quality);
}
