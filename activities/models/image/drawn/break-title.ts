import { graphemes } from './title-text.js';

/** A piece of a title that stays on one line. `glue` is what stands between it and the next one on the same line. */
export type Piece = { text: string; glue: '' | ' ' };

/** Scripts that put no spaces between words. */
const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
/** Marks that do not begin a line. */
const closing = /^[\p{Pe}\p{Pf}\p{Po}…ー々]+$/u;

/** Two letters for one sound: no line ends between them. */
const oneSound = new Set(['ch', 'ck', 'gh', 'ph', 'rh', 'sh', 'th', 'wh']);

/** Where a title may be broken into lines: at spaces, after hyphens and slashes, between words of spaceless scripts. */
export function piecesOf(title: string): Piece[] {
  return title.split(' ').flatMap((word) => {
    const parts = spaceless.test(word)
      ? spacelessParts(word)
      : word.split(/(?<=[\p{L}\p{N}][-‐–—/])(?=\p{L})/u);
    return parts.map((text, at): Piece => ({ text, glue: at === parts.length - 1 ? ' ' : '' }));
  });
}

/**
 * Breaks pieces that are wider than a line, with a hyphen where letters have them; before a consonant that a vowel
 * follows, where most languages allow it, as near to equal halves as that goes.
 */
export function breakWide(pieces: readonly Piece[], fits: (text: string) => boolean): Piece[] {
  return pieces.flatMap((piece) => breakPiece(piece, fits));
}

function breakPiece(piece: Piece, fits: (text: string) => boolean): Piece[] {
  const letters = graphemes(piece.text);
  if (letters.length < 2 || fits(piece.text)) return [piece];
  const hyphen = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(piece.text) ? '-' : '';
  const places = letters.map((_, at) => at).slice(1);
  const fitting = places.filter((at) => fits(letters.slice(0, at).join('') + hyphen));
  const longest = fitting.at(-1) ?? 1;
  // As many lines as it needs, but no last line of two letters.
  const lines = Math.ceil(letters.length / longest);
  const wanted = letters.length / lines;
  const syllables = fitting.filter(
    (at) => isSyllableStart(letters, at) && at >= wanted * 0.6 && letters.length - at >= 3,
  );
  const at =
    syllables.sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0] ??
    Math.min(longest, Math.ceil(wanted));
  const rest = { ...piece, text: letters.slice(at).join('') };
  return [{ text: letters.slice(0, at).join('') + hyphen, glue: '' }, ...breakPiece(rest, fits)];
}

function isSyllableStart(letters: readonly string[], at: number): boolean {
  const pair = `${letters[at - 1] ?? ''}${letters[at] ?? ''}`.toLowerCase();
  return isConsonant(letters[at]) && isVowel(letters[at + 1]) && !oneSound.has(pair);
}

function isVowel(letter = ''): boolean {
  return /^[aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýаеёиоуыэюяαεηιουω]/iu.test(letter);
}

function isConsonant(letter = ''): boolean {
  return /^\p{L}/u.test(letter) && !isVowel(letter);
}

function spacelessParts(word: string): string[] {
  const parts: string[] = [];
  for (const { segment } of new Intl.Segmenter('ja', { granularity: 'word' }).segment(word)) {
    const before = closing.test(segment) ? parts.pop() : undefined;
    parts.push((before ?? '') + segment);
  }
  return parts;
}
