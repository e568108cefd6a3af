import { LRUCache } from 'lru-cache';
import { cutInPieces } from '../text/cut-in-pieces.js';
import { toNfc } from '../text/to-nfc.js';
import { readWord } from '../models/language/extractive/language-tools.js';

/** A word that says something: as it stands, and its stem, by which words are compared. */
export type ContentWord = { word: string; stem: string };

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** What the segmenter takes grows with the square of the length. */
const longestPiece = 500;

/** Reading a word takes 30 us and feeds repeat theirs: these are some 4 MB. */
const known = new LRUCache<string, { stem: string; isStop: boolean }>({ max: 30_000 });

/**
 * The content words of a text in their order, of any language and script. English words lose endings and stop words
 * are left out; words of other languages are compared as they are, without accents and case.
 */
export function contentWords(text: string): ContentWord[] {
  return cutInPieces(text, longestPiece).flatMap(wordsOf);
}

function wordsOf(piece: string): ContentWord[] {
  const words: ContentWord[] = [];
  for (const { segment, isWordLike } of segmenter.segment(piece)) {
    if (isWordLike !== true) continue;
    const word = segment.replace(/['’]\p{L}{1,2}$/u, '');
    const folded = toNfc(word).normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
    const { stem, isStop } = read(folded);
    if (!isStop) words.push({ word, stem });
  }
  return words;
}

export function stemsOf(text: string): string[] {
  return contentWords(text).map(({ stem }) => stem);
}

function read(folded: string): { stem: string; isStop: boolean } {
  // One letter or digit of ours says nothing; one character of Chinese does.
  if (/^[\da-z]?$/.test(folded)) return { stem: folded, isStop: true };
  if (!/^[a-z]+$/.test(folded)) return { stem: folded, isStop: false };
  const kept = known.get(folded) ?? readWord(folded);
  known.set(folded, kept);
  return kept;
}
