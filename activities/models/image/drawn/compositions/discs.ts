import { mix } from '../colour.js';
import type { Art } from '../page.js';

/** Three discs that share ground: where two meet, their colours mix. */
export function discs({ ctx, box, margin, palette, random }: Art): void {
  const radius = Math.min(box.height * 0.44, box.width * 0.24);
  const middle = box.y + box.height / 2;
  const spread = Math.min(radius * random.between(1.05, 1.3), box.width / 2 - margin * 0.6 - radius);
  const rise = Math.min((box.height / 2 - radius) * 0.5, radius * 0.35) * random.pick([-1, 1]);
  const places = [-1, 0, 1].map((at) => ({
    x: box.x + box.width / 2 + at * spread,
    y: middle + (at === 0 ? -rise : rise),
  }));
  const order = random.pick([
    [0, 1, 2],
    [2, 0, 1],
    [1, 2, 0],
  ]);
  const circles = places.map((place, at) => ({
    ...place,
    colour: palette.accents[order[at] ?? 0] ?? palette.ink,
  }));
  for (const { x, y, colour } of circles) {
    ctx.fillStyle = colour;
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, Math.PI * 2);
    ctx.fill();
  }
  // Painted by hand instead of blended: blending dulls some of the palettes.
  for (const [one, other] of [
    [0, 1],
    [1, 2],
  ] as const) {
    const [a, b] = [circles[one], circles[other]];
    if (a === undefined || b === undefined) continue;
    ctx.save();
    ctx.beginPath();
    ctx.arc(a.x, a.y, radius, 0, Math.PI * 2);
    ctx.clip();
    ctx.beginPath();
    ctx.arc(b.x, b.y, radius, 0, Math.PI * 2);
    ctx.fillStyle = mix(mix(a.colour, b.colour, 0.5), palette.ink, 0.25);
    ctx.fill();
    ctx.restore();
  }
}
