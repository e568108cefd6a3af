import { cutInPieces } from '../../../text/cut-in-pieces.js';
import { atOnce, type Work } from './in-turns.js';
import { hasOverlongWord, parseParagraph, type Token } from './language-tools.js';

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
  /** Not read as it is written: it holds what is too long for a word, or is a part of what is too long for a sentence. */
  isCut?: true;
};

/** The sentences of a harvested text, quotes and abbreviations kept whole. `source_refs` point into this list. */
export function splitSentences(text: string, sourceAt = 0): Sentence[] {
  return atOnce(readSentences(text, sourceAt));
}

/** @param headings is given what the text has of them */
export function* readSentences(text: string, sourceAt: number, headings?: string[]): Work<Sentence[]> {
  const sentences: Sentence[] = [];
  let heading: string | undefined;
  const paragraphs = text.split(/\n\s*\n/).map((paragraph) => paragraph.replace(/\s+/g, ' ').trim());
  for (const [at, paragraph] of paragraphs.entries()) {
    yield;
    if (isHeading(paragraph)) {
      if (paragraph !== '') headings?.push(paragraph);
      heading = paragraph.replace(/^[\dIVXLC]+[.)]\s+/, '').replace(/[:.]$/, '');
      continue;
    }
    const parts: Part[] = [];
    for (const { text: piece, goesOn } of piecesOf(paragraph)) {
      const [first, ...others] = parseParagraph(piece);
      if (first !== undefined) addPart(parts, first, goesOn);
      parts.push(...others);
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

/** `goesOn`: the piece before ended where no sentence does. */
type Piece = { text: string; goesOn: boolean };

function piecesOf(paragraph: string): Piece[] {
  if (paragraph.length <= 2 * longPiece) return [{ text: paragraph, goesOn: false }];
  const pieces: Piece[] = [];
  let from = 0;
  for (const { index } of paragraph.matchAll(/(?<=[\p{Ll}\d][.!?]) (?=\p{Lu})/gu)) {
    if (index - from < longPiece) continue;
    pieces.push(...bounded(paragraph.slice(from, index)));
    from = index + 1;
  }
  return [...pieces, ...bounded(paragraph.slice(from))];
}

/** What has no such end for long is cut between words. */
function bounded(text: string): Piece[] {
  return cutInPieces(text, 2 * longPiece).map((piece, at) => ({ text: piece.trim(), goesOn: at > 0 }));
}

/** A short paragraph that does not end like a sentence. */
export function isHeading(paragraph: string): boolean {
  const words = paragraph.split(' ').length;
  return words <= 14 && !/[.!?…;,]["”’)\]]*$/.test(paragraph) && !/^["“]/.test(paragraph);
}

type Part = { text: string; tokens: Token[]; isCut?: true };

/** Longer ones are no sentences (characters). Nobody could say them, and joining them takes ever longer. */
const maxSentenceLength = 4_000;

/** Joins what was cut inside a quotation, after an abbreviation, or before a small letter. */
function mergeBroken(parts: readonly Part[]): Part[] {
  const merged: Part[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    addPart(merged, part, last !== undefined && belongsTogether(last.text, part.text));
  }
  return merged.map((part) => (hasOverlongWord(part.text) ? { ...part, isCut: true } : part));
}

/** @param goesOn whether it belongs to the last one */
function addPart(parts: Part[], part: Part, goesOn: boolean): void {
  const last = parts.at(-1);
  if (!goesOn || last === undefined) {
    parts.push({ ...part });
  } else if (last.text.length + part.text.length < maxSentenceLength) {
    last.text = `${last.text} ${part.text}`;
    last.tokens.push(...part.tokens);
    if (part.isCut === true) last.isCut = true;
  } else {
    last.isCut = true;
    parts.push({ ...part, isCut: true });
  }
}

/** Quotations longer than this are let go, or one forgotten mark would swallow a chapter (characters). */
const maxQuotationLength = 600;

/** No abbreviation is longer: only this much of what comes before is looked at. */
const longestAbbreviation = 40;

function belongsTogether(before: string, after: string): boolean {
  if (/^\p{Ll}/u.test(after) || /^[)\]”’,;]/.test(after)) return true;
  if (abbreviation.test(before.slice(-longestAbbreviation))) return true;
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
