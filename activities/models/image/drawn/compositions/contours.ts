import { mix } from '../colour.js';
import type { Art } from '../page.js';

/** Heights on a map: closed lines that follow each other inwards, tinted towards the summit. */
export function contours({ ctx, box, palette, random }: Art): void {
  const levels = 11;
  const centre = {
    x: box.x + box.width * random.between(0.35, 0.75),
    y: box.y + box.height * random.between(0.5, 0.75),
  };
  const reach = Math.hypot(box.width, box.height) * 0.72;
  const waves = [2, 3, 5, 7].map((count) => ({
    count,
    height: random.between(0.4, 1) * (0.42 / count),
    phase: random.between(0, Math.PI * 2),
    turn: random.between(-0.8, 0.8),
  }));
  const [loud, , soft] = palette.accents;
  for (let level = 0; level < levels; level++) {
    const inward = level / (levels - 1);
    const radius = reach * (1 - inward) ** 1.15 + reach * 0.035;
    ctx.beginPath();
    for (let step = 0; step <= 240; step++) {
      const angle = (step / 240) * Math.PI * 2;
      let bend = 1;
      for (const { count, height, phase, turn } of waves)
        bend += height * Math.sin(count * angle + phase + turn * inward * 3);
      ctx.lineTo(centre.x + Math.cos(angle) * radius * bend, centre.y + Math.sin(angle) * radius * bend);
    }
    ctx.closePath();
    ctx.fillStyle = mix(palette.ground, level === levels - 1 ? soft : loud, 0.12 + 0.88 * inward ** 0.9);
    ctx.fill();
  }
}
