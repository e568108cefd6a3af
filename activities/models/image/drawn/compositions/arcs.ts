import type { Art } from '../page.js';

/** Rings around a point on an edge of the field, like sound that spreads. */
export function arcs({ ctx, box, acrossPage, palette, random }: Art): void {
  const centre = {
    x: box.x + box.width * random.pick(acrossPage ? [0.3, 0.5, 0.7] : [0.5]),
    y: box.y + box.height,
  };
  const reach = Math.min(box.height, box.width * (acrossPage ? 0.62 : 0.48)) * 0.98;
  const rings = random.pick([5, 7]);
  const shift = random.whole(0, 2);
  for (let ring = 0; ring < rings; ring++) {
    ctx.beginPath();
    ctx.arc(centre.x, centre.y, (reach * (rings - ring)) / rings, 0, Math.PI * 2);
    // Every second ring lets the ground through, so that the rings stay rings.
    ctx.fillStyle =
      ring % 2 === 1 ? palette.ground : (palette.accents[(ring / 2 + shift) % 3] ?? palette.ink);
    ctx.fill();
  }
}
