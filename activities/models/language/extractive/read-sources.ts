import { AethercastError } from '../../../../platform/aethercast-error.js';
import { countWords, minEpisodeWords } from '../../../../platform/count-words.js';
import { primaryLanguage } from '../../../../platform/language.js';
import { countLeftOut, listLeftOut } from '../../../../workflows/contract/left-out-words.js';
import type { HarvestedSource } from '../../../script/harvested-source.js';
import type { WriteRequest } from '../../../script/script-writer.js';
import { voiceOf, type Voice } from './attribution.js';
import type { Work } from './in-turns.js';
import { leftOutPieces } from './left-out-pieces.js';
import { toPassages, type LeftOutSentence, type Passage } from './passages.js';
import { readSentences, type Sentence } from './split-sentences.js';
import { tellOnce } from './tell-once.js';
import { quotesAuthor } from './usable.js';

/**
 * What sources hold that can be said. `voices` and `headings` go by the source's place; `leftOut` are the sentences that
 * are not said, in any order.
 */
export type Material = {
  passages: Passage[];
  voices: Voice[];
  headings: string[][];
  leftOut: LeftOutSentence[];
  /** Words of sentences that say in other words what another source says. They are reports of their own. */
  retoldWords: number;
};

/** Characters of the sources that are mostly enough to know that there is an episode in them. */
const beginning = 3_000;
const minBeginning = 600;

/** Only English is written; a foreign source among English ones is left out (with a warning). */
export function sourcesInLanguage(request: WriteRequest): HarvestedSource[] {
  const language = primaryLanguage(request.language);
  const english = request.sources.filter(
    (source) => source.language === undefined || source.language === 'en',
  );
  if (language !== 'en' || (english.length === 0 && request.sources.length > 0)) {
    const found = request.sources.map((source) => source.language ?? 'unknown');
    throw new AethercastError('PSWA_UNSUPPORTED_LANGUAGE', {
      details: { language, source_languages: found },
    });
  }
  return english;
}

/** @throws AethercastError PSWA_INSUFFICIENT_CONTENT */
export function* readSources(
  sources: readonly HarvestedSource[],
  canSpeak: WriteRequest['canSpeak'],
): Work<Material> {
  const material = yield* readTexts(sources, canSpeak);
  const usableWords = wordsOf(material.passages) + material.retoldWords;
  if (usableWords >= minEpisodeWords) return material;
  throw tooThin(sources, material, usableWords);
}

/** Says what else there was, and why it is no episode. */
function tooThin(
  sources: readonly HarvestedSource[],
  material: Material,
  usableWords: number,
): AethercastError {
  const counts = countLeftOut(leftOutPieces(sources, material).flat());
  const left = counts.reduce((sum, { pieces }) => sum + pieces, 0);
  const said = material.passages.reduce((sum, { sentences }) => sum + sentences.length, 0);
  const why =
    left === 0
      ? ''
      : ` ${left} of ${left + said} sentences and other pieces were left out: ${listLeftOut(counts)}.`;
  return new AethercastError('PSWA_INSUFFICIENT_CONTENT', {
    message: `The sources contain ${usableWords} words that can be said; an episode needs at least ${minEpisodeWords}.${why} Add another source.`,
    details: { usable_words: usableWords, needed: minEpisodeWords, left_out: counts },
  });
}

/**
 * The same of as much of the beginnings as it takes to find enough; mostly little, however long the sources are.
 * @throws AethercastError PSWA_INSUFFICIENT_CONTENT
 */
export function* readBeginnings(
  sources: readonly HarvestedSource[],
  canSpeak: WriteRequest['canSpeak'],
): Work<Material> {
  let characters = Math.max(minBeginning, Math.ceil(beginning / Math.max(1, sources.length)));
  const longest = Math.max(0, ...sources.map(({ text }) => text.length));
  for (; characters < longest; characters *= 2) {
    const beginnings = sources.map((source) => ({ ...source, text: source.text.slice(0, characters) }));
    const material = yield* readTexts(beginnings, canSpeak);
    if (wordsOf(material.passages) + material.retoldWords >= minEpisodeWords) return material;
  }
  return yield* readSources(sources, canSpeak);
}

/** The same, however little it is. */
export function* readTexts(
  sources: readonly HarvestedSource[],
  canSpeak: WriteRequest['canSpeak'],
): Work<Material> {
  const passages: Passage[] = [];
  const voices: Voice[] = [];
  const headings: string[][] = [];
  const leftOut: LeftOutSentence[] = [];
  for (const [at, source] of sources.entries()) {
    const own: string[] = [];
    const sentences = yield* readSentences(source.text, at, own);
    headings.push(own);
    const quotes = quotesAuthor(sentences);
    const rules = { canSpeak };
    passages.push(...(yield* toPassages(unrepeated(sentences, leftOut), rules, passages.length, leftOut)));
    voices.push(voiceOf(source, quotes));
  }
  const told = yield* tellOnce(passages, leftOut);
  return { passages: told, voices, headings, leftOut, retoldWords: wordsRetold(passages, told) };
}

/** Of what is told once: the words of the others that are not the very same. */
function wordsRetold(passages: readonly Passage[], told: readonly Passage[]): number {
  const seen = new Set(told.flatMap(({ sentences }) => sentences).map(({ text }) => keyOf(text)));
  const retold = passages.flatMap(({ sentences }) => sentences).filter(({ text }) => isNew(text, seen));
  return retold.reduce((sum, { text }) => sum + countWords(text), 0);
}

/** Pages repeat their teaser as first paragraph; the second time a statement comes, it goes. Lists, verse and data repeat. */
function unrepeated(sentences: readonly Sentence[], leftOut: LeftOutSentence[]): Sentence[] {
  const seen = new Set<string>();
  return sentences.filter((sentence) => {
    const mayRepeat = sentence.form !== undefined || sentence.label !== undefined || isData(sentence);
    if (isNew(sentence.text, seen) || mayRepeat) return true;
    leftOut.push({ sentence, reason: 'duplicate' });
    return false;
  });
}

/** Amounts and scores, which a source may well name again. */
function isData({ text, tokens, apart }: Sentence): boolean {
  if (!tokens.some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return true;
  return apart === true && (text.match(/\d{1,9}/g)?.length ?? 0) >= 3;
}

function isNew(text: string, seen: Set<string>): boolean {
  const key = keyOf(text);
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

function keyOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Counted like everywhere, not in the tagger's tokens (`Sentence.words`): the least is promised in these words. */
function wordsOf(passages: readonly Passage[]): number {
  return passages.flatMap(({ sentences }) => sentences).reduce((sum, { text }) => sum + countWords(text), 0);
}
