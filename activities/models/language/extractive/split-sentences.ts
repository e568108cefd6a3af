import { cutInPhrases } from './cut-in-phrases.js';
import { atOnce, type Work } from './in-turns.js';
import { hasOverlongWord, tagSentences, type Token } from './language-tools.js';
import { kindsOf, type ParagraphKind } from './paragraph-kinds.js';
import { cutAtEnds } from './sentence-ends.js';

/** A sentence of a source. `index` counts the source's sentences from 0; headings are not sentences. */
export type Sentence = {
  sourceAt: number;
  index: number;
  paragraph: number;
  /** The heading above it, if the source has any. */
  heading: string | undefined;
  text: string;
  tokens: Token[];
  /** The tagger's tokens that are words ("don't" is two): what the rules of choosing and cutting are tuned to. */
  words: number;
  /** Not read as it is written: it holds what is too long for a word. */
  isCut?: true;
  /** What it is when it is not prose: part of a list, a verse, a piece of unpunctuated speech, a line by itself. */
  form?: 'bullet' | 'step' | 'verse' | 'phrase' | 'line';
  /** The number of a step or bullet in its list, from 1, with the first sentence of each. */
  item?: number;
  /** Who says it in an interview, and whether they are the one who asks. */
  label?: string;
  asks?: true;
  /** In the first or last paragraphs, or a paragraph by itself: where pages speak of themselves. */
  apart?: true;
};

/** The sentences of a harvested text, quotes and abbreviations kept whole. `source_refs` point into this list. */
export function splitSentences(text: string, sourceAt = 0): Sentence[] {
  return atOnce(readSentences(text, sourceAt));
}

/** What is known of a sentence before it is tagged. */
type Cut = Pick<Sentence, 'text' | 'form' | 'item' | 'label' | 'asks'>;

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

function cutsOf(paragraph: Exclude<ParagraphKind, { kind: 'heading' }>, item: number): Cut[] {
  if (paragraph.kind === 'verse') return paragraph.lines.map((text) => ({ text, form: 'verse' }));
  const cuts: Cut[] = cutAtEnds(paragraph.text).flatMap((text) => {
    const phrases = cutInPhrases(text);
    return phrases.length === 1
      ? [{ text }]
      : phrases.map((phrase) => ({ text: phrase, form: 'phrase' as const }));
  });
  switch (paragraph.kind) {
    case 'prose':
      return cuts;
    case 'line':
      return cuts.map((cut) => ({ ...cut, form: 'line' }));
    case 'bullet':
    case 'step':
      return cuts.map((cut, at) => ({ ...cut, form: paragraph.kind, ...(at === 0 ? { item } : {}) }));
    case 'speech': {
      const { label, asks } = paragraph;
      return cuts.map((cut) => ({ ...cut, label, ...(asks ? { asks } : {}) }));
    }
  }
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
