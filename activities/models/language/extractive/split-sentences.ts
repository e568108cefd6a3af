import { atOnce, type Work } from './in-turns.js';
import { parseParagraph, type Token } from './language-tools.js';

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
};

/** The sentences of a harvested text, quotes and abbreviations kept whole. `source_refs` point into this list. */
export function splitSentences(text: string, sourceAt = 0): Sentence[] {
  return atOnce(readSentences(text, sourceAt));
}

export function* readSentences(text: string, sourceAt: number): Work<Sentence[]> {
  const sentences: Sentence[] = [];
  let heading: string | undefined;
  const paragraphs = text.split(/\n\s*\n/).map((paragraph) => paragraph.replace(/\s+/g, ' ').trim());
  for (const [at, paragraph] of paragraphs.entries()) {
    yield;
    if (isHeading(paragraph)) {
      heading = paragraph.replace(/^[\dIVXLC]+[.)]\s+/, '').replace(/[:.]$/, '');
      continue;
    }
    const parts: Part[] = [];
    for (const piece of piecesOf(paragraph)) {
      parts.push(...parseParagraph(piece));
      yield;
    }
    for (const part of mergeBroken(parts)) {
      const words = part.tokens.filter((token) => token.isWord).length;
      sentences.push({ sourceAt, index: sentences.length, paragraph: at, heading, ...part, words });
    }
  }
  return sentences;
}

/** A book pasted as one paragraph is read in pieces of this length (characters) or a little more. */
const longPiece = 3_000;

function piecesOf(paragraph: string): string[] {
  if (paragraph.length <= 2 * longPiece) return [paragraph];
  const pieces: string[] = [];
  let from = 0;
  for (const { index } of paragraph.matchAll(/(?<=[\p{Ll}\d][.!?]) (?=\p{Lu})/gu)) {
    if (index - from < longPiece) continue;
    pieces.push(paragraph.slice(from, index));
    from = index + 1;
  }
  return [...pieces, paragraph.slice(from)];
}

/** A short paragraph that does not end like a sentence. */
export function isHeading(paragraph: string): boolean {
  const words = paragraph.split(' ').length;
  return words <= 14 && !/[.!?…;,]["”’)\]]*$/.test(paragraph) && !/^["“]/.test(paragraph);
}

type Part = { text: string; tokens: Token[] };

/** Joins what was cut inside a quotation, after an abbreviation, or before a small letter. */
function mergeBroken(parts: readonly Part[]): Part[] {
  const merged: Part[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (last !== undefined && belongsTogether(last.text, part.text)) {
      merged[merged.length - 1] = {
        text: `${last.text} ${part.text}`,
        tokens: [...last.tokens, ...part.tokens],
      };
    } else merged.push(part);
  }
  return merged;
}

/** Quotations longer than this are let go, or one forgotten mark would swallow a chapter (characters). */
const maxQuotationLength = 600;

function belongsTogether(before: string, after: string): boolean {
  if (/^\p{Ll}/u.test(after) || /^[)\]”’,;]/.test(after)) return true;
  if (abbreviation.test(before)) return true;
  return before.length < maxQuotationLength && hasOpenQuotation(before);
}

/** Titles, places and reference words that a capital letter or a number follows; single initials. */
const abbreviation =
  /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|Gen|Col|Capt|Lt|Sgt|Rev|Hon|Sen|Rep|Gov|Pres|No|Nos|Vol|Fig|Figs|Eq|Sec|Ch|p|pp|vs|cf|ca|approx|Mt|Ft|e\.g|i\.e|viz|al|\p{Lu}|(?:\p{Lu}\.)+\p{Lu}(?=\.$))\.$/u;

function hasOpenQuotation(text: string): boolean {
  const straight = (text.match(/"/g) ?? []).length;
  const opened = (text.match(/“/g) ?? []).length - (text.match(/”/g) ?? []).length;
  return straight % 2 === 1 || opened > 0;
}
