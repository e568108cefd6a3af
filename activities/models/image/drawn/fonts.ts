import { createRequire } from 'node:module';
import path from 'node:path';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';

const require = createRequire(import.meta.url);

export type Face = 'sans' | 'serif';

/** A package of @fontsource-variable: one font, cut into files by Unicode ranges. */
type FontPackage = { name: string; axes: string; files: readonly FontFile[] };
type FontFile = { family: string; file: string; ranges: readonly (readonly [number, number])[] };

const packages = {
  sans: fontPackage('inter-tight', 'wght'),
  serif: fontPackage('source-serif-4', 'opsz'),
  arabic: fontPackage('noto-sans-arabic', 'wght'),
  hebrew: fontPackage('noto-sans-hebrew', 'wght'),
  devanagari: fontPackage('noto-sans-devanagari', 'wght'),
  thai: fontPackage('noto-sans-thai', 'wght'),
  emoji: fontPackage('noto-emoji', 'wght'),
  japanese: fontPackage('noto-sans-jp', 'wght'),
  chinese: fontPackage('noto-sans-sc', 'wght'),
  korean: fontPackage('noto-sans-kr', 'wght'),
};

const registered = new Set<string>();
const drawable = new Map<string, boolean>();

/** A text whose every character has a glyph, and the CSS font families that have them. */
export type Typeset = { text: string; families: string };

/**
 * Finds the shipped fonts for a text and makes them known to the canvas. Characters that none of them has are left
 * out: a box in their place would say nothing.
 */
export function typeset(text: string, face: Face): Typeset {
  const files = filesFor(text, face);
  for (const { family, file } of files) {
    if (registered.has(family)) continue;
    if (GlobalFonts.registerFromPath(file, family) === null)
      throw new Error(`The font ${file} cannot be read.`);
    registered.add(family);
  }
  const families = files.map(({ family }) => `"${family}"`).join(', ');
  const kept = [...new Intl.Segmenter().segment(text)]
    .map(({ segment }) => segment)
    .filter((cluster) => [...cluster].every((character) => hasGlyph(character, families)))
    .join('');
  return { text: kept.replace(/\s+/g, ' ').trim(), families };
}

function filesFor(text: string, face: Face): FontFile[] {
  const characters = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0);
  const needed = inOrder(text, face).flatMap(({ files }) =>
    files.filter(({ ranges }) =>
      characters.some((code) => ranges.some(([first, last]) => code >= first && code <= last)),
    ),
  );
  // Parts of one emoji may be in several files, joined by a glyph that any of them may hold: all or none.
  return /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(text)
    ? [...needed.filter((file) => !packages.emoji.files.includes(file)), ...packages.emoji.files]
    : needed;
}

/** Chinese characters look different in Japanese and Korean: the letters around them show which are meant. */
function inOrder(text: string, face: Face): FontPackage[] {
  const { japanese, chinese, korean, arabic, hebrew, devanagari, thai } = packages;
  const ideographs = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
    ? [japanese, chinese, korean]
    : /\p{Script=Hangul}/u.test(text)
      ? [korean, japanese, chinese]
      : [chinese, japanese, korean];
  return [packages[face], arabic, hebrew, devanagari, thai, ...ideographs];
}

const probeSize = 24;
const probe = createCanvas(probeSize * 2, probeSize * 2);

/** Whether the character is drawn as more than the box that stands for missing ones. */
function hasGlyph(character: string, families: string): boolean {
  // Joiners, directions and variation selectors have no look of their own.
  if (/[\p{Cf}\p{Variation_Selector}\s]/u.test(character)) return true;
  const key = `${character} ${families}`;
  const known = drawable.get(key) ?? !imageOf(character, families).equals(imageOf('\u{10ffff}', families));
  drawable.set(key, known);
  return known;
}

function imageOf(character: string, families: string): Buffer {
  const ctx = probe.getContext('2d');
  ctx.clearRect(0, 0, probe.width, probe.height);
  ctx.font = `${probeSize}px ${families}`;
  ctx.fillText(character, 0, probeSize * 1.4);
  return Buffer.from(ctx.getImageData(0, 0, probe.width, probe.height).data);
}

function fontPackage(name: string, axes: string): FontPackage {
  const root = path.dirname(require.resolve(`@fontsource-variable/${name}/package.json`));
  const subsets = require(`@fontsource-variable/${name}/unicode.json`) as Record<string, string>;
  // Latin last in the packages' own list, first here: it is what most titles need.
  const files = Object.entries(subsets)
    .reverse()
    .map(([subset, ranges]) => {
      const part = subset.replace(/^\[(\d+)\]$/, '$1');
      return {
        family: `aethercast ${name} ${part}`,
        file: path.join(root, 'files', `${name}-${part}-${axes}-normal.woff2`),
        ranges: ranges.split(',').map(readRange),
      };
    });
  return { name, axes, files };
}

/** `U+600` or `U+600-6ff`, as in CSS. */
function readRange(range: string): readonly [number, number] {
  const [first = 0, last = first] = range
    .replace(/^U\+/i, '')
    .split('-')
    .map((code) => Number.parseInt(code, 16));
  return [first, last];
}
