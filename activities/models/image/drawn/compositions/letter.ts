import { mix } from '../colour.js';
import type { Art } from '../page.js';

/** The title's first letter, as large as the field and larger. Without a title: the field alone. */
export function letter({ ctx, box, palette, random, initial, families }: Art): void {
  const [loud, other, third] = palette.accents;
  const [field, colour] = random.pick<readonly [string, string]>([
    [loud, mix(loud, palette.ink, 0.82)],
    [other, palette.ground],
    [mix(palette.ground, third, 0.45), loud],
  ]);
  ctx.fillStyle = field;
  ctx.fillRect(box.x, box.y, box.width, box.height);
  ctx.font = `400 100px ${families}`;
  ctx.fontVariationSettings = '"wght" 800';
  ctx.textAlign = 'left';
  const bounds = ctx.measureText(initial);
  const height = bounds.actualBoundingBoxAscent + bounds.actualBoundingBoxDescent;
  // A Latin letter is known by half of it; others are shown whole.
  const share = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(initial) ? 1.18 : 0.8;
  const size = Math.min((box.height * share) / height, (box.width * 0.92) / Math.max(bounds.width, 1)) * 100;
  ctx.font = `400 ${size}px ${families}`;
  const drawn = ctx.measureText(initial);
  const x = box.x + (box.width - drawn.width) * random.pick([0.12, 0.5, 0.88]);
  const y = box.y + box.height / 2 + (drawn.actualBoundingBoxAscent - drawn.actualBoundingBoxDescent) / 2;
  ctx.fillStyle = colour;
  ctx.fillText(initial, x, y);
}
