import { createCanvas, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';
import { compositions } from './compositions/index.js';
import { typeset } from './fonts.js';
import { planCover, setType, type CoverPlan, type CoverSpec } from './plan-cover.js';

const brandName = 'Aethercast';

/** Draws a cover as a PNG; the same bytes for the same request on the same machine. */
export function drawCover(spec: CoverSpec): Buffer {
  const plan = planCover(spec);
  const canvas = paintArt(plan);
  paintText(canvas, plan);
  return canvas.toBuffer('image/png');
}

/** The cover without its text. */
export function paintArt({
  width,
  height,
  margin,
  palette,
  art,
  composition,
  random,
  title,
}: CoverPlan): Canvas {
  const canvas = createCanvas(width, height);
  const ctx = canvas.getContext('2d');
  ctx.fillStyle = palette.ground;
  ctx.fillRect(0, 0, width, height);
  ctx.save();
  ctx.beginPath();
  ctx.rect(art.x, art.y, art.width, art.height);
  ctx.clip();
  const families = title?.families ?? '';
  compositions[composition]({
    ctx,
    box: art,
    acrossPage: art.width === width,
    margin,
    palette,
    random,
    initial: title?.initial ?? '',
    families,
  });
  ctx.restore();
  return canvas;
}

export function paintText(canvas: Canvas, { title, brand, palette }: CoverPlan): void {
  const ctx = canvas.getContext('2d');
  ctx.fillStyle = palette.ink;
  if (title !== undefined) {
    setType(ctx, title.size, title);
    for (const { text, x, y } of title.lines) ctx.fillText(text, x, y);
  }
  if (brand !== undefined) paintBrand(ctx, brand, palette.ink);
}

/** The brand's name behind its sign, a source of sound. `x` is the outer end: where the page's margin is. */
function paintBrand(
  ctx: SKRSContext2D,
  { x, y, size, align }: NonNullable<CoverPlan['brand']>,
  ink: string,
): void {
  setType(ctx, size, {
    families: typeset(brandName, 'sans').families,
    variation: '"wght" 650',
    rightToLeft: false,
    letterSpacing: 0.01,
    lineHeight: 1,
    initial: '',
  });
  const sign = size * 0.9;
  const gap = size * 0.42;
  const width = sign + gap + ctx.measureText(brandName).width;
  const left = align === 'left' ? x : x - width;
  ctx.fillText(brandName, left + sign + gap, y);
  ctx.strokeStyle = ink;
  ctx.lineWidth = size * 0.13;
  ctx.lineCap = 'round';
  const centre = { x: left + size * 0.08, y: y - size * 0.02 };
  for (const radius of [0.36, 0.68]) {
    ctx.beginPath();
    ctx.arc(centre.x, centre.y, size * radius, -Math.PI / 2, 0);
    ctx.stroke();
  }
  ctx.beginPath();
  ctx.arc(centre.x + size * 0.02, centre.y - size * 0.04, size * 0.11, 0, Math.PI * 2);
  ctx.fill();
}
