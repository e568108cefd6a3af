import { mix } from '../colour.js';
import type { Art } from '../page.js';

type Shape = (ctx: Art['ctx'], size: number) => void;

/** A grid of quarter circles, half circles, discs and triangles, edge to edge. */
export function tiles({ ctx, box, palette, random }: Art): void {
  const columns = Math.max(2, Math.round(box.width / (Math.max(box.width, box.height) / random.whole(5, 6))));
  const size = box.width / columns;
  const rows = Math.ceil(box.height / size);
  const grounds = [
    palette.ground,
    palette.ground,
    mix(palette.ground, palette.accents[2], 0.35),
    palette.accents[1],
  ];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const ground = random.pick(grounds);
      const colour = random.pick(palette.accents.filter((accent) => accent !== ground));
      ctx.save();
      ctx.translate(box.x + (column + 0.5) * size, box.y + (row + 0.5) * size);
      ctx.fillStyle = ground;
      // One pixel more than the tile: seams of rounding would show.
      ctx.fillRect(-size / 2, -size / 2, size + 1, size + 1);
      ctx.rotate((random.whole(0, 3) * Math.PI) / 2);
      ctx.fillStyle = colour;
      ctx.beginPath();
      random.pick(shapes)(ctx, size);
      ctx.fill();
      ctx.restore();
    }
  }
}

const shapes: readonly Shape[] = [quarter, quarter, quarter, half, half, disc, triangle];

function quarter(ctx: Art['ctx'], size: number): void {
  ctx.moveTo(-size / 2, -size / 2);
  ctx.arc(-size / 2, -size / 2, size, 0, Math.PI / 2);
  ctx.closePath();
}

function half(ctx: Art['ctx'], size: number): void {
  ctx.arc(0, -size / 2, size / 2, 0, Math.PI);
  ctx.closePath();
}

function disc(ctx: Art['ctx'], size: number): void {
  ctx.arc(0, 0, size * 0.32, 0, Math.PI * 2);
}

function triangle(ctx: Art['ctx'], size: number): void {
  ctx.moveTo(-size / 2, -size / 2);
  ctx.lineTo(size / 2, -size / 2);
  ctx.lineTo(-size / 2, size / 2);
  ctx.closePath();
}
