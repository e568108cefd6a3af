import { countWords } from '../../../platform/count-words.js';

/** A paragraph of so many words without the end of a sentence was not punctuated: somebody spoke, a program wrote. */
const fewestWords = 40;

/** Phrases have between so many words, and are better not longer than this. */
const shortest = 5;
const long = 22;
const longest = 32;

/**
 * English that has no punctuation (a transcript) in phrases, each written as a sentence: cut before what begins a new
 * thought ("and then", "it was", "but"), else where a longer phrase has a joint. Other paragraphs stay as they are.
 */
export function cutInPhrases(paragraph: string): string {
  const words = paragraph.split(/\s+/).filter((word) => word !== '');
  if (words.length < fewestWords || paragraph.includes('\n\n') || isPunctuated(paragraph)) return paragraph;
  const phrases: string[][] = [];
  let from = 0;
  while (from < words.length) {
    const end = endOfPhrase(words, from);
    phrases.push(words.slice(from, end));
    from = end;
  }
  return phrases.map(asSentence).join(' ');
}

/** Half the sentences that such a text would have. */
function isPunctuated(paragraph: string): boolean {
  const ends = (paragraph.match(/[\p{L}\p{N})"”’%][.!?…。！？]+["”’)]*(?=\s|$)|[。！？।؟]/gu) ?? []).length;
  return ends * 60 > countWords(paragraph) || /^(?:•|\d{1,3}\.) /.test(paragraph);
}

function endOfPhrase(words: readonly string[], from: number): number {
  let best = { at: words.length, score: 0 };
  for (let at = from + shortest; at <= words.length - shortest; at += 1) {
    const length = at - from;
    if (length > longest && best.score > 0) return best.at;
    const score = openingScore(words, at);
    if (score === 3 || (score >= 2 && length >= 10) || (score >= 1 && length >= long)) return at;
    if (score >= best.score && score > 0) best = { at, score };
    if (length > longest) return at;
  }
  return words.length - from > longest && best.score > 0 ? best.at : words.length;
}

const subjects = new Set([
  'he',
  'she',
  'they',
  'we',
  'i',
  "i'm",
  "we're",
  "they're",
  "he's",
  "she's",
  "i've",
  "we've",
]);
const openers = new Set([
  'but',
  'however',
  'meanwhile',
  'okay',
  'finally',
  'eventually',
  'afterwards',
  "let's",
  "it's",
  "that's",
  "there's",
]);
const sequels = new Set([
  'first',
  'second',
  'next',
  'thank',
  'thanks',
  'welcome',
  'hello',
  'today',
  'tomorrow',
  'yesterday',
]);
const helpers =
  /^(?:is|was|are|were|has|had|have|will|would|can|could|does|did|do|became|began|started|took|lasted|stood|went|came|got|says|said|\p{L}{2,}ed)$/u;
/** After these, what follows still belongs to them. */
const bound = new Set([
  'when', 'that', 'if', 'until', 'because', 'which', 'as', 'while', 'where', 'what', 'than', 'before', 'after', 'since', 'how',
  'why', 'who', 'whom', 'whose', 'though', 'although', 'unless', 'once', 'and', 'or', 'but', 'so', 'then', 'of', 'to', 'in', 'on',
  'at', 'by', 'for', 'from', 'with', 'about', 'into', 'the', 'a', 'an', 'is', 'was', 'are', 'were', 'do', 'does', 'did', 'can',
  'could', 'will', 'would', 'should', 'said', 'says', 'think', 'know', 'not', 'just', 'all', 'like', 'now', 'today', 'also', 'has',
  'have', 'had', 'be', 'been', 'this', 'his', 'her', 'its', 'their', 'our', 'my', 'your',
]); // prettier-ignore
const joints = new Set([
  'and',
  'because',
  'which',
  'while',
  'although',
  'though',
  'until',
  'when',
  'where',
  'or',
  'who',
  'since',
  'if',
]);
const ends = /^(?:it|him|them|us|me|her|away|down|again|too|now|there|here|\d+)$/;
const starts = new Set(['the', 'a', 'an', 'in', 'this', 'these', 'one', 'another', 'on', 'at', 'after']);

/** How surely a new phrase begins with the word at a place: 3 surely, 2 where the last one is not short, 1 at need. */
function openingScore(words: readonly string[], at: number): number {
  const before = bare(words[at - 1]);
  const word = bare(words[at]);
  const next = bare(words[at + 1]);
  const later = bare(words[at + 2]);
  if (/[,;:–—]$/.test(words[at - 1] ?? '')) return 2;
  if (bound.has(before)) return 0;
  if (openers.has(word)) return 3;
  if (word === 'and') {
    const begins = subjects.has(next) || ['then', 'so', 'it', 'there'].includes(next);
    return begins || (isPointer(next) && helpers.test(later)) ? 3 : 1;
  }
  if (word === 'so' || word === 'then')
    return subjects.has(next) || isPointer(next) || starts.has(next) || next === 'today' ? 3 : 0;
  if (word === 'now') return subjects.has(next) || isPointer(next) ? 3 : 0;
  if (sequels.has(word)) return 2;
  if (word === 'after') return next === 'that' ? 3 : 0;
  if (subjects.has(word)) return 2;
  if (isPointer(word)) return helpers.test(next) ? 3 : 0;
  if (starts.has(word) && ends.test(before) && !starts.has(next))
    return ['the', 'a', 'an'].includes(word) ? 3 : 2;
  return joints.has(word) ? 1 : 0;
}

function isPointer(word: string): boolean {
  return ['it', 'there', 'this', 'that', 'you', 'these', 'those'].includes(word);
}

function bare(word: string | undefined): string {
  return (word ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'’]/gu, '')
    .replace('’', "'");
}

function asSentence(words: readonly string[]): string {
  const text = words.join(' ').replace(/[,;:–—-]+$/, '');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?…]["”’)]*$/.test(text) ? '' : '.'}`;
}
