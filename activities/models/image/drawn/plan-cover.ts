import { createCanvas } from '@napi-rs/canvas';
import { compositionNames, type CompositionName } from './compositions/index.js';
import { fitTitle } from './fit-title.js';
import { typeset, type Face } from './fonts.js';
import type { Box } from './page.js';
import { palettes, type Palette } from './palettes.js';
import { seededRandom, type Random } from './seeded-random.js';
import { graphemes, isRightToLeft, tidyTitle, titleOfPrompt } from './title-text.js';

export type CoverSpec = {
  prompt: string;
  title?: string | undefined;
  /** Width divided by height. */
  ratio: number;
  /** Whether the brand's name is set on the cover. */
  brand: boolean;
};

/** One line of the title: its baseline's left end and the box that its ink stays in. */
export type PlacedLine = { text: string; x: number; y: number; box: Box };

/** Everything that is decided before anything is drawn. In pixels. */
export type CoverPlan = {
  width: number;
  height: number;
  margin: number;
  composition: CompositionName;
  palette: Palette;
  random: Random;
  art: Box;
  title: TitlePlan | undefined;
  brand: { x: number; y: number; size: number; align: 'left' | 'right' } | undefined;
};

export type TitlePlan = TitleLook & { size: number; lines: PlacedLine[] };

export type TitleLook = {
  families: string;
  variation: string;
  rightToLeft: boolean;
  /** In font sizes; joined scripts are not spaced. */
  letterSpacing: number;
  lineHeight: number;
  initial: string;
};

const maxSide = 1400;

/**
 * Decides a cover: the same prompt and title give the same composition and palette in every aspect ratio. The title
 * has a panel of plain ground of its own, above, below or beside the art; the art never reaches into it.
 */
export function planCover(spec: CoverSpec): CoverPlan {
  const { width, height } = pageSize(spec.ratio);
  const random = seededRandom(JSON.stringify([spec.title ?? '', spec.prompt]));
  const composition = random.pick(compositionNames);
  const palette = random.pick(palettes);
  const face = random.pick<Face>(['sans', 'sans', 'serif']);
  const artFirst = random.pick([true, false, false]) && composition !== 'horizon' && composition !== 'arcs';

  const unit = Math.min(width, height, maxSide * 0.72);
  const margin = Math.round(unit * 0.08);
  const wanted = spec.title === undefined ? titleOfPrompt(spec.prompt) : tidyTitle(spec.title);
  const set = typeset(wanted, face);
  const text = saysTheSame(wanted, set.text) ? set.text : '';
  const look = lookOf(text, set.families, face);
  const wide = spec.ratio > 1.3;

  const brandSize = spec.brand ? Math.max(14, Math.round(unit * 0.031)) : 0;
  const brandRow = spec.brand ? brandSize + Math.round(margin * 0.6) : 0;
  const column = wide ? Math.round(width * (spec.ratio > 2.4 ? 0.56 : 0.5)) : width;
  const space = {
    width: column - margin * (wide ? 1.6 : 2),
    height: wide ? height - margin * 2 - brandRow : height * 0.46 - brandRow,
    largest: unit * 0.21,
    breaking: unit * 0.1,
    smallest: Math.max(10, unit * 0.03),
    lineHeight: look.lineHeight,
  };
  const fitted = text === '' ? undefined : fitTitle(text, space, (line, size) => widthOf(line, size, look));

  const titleHeight = fitted ? fitted.lines.length * fitted.size * look.lineHeight : 0;
  const panel = Math.round(
    fitted || spec.brand ? margin + brandRow + titleHeight + margin * (fitted ? 0.75 : 0) : 0,
  );
  const atRight = look.rightToLeft;
  const art = wide
    ? { x: atRight ? 0 : column, y: 0, width: width - column, height }
    : { x: 0, y: artFirst ? 0 : panel, width, height: height - panel };
  const panelX = wide && atRight ? width - column : 0;
  const panelY = !wide && artFirst ? height - panel : 0;

  // Art above: the title's first line keeps its distance from it. Art below: the brand comes first, at the margin.
  const titleTop = wide ? margin : artFirst ? panelY + margin * 0.75 : panelY + margin + brandRow;
  const brandY = wide || artFirst ? height - margin : margin + brandSize * 0.8;
  const left = panelX + (wide && atRight ? margin * 0.6 : margin);
  const right = panelX + column - (wide && !atRight ? margin * 0.6 : margin);
  return {
    width,
    height,
    margin,
    composition,
    palette,
    random,
    art,
    title: fitted && {
      ...look,
      size: fitted.size,
      lines: place(fitted.lines, fitted.size, look, { left, right, top: titleTop }),
    },
    brand: spec.brand
      ? { x: atRight ? right : left, y: brandY, size: brandSize, align: atRight ? 'right' : 'left' }
      : undefined,
  };
}

/** A title in a script without a shipped font is left out whole: the crumbs of it would say something else. */
function saysTheSame(wanted: string, set: string): boolean {
  return lettersIn(set) >= lettersIn(wanted) * 0.9;
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

function pageSize(ratio: number): { width: number; height: number } {
  return ratio >= 1
    ? { width: maxSide, height: Math.round(maxSide / ratio) }
    : { width: Math.round(maxSide * ratio), height: maxSide };
}

/** Scripts differ in what they need above and below the line, and in whether letters may be moved apart. */
function lookOf(text: string, families: string, face: Face): TitleLook {
  const tall = /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Thai}]/u.test(text);
  const square =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Hebrew}]/u.test(text);
  const pictures = /\p{Extended_Pictographic}/u.test(text);
  const joined = tall || square;
  return {
    families,
    variation: face === 'serif' ? '"wght" 640, "opsz" 60' : '"wght" 760',
    rightToLeft: isRightToLeft(text),
    letterSpacing: joined ? 0 : face === 'serif' ? -0.008 : -0.018,
    lineHeight: tall ? 1.42 : square || pictures ? 1.24 : face === 'serif' ? 1.08 : 1.06,
    initial: graphemes(text).find((letter) => /[\p{L}\p{N}]/u.test(letter)) ?? graphemes(text)[0] ?? '',
  };
}

const ruler = createCanvas(8, 8).getContext('2d');

function widthOf(text: string, size: number, look: TitleLook): number {
  setType(ruler, size, look);
  // Italic ends and accents lean out of a glyph's own width a little.
  return ruler.measureText(text).width + size * 0.04;
}

/** Sets the canvas to a title's type. Lines are always placed by their left end, whatever way they read. */
export function setType(ctx: typeof ruler, size: number, look: TitleLook): void {
  ctx.font = `400 ${size}px ${look.families}`;
  ctx.fontVariationSettings = look.variation;
  ctx.letterSpacing = `${(look.letterSpacing * size).toFixed(2)}px`;
  ctx.direction = look.rightToLeft ? 'rtl' : 'ltr';
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
}

function place(
  lines: readonly string[],
  size: number,
  look: TitleLook,
  { left, right, top }: { left: number; right: number; top: number },
): PlacedLine[] {
  setType(ruler, size, look);
  const height = look.lineHeight * size;
  // Letters of one x-height stand in the middle of their line.
  const ascent = height / 2 + size * 0.36;
  return lines.map((text, at) => {
    const { width } = ruler.measureText(text);
    const x = look.rightToLeft ? right - width : left;
    const y = top + at * height + ascent;
    return { text, x, y, box: { x, y: top + at * height, width, height } };
  });
}
