import { createRequire } from 'node:module';
import model from 'wink-eng-lite-web-model';
import type winkNlp from 'wink-nlp';
import type { ItsFunction, PartOfSpeech, WinkMethods } from 'wink-nlp';

const load = createRequire(import.meta.url)('wink-nlp') as typeof winkNlp;

/** One token with what the writer asks about it. */
export type Token = { text: string; pos: PartOfSpeech; stem: string; isStop: boolean; isWord: boolean };

let loaded: WinkMethods | undefined;

/** The model numbers its own words; what it has not is numbered after them. */
let modelWords = 0;

/** The English model takes some 60 ms and 25 MB; it is loaded with the first script. */
function wink(): WinkMethods {
  if (loaded === undefined) {
    loaded = load(model, ['sbd', 'pos']);
    [modelWords = 0] = idsOf(loaded, ['\u{f0000}']);
  }
  return loaded;
}

/** Those of some words that the English model knows (87,000), in small letters. */
export function knownWords(words: readonly string[]): ReadonlySet<string> {
  const plain = [...new Set(words.map((word) => word.toLowerCase()))].filter((word) =>
    /^[a-z]{1,40}$/.test(word),
  );
  if (plain.length === 0) return new Set();
  const ids = idsOf(wink(), plain);
  // A word that the tagger takes apart would shift the rest.
  if (ids.length !== plain.length) return new Set(plain.filter((word) => isKnown(word)));
  return new Set(plain.filter((_, at) => (ids[at] ?? Infinity) < modelWords));
}

function isKnown(word: string): boolean {
  const [id = Infinity, ...others] = idsOf(wink(), [word]);
  return others.length === 0 && id < modelWords;
}

/** No word is longer, in characters. What is takes the tagger time by the square of its length. */
const longestWord = 100;

const overlong = new RegExp(`(\\S{${longestWord}})\\S+`, 'gu');

/** Whether a text holds what is too long for a word: rows of letters, digits or signs, most addresses of pages. */
export function hasOverlongWord(text: string): boolean {
  return new RegExp(`\\S{${longestWord}}`, 'u').test(text);
}

/** The tokens of each of some sentences that follow on one another. Of an overlong word the beginning is read. */
/* eslint-disable @typescript-eslint/unbound-method -- wink's `its` helpers are plain functions, passed by name */
export function tagSentences(sentences: readonly string[]): Token[][] {
  const shortened = sentences.map((sentence) => sentence.replace(overlong, '$1'));
  const text = shortened.join(' ');
  const tagged: Token[][] = sentences.map(() => []);
  let place = 0;
  let ends = shortened[0]?.length ?? 0;
  let at = 0;
  for (const token of tagText(text)) {
    // The tagger drops blanks alone.
    while (/\s/.test(text.charAt(at))) at += 1;
    while (at >= ends && place < shortened.length - 1) {
      place += 1;
      ends += 1 + (shortened[place]?.length ?? 0);
    }
    tagged[place]?.push(token);
    at += token.text.length;
  }
  return tagged;
}

/** The tokens of a text of one or some paragraphs. */
export function tagText(text: string): Token[] {
  const { its } = wink();
  const tokens = wink().readDoc(text.replace(overlong, '$1')).tokens();
  const texts = tokens.out();
  const parts = tokens.out(its.pos) as PartOfSpeech[];
  // The package types this helper with one parameter less than it passes.
  const stems = tokens.out(its.stem as unknown as ItsFunction<string>);
  const stops = tokens.out(its.stopWordFlag) as boolean[];
  const types = tokens.out(its.type);
  return texts.map((token: string, at: number) => ({
    text: token,
    pos: parts[at] ?? 'X',
    stem: (stems[at] ?? token).toLowerCase(),
    isStop: stops[at] ?? false,
    isWord: types[at] === 'word' || types[at] === 'number',
  }));
}

/** Whether the model's dictionary has the word, or the singular of it: "Critics" at a sentence's start is no name. */
export function isCommonWord(word: string): boolean {
  const lower = word.slice(0, longestWord).toLowerCase();
  const document = wink().readDoc(lower);
  return !document.isOOV(lower) || (lower.endsWith('s') && !document.isOOV(lower.slice(0, -1)));
}

/** One English word alone: its stem, and whether it is one of those that say nothing by themselves. */
export function readWord(word: string): { stem: string; isStop: boolean } {
  const { its } = wink();
  const tokens = wink().readDoc(word.slice(0, longestWord)).tokens();
  const stems = tokens.out(its.stem as unknown as ItsFunction<string>);
  const stops = tokens.out(its.stopWordFlag) as boolean[];
  return { stem: (stems[0] ?? word).toLowerCase(), isStop: stops.every(Boolean) };
}

function idsOf({ readDoc, its }: WinkMethods, words: readonly string[]): number[] {
  const tokens = readDoc(words.join(' ')).tokens();
  // The package types this helper with one parameter less than it passes.
  return tokens.out(its.uniqueId as unknown as ItsFunction<number>) as number[];
}
