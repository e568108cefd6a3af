import { createRequire } from 'node:module';
import model from 'wink-eng-lite-web-model';
import type winkNlp from 'wink-nlp';
import type { ItemSentence, ItsFunction, PartOfSpeech, WinkMethods } from 'wink-nlp';

const load = createRequire(import.meta.url)('wink-nlp') as typeof winkNlp;

/** One token with what the writer asks about it. */
export type Token = { text: string; pos: PartOfSpeech; stem: string; isStop: boolean; isWord: boolean };

let loaded: WinkMethods | undefined;

/** The English model takes some 60 ms and 25 MB; it is loaded with the first script. */
function wink(): WinkMethods {
  loaded ??= load(model, ['sbd', 'pos']);
  return loaded;
}

/** No word is longer, in characters. What is takes the tagger time by the square of its length. */
const longestWord = 100;

const overlong = new RegExp(`(\\S{${longestWord}})\\S+`, 'gu');

/** Whether a text holds what is too long for a word: rows of letters, digits or signs, most addresses of pages. */
export function hasOverlongWord(text: string): boolean {
  return new RegExp(`\\S{${longestWord}}`, 'u').test(text);
}

/** A paragraph's sentences, each with its tokens. Of an overlong word the beginning is read. */
/* eslint-disable @typescript-eslint/unbound-method -- wink's `its` helpers are plain functions, passed by name */
export function parseParagraph(paragraph: string): { text: string; tokens: Token[] }[] {
  const { its } = wink();
  const sentences: { text: string; tokens: Token[] }[] = [];
  wink()
    .readDoc(paragraph.replace(overlong, '$1'))
    .sentences()
    .each((sentence: ItemSentence) => {
      const tokens = sentence.tokens();
      const texts = tokens.out();
      const parts = tokens.out(its.pos) as PartOfSpeech[];
      // The package types this helper with one parameter less than it passes.
      const stems = tokens.out(its.stem as unknown as ItsFunction<string>);
      const stops = tokens.out(its.stopWordFlag) as boolean[];
      const types = tokens.out(its.type);
      sentences.push({
        text: sentence.out(),
        tokens: texts.map((text: string, at: number) => ({
          text,
          pos: parts[at] ?? 'X',
          stem: (stems[at] ?? text).toLowerCase(),
          isStop: stops[at] ?? false,
          isWord: types[at] === 'word' || types[at] === 'number',
        })),
      });
    });
  return sentences;
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
