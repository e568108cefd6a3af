type Colour = readonly [red: number, green: number, blue: number];

const named: Readonly<Record<string, Colour>> = {
  white: [255, 255, 255],
  snow: [255, 250, 250],
  whitesmoke: [245, 245, 245],
  black: [0, 0, 0],
  gray: [128, 128, 128],
  grey: [128, 128, 128],
  silver: [192, 192, 192],
  red: [255, 0, 0],
  green: [0, 128, 0],
  blue: [0, 0, 255],
  yellow: [255, 255, 0],
  navy: [0, 0, 128],
};

/** The first colour in a style's value; undefined where none is named that we know. */
export function colourIn(value: string | undefined): Colour | 'transparent' | undefined {
  if (value === undefined || value.includes('url(') || value.includes('gradient(')) return undefined;
  if (/\btransparent\b/.test(value)) return 'transparent';
  const hex = /#([0-9a-f]{3,8})\b/.exec(value)?.[1];
  if (hex !== undefined) return ofHex(hex);
  const numbers = /\brgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+([\d.]{1,6}))?/.exec(value);
  if (numbers !== null) {
    if (numbers[4] !== undefined && Number(numbers[4]) < 0.05) return 'transparent';
    return [Number(numbers[1]), Number(numbers[2]), Number(numbers[3])];
  }
  const name = value.split(/\s+/).find((word) => Object.hasOwn(named, word));
  return name === undefined ? undefined : named[name];
}

/** Whether no eye tells the two apart. */
export function looksAlike(one: Colour, other: Colour): boolean {
  return one.every((part, at) => Math.abs(part - (other[at] ?? 0)) <= 12);
}

function ofHex(hex: string): Colour | 'transparent' | undefined {
  const digits = hex.length < 6 ? [...hex].map((digit) => digit + digit).join('') : hex;
  if (digits.length < 6) return undefined;
  if (digits.length === 8 && digits.endsWith('00')) return 'transparent';
  return [partOf(digits, 0), partOf(digits, 2), partOf(digits, 4)];
}

function partOf(digits: string, at: number): number {
  return Number.parseInt(digits.slice(at, at + 2), 16);
}
