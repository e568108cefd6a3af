// Draws covers of titles that are hard to set, one PNG each and all on one sheet, to look at after a change.
//   node scripts/draw-covers.mjs FOLDER [RATIO]    e.g. 16:9; default 1:1. Build first.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

// As in the worker threads: shipped fonts only.
process.env.DISABLE_SYSTEM_FONTS_LOAD = '1';

const [folder, ratio = '1:1'] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: node scripts/draw-covers.mjs FOLDER [RATIO]');
  process.exit(2);
}
const drawn = path.resolve(import.meta.dirname, '../dist/activities/models/image/drawn');
const { planCover } = await import(pathToFileURL(path.join(drawn, 'plan-cover.js')).href);
const { drawCover } = await import(pathToFileURL(path.join(drawn, 'draw-cover.js')).href);
const { createCanvas, loadImage } = await import('@napi-rs/canvas');

const titles = [
  'Tides',
  'The quiet return of night trains across Europe',
  'What a hundred years of weather stations, ship logs and lighthouse diaries can and cannot tell us about tomorrow’s rain',
  'Rockets 🚀 for everyone 🎉',
  'تاريخ موجز للعالم من البداية حتى اليوم',
  'מדוע הים מלוח ומה אפשר ללמוד ממנו',
  'Donaudampfschifffahrtsgesellschaftskapitän',
  'Rechtsschutzversicherungsgesellschaften im Wandel',
  'How the Wright brothers really learned to fly',
  '潮の満ち引きと月の不思議な関係について',
  'एक छोटी दुनिया का इतिहास',
  'AI, work & wages: the evidence so far',
];
const [wide, high] = ratio.split(':').map(Number);

mkdirSync(folder, { recursive: true });
const cell = 460;
const columns = 4;
const pictures = [];
for (const [at, title] of titles.entries()) {
  const spec = { prompt: `Cover art for an episode about ${title}`, title, ratio: wide / high, brand: true };
  const began = performance.now();
  const png = drawCover(spec);
  const ms = Math.round(performance.now() - began);
  const file = path.join(folder, `${String(at + 1).padStart(2, '0')}.png`);
  writeFileSync(file, png);
  const { composition, palette } = planCover(spec);
  console.log(
    `${file}  ${ms} ms  ${Math.round(png.length / 1024)} KB  ${composition}, ${palette.name}  ${title}`,
  );
  pictures.push(await loadImage(png));
}
const cellHeight = Math.round((cell * pictures[0].height) / pictures[0].width);
const sheet = createCanvas(columns * cell + 20, Math.ceil(titles.length / columns) * cellHeight + 20);
const ctx = sheet.getContext('2d');
for (const [at, picture] of pictures.entries()) {
  const [x, y] = [10 + (at % columns) * cell, 10 + Math.floor(at / columns) * cellHeight];
  ctx.drawImage(picture, x, y, cell - 10, cellHeight - 10);
}
writeFileSync(path.join(folder, 'sheet.png'), sheet.toBuffer('image/png'));
