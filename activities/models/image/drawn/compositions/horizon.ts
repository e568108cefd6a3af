import { mix } from '../colour.js';
import type { Art } from '../page.js';

/** A sun over ranges of hills that grow darker, or lighter, towards the viewer. */
export function horizon({ ctx, box, acrossPage, palette, random }: Art): void {
  const [sunColour, near, far] = palette.accents;
  if (!acrossPage) {
    ctx.fillStyle = mix(palette.ground, far, 0.3);
    ctx.fillRect(box.x, box.y, box.width, box.height);
  }
  const radius = Math.min(box.height * 0.36, box.width * 0.24);
  ctx.fillStyle = sunColour;
  ctx.beginPath();
  ctx.arc(
    box.x + box.width * random.between(0.32, 0.72),
    box.y + radius + box.height * random.between(0.08, 0.16),
    radius,
    0,
    Math.PI * 2,
  );
  ctx.fill();
  const ranges = 4;
  for (let range = 0; range < ranges; range++) {
    const depth = range / (ranges - 1);
    const base = box.y + box.height * (0.52 + 0.36 * depth);
    const swing = box.height * random.between(0.05, 0.09);
    const [slow, fast] = [random.between(0.7, 1.5), random.between(2, 3.2)];
    const [shift, other] = [random.between(0, 6), random.between(0, 6)];
    ctx.beginPath();
    ctx.moveTo(box.x, box.y + box.height);
    for (let step = 0; step <= 120; step++) {
      const at = step / 120;
      const rise =
        Math.sin(shift + at * slow * Math.PI * 2) + 0.35 * Math.sin(other + at * fast * Math.PI * 2);
      ctx.lineTo(box.x + at * box.width, base - swing * rise);
    }
    ctx.lineTo(box.x + box.width, box.y + box.height);
    ctx.closePath();
    ctx.fillStyle = depth < 0.5 ? mix(far, near, depth * 1.4) : mix(near, palette.ink, (depth - 0.5) * 0.7);
    ctx.fill();
  }
}
