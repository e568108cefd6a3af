import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Canvas } from '@napi-rs/canvas';
import type { CoverPlan, CoverSpec } from '../../activities/models/image/drawn/plan-cover.js';
import { contrast, type Rgb } from '../../activities/models/image/drawn/colour.js';
import { compositionNames } from '../../activities/models/image/drawn/compositions/index.js';
import { palettes } from '../../activities/models/image/drawn/palettes.js';
import { titleOfPrompt } from '../../activities/models/image/drawn/title-text.js';

const titles = {
  'one word': 'Tides',
  'a sentence': 'The quiet return of night trains across Europe',
  '120 characters':
    'What a hundred years of weather stations, ship logs and lighthouse diaries can and cannot tell us about tomorrow’s rain!',
  'many short words':
    'if we do as we do it is so as it was to be or not to be in it for us all so we go on as we do at it',
  'a long compound': 'Donaudampfschifffahrtsgesellschaftskapitän',
  'no place to break': 'W'.repeat(120),
  emoji: 'Rockets 🚀 for everyone 👩‍🔬 🎉',
  Arabic: 'تاريخ موجز للعالم من البداية حتى اليوم',
  Hebrew: 'מדוע הים מלוח ומה אפשר ללמוד ממנו',
  Japanese: '潮の満ち引きと月の不思議な関係について、海辺の町で聞いた話をもとに考える',
  Hindi: 'एक छोटी दुनिया का इतिहास',
  Korean: '밤 기차가 돌아온다',
  mixed: 'Что такое AI? Τι είναι; क्या है? 人工智能',
};
const ratios = { '1:1': 1, '16:9': 16 / 9, '9:16': 9 / 16, '4:1': 4, '1:4': 1 / 4 };

describe('a drawn cover', function () {
  this.timeout(60_000);
  let planCover: (spec: CoverSpec) => CoverPlan;
  let drawCover: (spec: CoverSpec) => Buffer;
  let paintArt: (plan: CoverPlan) => Canvas;
  let paintText: (canvas: Canvas, plan: CoverPlan) => void;
  let typeset: (text: string, face: 'sans' | 'serif') => { text: string };

  before(async () => {
    // As in the studio's threads; read when the canvas is loaded.
    process.env['DISABLE_SYSTEM_FONTS_LOAD'] = '1';
    ({ planCover } = await import('../../activities/models/image/drawn/plan-cover.js'));
    ({ drawCover, paintArt, paintText } = await import('../../activities/models/image/drawn/draw-cover.js'));
    ({ typeset } = await import('../../activities/models/image/drawn/fonts.js'));
  });

  function spec(title: string | undefined, changes: Partial<CoverSpec> = {}): CoverSpec {
    return { prompt: 'A cover', title, ratio: 1, brand: true, ...changes };
  }

  const promptsOf = new Map<string, string>();

  /** A request whose cover is of this composition, which no aspect ratio changes. */
  function specOf(composition: string, changes: { ratio?: number; title?: string } = {}): CoverSpec {
    const { title = 'Night trains', ratio = 1 } = changes;
    for (let at = 0; at < 1_000; at++) {
      const prompt = promptsOf.get(`${composition} ${title}`) ?? `Cover ${at}`;
      if (planCover(spec(title, { prompt })).composition !== composition) continue;
      promptsOf.set(`${composition} ${title}`, prompt);
      return spec(title, { prompt, ratio });
    }
    throw new Error(`no request is drawn as ${composition}`);
  }

  it('is the same for the same request, byte for byte, and another for another prompt or title', () => {
    const first = hash(drawCover(spec('Tides')));
    assert.equal(hash(drawCover(spec('Tides'))), first);
    assert.notEqual(hash(drawCover(spec('Tides', { prompt: 'Another cover' }))), first);
    assert.notEqual(hash(drawCover(spec('Waves'))), first);
  });

  it('has at least six compositions, each of which draws something of its own', () => {
    assert.ok(compositionNames.length >= 6);
    const pictures = compositionNames.map((name) => hash(drawCover(specOf(name))));
    assert.equal(new Set(pictures).size, compositionNames.length);
    for (const name of compositionNames) {
      const plan = planCover(specOf(name));
      assert.ok(coloursIn(paintArt(plan), plan.art).length >= 2, name);
    }
  });

  it('keeps composition and palette in every aspect ratio', () => {
    const plans = Object.values(ratios).map((ratio) => planCover(spec('Tides', { ratio })));
    assert.equal(new Set(plans.map(({ composition, palette }) => `${composition} ${palette.name}`)).size, 1);
  });

  it('has its longest side at 1400 pixels, the asked aspect ratio, and less than a megabyte', () => {
    for (const [name, ratio] of Object.entries(ratios)) {
      const png = drawCover(spec(titles['a sentence'], { ratio }));
      assert.equal(png.toString('latin1', 1, 4), 'PNG');
      const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
      assert.equal(Math.max(width, height), 1400, name);
      assert.ok(Math.abs(width / height / ratio - 1) < 0.005, `${name}: ${width}x${height}`);
      assert.ok(png.length < 1_000_000, `${name}: ${png.length} bytes`);
    }
  });

  it('has a contrast of 4.5 and more between title and every pixel behind it, in every composition', () => {
    for (const [name, ratio] of Object.entries(ratios)) {
      for (const composition of compositionNames) {
        const plan = planCover(specOf(composition, { ratio, title: titles['a sentence'] }));
        assert.ok(plan.title, name);
        const canvas = paintArt(plan);
        const ink = rgb(plan.palette.ink);
        for (const { text, box } of plan.title.lines) {
          const worst = Math.min(...coloursIn(canvas, box).map((behind) => contrast(ink, behind)));
          assert.ok(worst >= 4.5, `${composition} ${name} "${text}": ${worst}`);
        }
      }
    }
  });

  it('has a contrast of 4.5 and more in every palette', () => {
    for (const { name, ink, ground } of palettes) {
      const ratio = contrast(rgb(ink), rgb(ground));
      assert.ok(ratio >= 4.5, `${name}: ${ratio}`);
    }
  });

  for (const [name, title] of Object.entries(titles)) {
    it(`sets a title whole and within its margins: ${name}`, () => {
      for (const [shape, ratio] of Object.entries(ratios)) {
        const plan = planCover(spec(title, { ratio }));
        assert.ok(plan.title, `${shape}: no title`);
        const set = plan.title.lines.map(({ text }) => text).join('');
        assert.equal(bare(set), bare(title), shape);
        assert.ok(plan.title.size >= 10, `${shape}: ${plan.title.size} px`);
        const inked = textBounds(plan);
        const edge = plan.margin * 0.4;
        assert.ok(inked.left >= edge && inked.top >= edge, `${shape}: ${JSON.stringify(inked)}`);
        assert.ok(
          inked.right <= plan.width - edge && inked.bottom <= plan.height - edge,
          `${shape}: ${JSON.stringify(inked)}`,
        );
        const { art } = plan;
        const beside =
          inked.right <= art.x ||
          inked.left >= art.x + art.width ||
          inked.bottom <= art.y ||
          inked.top >= art.y + art.height;
        assert.ok(beside, `${shape}: text over the art`);
        for (const [at, line] of plan.title.lines.entries()) {
          const above = plan.title.lines[at - 1];
          assert.ok(
            above === undefined || line.box.y >= above.box.y + above.box.height - 1,
            `${shape}: lines overlap`,
          );
        }
      }
    });
  }

  it('sets Arabic and Hebrew from the right margin', () => {
    for (const title of [titles.Arabic, titles.Hebrew]) {
      const plan = planCover(spec(title));
      assert.equal(plan.title?.rightToLeft, true);
      for (const { box } of plan.title.lines)
        assert.ok(Math.abs(box.x + box.width - (plan.width - plan.margin)) < 1, JSON.stringify(box));
      const { right } = textBounds(plan);
      assert.ok(plan.width - plan.margin - right < plan.margin * 0.5, `${right}`);
    }
  });

  it('joins Arabic letters instead of setting them one by one', async () => {
    const { createCanvas } = await import('@napi-rs/canvas');
    const { families } = (await import('../../activities/models/image/drawn/fonts.js')).typeset(
      'بيت',
      'sans',
    );
    const ctx = createCanvas(10, 10).getContext('2d');
    ctx.font = `100px ${families}`;
    const apart = ['ب', 'ي', 'ت'].reduce((sum, letter) => sum + ctx.measureText(letter).width, 0);
    assert.ok(ctx.measureText('بيت').width < apart * 0.8);
  });

  it('leaves out what no shipped font has, and draws what one has', () => {
    assert.equal(typeset('Deep 𒀀𒀁 time', 'sans').text, 'Deep time');
    assert.equal(typeset('\u{10ffff}', 'serif').text, '');
    const kept = 'Ångström Łódź Ελλάδα Москва Việt עברית عربي हिन्दी ไทย 中文 日本語 한국어 🚀';
    assert.equal(typeset(kept, 'sans').text, kept);
    assert.equal(typeset(kept, 'serif').text, kept);
  });

  it('of a title that cannot be set is a cover without one', () => {
    const plan = planCover(spec('𒀀𒀁', { prompt: '𒀀' }));
    assert.equal(plan.title, undefined);
    assert.ok(drawCover(spec('𒀀𒀁')).length > 1_000);
  });

  it('of a title that could be set in crumbs only is a cover without one', () => {
    assert.equal(planCover(spec('AI ქართულად და სხვა')).title, undefined);
    assert.notEqual(planCover(spec('The letter ქ and its sound')).title, undefined);
  });

  it('cuts a longer title at a word', () => {
    const plan = planCover(spec('word '.repeat(60)));
    const set = plan.title?.lines.map(({ text }) => text).join(' ') ?? '';
    assert.match(set, /^(word )+word…$/);
    assert.ok(set.length <= 120);
  });

  it('shows the brand when asked to, and not otherwise', () => {
    assert.notEqual(planCover(spec('Tides')).brand, undefined);
    assert.equal(planCover(spec('Tides', { brand: false })).brand, undefined);
    assert.notEqual(hash(drawCover(spec('Tides'))), hash(drawCover(spec('Tides', { brand: false }))));
  });

  it('takes its title from the prompt where none is given', () => {
    const expected: [string, string][] = [
      ['Podcast cover art for an episode titled "Why cities sink", flat colours', 'Why cities sink'],
      ['An illustration of the tides at night, in blue', 'The tides at night'],
      ['lighthouses', 'Lighthouses'],
      ['Create an image about «Le vent» please', 'Le vent'],
      ['A minimalist cover image for a podcast episode about soil. No text.', 'Soil'],
    ];
    for (const [prompt, title] of expected) assert.equal(titleOfPrompt(prompt), title);
  });

  /** Where the text has put ink: the picture with it against the picture without. */
  function textBounds(plan: CoverPlan): { left: number; top: number; right: number; bottom: number } {
    const whole = { x: 0, y: 0, width: plan.width, height: plan.height };
    // The art draws from the plan's random numbers, so it is painted once and copied.
    const canvas = paintArt(plan);
    const before = canvas.getContext('2d').getImageData(0, 0, whole.width, whole.height).data;
    paintText(canvas, plan);
    const after = canvas.getContext('2d').getImageData(0, 0, whole.width, whole.height).data;
    const bounds = { left: Infinity, top: Infinity, right: -1, bottom: -1 };
    for (let at = 0; at < after.length; at += 4) {
      if (after[at] === before[at] && after[at + 1] === before[at + 1] && after[at + 2] === before[at + 2])
        continue;
      const [x, y] = [(at / 4) % plan.width, Math.floor(at / 4 / plan.width)];
      bounds.left = Math.min(bounds.left, x);
      bounds.right = Math.max(bounds.right, x);
      bounds.top = Math.min(bounds.top, y);
      bounds.bottom = Math.max(bounds.bottom, y);
    }
    return bounds;
  }
});

function coloursIn(canvas: Canvas, box: { x: number; y: number; width: number; height: number }): Rgb[] {
  const { data } = canvas
    .getContext('2d')
    .getImageData(Math.floor(box.x), Math.floor(box.y), Math.ceil(box.width), Math.ceil(box.height));
  // Pixels as numbers: there are millions of them.
  const pixels = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const found = new Set<number>();
  for (let at = 0; at < data.length; at += 4) found.add(pixels.getUint32(at) >>> 8);
  return [...found].map((pixel) => [pixel >>> 16, (pixel >>> 8) & 255, pixel & 255]);
}

function rgb(hex: string): Rgb {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
}

function hash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Letters alone: spaces and hyphens may have been added where lines break. */
function bare(text: string): string {
  return text.replace(/[\s-]/g, '');
}
