import { cutsOf, type Cut } from '../../../../platform/sentences/cuts-of.js';
import { kindsOf } from '../../../../platform/sentences/paragraph-kinds.js';
import { atOnce, type Work } from './in-turns.js';
import { hasOverlongWord, tagSentences, type Token } from './language-tools.js';

/** A sentence of a source. `index` counts the source's sentences from 0; headings are not sentences. */
export type Sentence = Cut & {
  sourceAt: number;
  index: number;
  paragraph: number;
  /** The heading above it, if the source has any. */
  heading: string | undefined;
  tokens: Token[];
  /** The tagger's tokens that are words ("don't" is two): what the rules of choosing and cutting are tuned to. */
  words: number;
  /** Not read as it is written: it holds what is too long for a word. */
  isCut?: true;
  /** In the first or last paragraphs, or a paragraph by itself: where pages speak of themselves. */
  apart?: true;
};

/** The sentences of a harvested text, quotes and abbreviations kept whole. `source_refs` point into this list. */
export function splitSentences(text: string, sourceAt = 0): Sentence[] {
  return atOnce(readSentences(text, sourceAt));
}

/** Paragraphs at both ends of a text that may be about the page instead. */
const edge = { first: 2, last: 3 };

/** @param headings is given what the text has of them */
export function* readSentences(text: string, sourceAt: number, headings?: string[]): Work<Sentence[]> {
  const sentences: Sentence[] = [];
  let heading: string | undefined;
  let item = 0;
  const kinds = kindsOf(text);
  for (const [at, paragraph] of kinds.entries()) {
    yield;
    if (paragraph.kind === 'heading') {
      if (paragraph.text !== '') headings?.push(paragraph.text);
      heading = paragraph.text.replace(/^[\dIVXLC]+[.)]\s+/, '').replace(/[:.]$/, '');
      continue;
    }
    item = kinds[at - 1]?.kind === paragraph.kind ? item + 1 : 1;
    const cuts = cutsOf(paragraph, item);
    const isApart = at < edge.first || at >= kinds.length - edge.last || cuts.length === 1;
    for (const chunk of chunksOf(cuts)) {
      const tagged = tagSentences(chunk.map((cut) => cut.text));
      chunk.forEach((cut, place) => {
        const tokens = tagged[place] ?? [];
        const words = tokens.filter((token) => token.isWord).length;
        const sentence: Sentence = {
          sourceAt,
          index: sentences.length,
          paragraph: at,
          heading,
          ...cut,
          tokens,
          words,
        };
        if (hasOverlongWord(cut.text)) sentence.isCut = true;
        if (isApart) sentence.apart = true;
        sentences.push(sentence);
      });
      yield;
    }
  }
  return sentences;
}

/** Sentences are tagged together up to about this length (characters), or a pasted book would be tagged at once. */
const longChunk = 3_000;

function* chunksOf(cuts: readonly Cut[]): Generator<Cut[]> {
  let chunk: Cut[] = [];
  let length = 0;
  for (const cut of cuts) {
    chunk.push(cut);
    length += cut.text.length;
    if (length < longChunk) continue;
    yield chunk;
    chunk = [];
    length = 0;
  }
  if (chunk.length > 0) yield chunk;
}
