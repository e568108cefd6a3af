import { mix } from '../colour.js';
import type { Art } from '../page.js';

/** Thin circles around a body, and smaller bodies upon them. */
export function orbits({ ctx, box, palette, random }: Art): void {
  ctx.fillStyle = mix(palette.ground, palette.accents[2], 0.3);
  ctx.fillRect(box.x, box.y, box.width, box.height);
  const centre = {
    x: box.x + box.width * random.pick([0.3, 0.5, 0.7]),
    y: box.y + box.height * random.between(0.5, 0.62),
  };
  const reach = Math.hypot(box.width, box.height) * 0.62;
  const rings = 7;
  const [loud, ...others] = palette.accents;
  const core = reach * 0.13;
  ctx.lineWidth = Math.max(2, reach * 0.0045);
  ctx.strokeStyle = mix(palette.ground, palette.ink, 0.55);
  for (let ring = 1; ring <= rings; ring++) {
    const radius = core + ((reach - core) * ring) / rings;
    ctx.beginPath();
    ctx.arc(centre.x, centre.y, radius, 0, Math.PI * 2);
    ctx.stroke();
  }
  for (let ring = 1; ring < rings; ring++) {
    const radius = core + ((reach - core) * ring) / rings;
    // Mostly along the wider side of the field, so that few of them fall outside of it.
    const angle = random.pick([0, Math.PI]) + random.between(-0.7, 0.7);
    ctx.beginPath();
    ctx.arc(
      centre.x + Math.cos(angle) * radius,
      centre.y + Math.sin(angle) * radius,
      core * random.between(0.16, 0.52),
      0,
      Math.PI * 2,
    );
    ctx.fillStyle = random.pick(others);
    ctx.fill();
  }
  ctx.beginPath();
  ctx.arc(centre.x, centre.y, core, 0, Math.PI * 2);
  ctx.fillStyle = loud;
  ctx.fill();
}
