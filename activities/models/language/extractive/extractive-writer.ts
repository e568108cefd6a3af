import type { PodcastScript, ScriptSource, Warning } from '../../../../workflows/contract/script.js';
import { AethercastError } from '../../../../platform/aethercast-error.js';
import { primaryLanguage } from '../../../../platform/language.js';
import type { HarvestedSource } from '../../../content-harvest/harvester.js';
import { scriptCacheKey, scriptId } from '../../../script-weaver/script-cache-key.js';
import type { ScriptWriter, WriteRequest } from '../script-writer.js';
import { voiceOf } from './attribution.js';
import { compose, type DraftSection } from './compose.js';
import { createMeasure, toScriptSections } from './draft-script.js';
import { fitLength } from './fit-length.js';
import { introOf, outroOf } from './intro-outro.js';
import { parseParagraph } from './language-tools.js';
import { type Passage, toPassages } from './passages.js';
import { rankPassages } from './rank-passages.js';
import { themeOf } from './sections.js';
import { splitSentences } from './split-sentences.js';
import { wordsIn } from './split-long-line.js';
import { quotesAuthor } from './usable.js';
import { warningsFor } from './warnings.js';

/** Below this many words that can be said there is no episode. */
const fewestWords = 60;

/** Fast speech: more passages than these words per wished minute need never be ranked. */
const mostWordsPerMinute = 400;

/** A script under this part of the wished length says so. */
const shortfall = 0.95;

/** The embedded writer: sentences of the sources, chosen and put into the mouths of hosts. English; no key, no model. */
export function createExtractiveWriter(): ScriptWriter {
  const writer = { provider: 'extractive', model: 'extractive-1', promptVersion: '1' };
  return {
    ...writer,
    // Pure computation, some 100 ms for an article; the promise is for writers that ask somebody.
    write(request, signal) {
      return new Promise((resolve) => {
        signal?.throwIfAborted();
        const id = request.scriptId ?? scriptId(scriptCacheKey('', request, writer));
        resolve({ ...write(request), script_id: id, llm_model_used: writer.model });
      });
    },
  };
}

function write(request: WriteRequest): Omit<PodcastScript, 'script_id' | 'llm_model_used'> {
  const sources = sourcesInLanguage(request);
  const material = readSources(sources, request.canSpeak);
  const usableWords = wordsOf(material.passages);
  if (usableWords < fewestWords) {
    throw new AethercastError('PSWA_INSUFFICIENT_CONTENT', {
      details: { usable_words: usableWords, needed: fewestWords },
    });
  }
  const title = episodeTitle(request, sources, material.passages);
  const topic = request.topic ?? title;
  const themes = parseParagraph(`${topic}. ${sources.map((source) => source.title).join('. ')}.`)
    .flatMap(({ tokens }) => tokens)
    .filter(({ isWord, isStop }) => isWord && !isStop)
    .map(({ stem }) => stem);
  const ranked = rankPassages(material.passages, themes, request.minutes * mostWordsPerMinute);
  const names = request.speakers.map(({ name }) => name);
  const casting = {
    speakers: names.length,
    sourceIds: sources.map((source) => source.source_id),
    voices: material.voices,
    minutes: request.minutes,
  };
  function draft(passages: readonly Passage[]): DraftSection[] {
    return [introOf(title, sources, names), ...compose(passages, casting), outroOf(sources, names)];
  }
  const measure = createMeasure((line) => request.estimateMs(line));
  const targetMs = request.minutes * 60_000;
  const chosen = fitLength(ranked, targetMs, (passages) => measure(draft(passages)));
  const sections = draft(chosen);
  const lengthMs = measure(sections);
  const warnings: Warning[] = warningsFor(request, sources);
  if (lengthMs < targetMs * shortfall) warnings.push(shorterThanAsked(lengthMs, request.minutes));
  return {
    topic,
    title,
    language: request.language,
    ...toScriptSections(title, sections, names),
    speakers: request.speakers.map(({ name, voice }) => ({ name, voice })),
    sources: sources.map(publicSource),
    source: 'generation_extractive',
    persona_used: request.persona,
    word_count: sections.flatMap(({ lines }) => lines).reduce((sum, { text }) => sum + wordsIn(text), 0),
    target_minutes: request.minutes,
    estimated_minutes: Math.round(lengthMs / 600) / 100,
    warnings,
  };
}

/** Only English is written; a foreign source among English ones is left out (with a warning). */
function sourcesInLanguage(request: WriteRequest): HarvestedSource[] {
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

function readSources(
  sources: readonly HarvestedSource[],
  canSpeak: WriteRequest['canSpeak'],
): {
  passages: Passage[];
  voices: ReturnType<typeof voiceOf>[];
} {
  const passages: Passage[] = [];
  const voices = sources.map((source, at) => {
    const sentences = splitSentences(source.text, at);
    const quotes = quotesAuthor(sentences);
    passages.push(...toPassages(unrepeated(sentences), { quotesAuthor: quotes, canSpeak }, passages.length));
    return voiceOf(source, quotes);
  });
  return { passages: withoutTwins(passages), voices };
}

/** Pages repeat their teaser as first paragraph; the second time a sentence comes, it goes. */
function unrepeated<T extends { text: string }>(sentences: readonly T[]): T[] {
  const seen = new Set<string>();
  return sentences.filter(({ text }) => isNew(text, seen));
}

/** Two sources that carry the same agency text: the second's passages go, and what needs them. */
function withoutTwins(passages: readonly Passage[]): Passage[] {
  const seen = new Set<string>();
  const gone = new Set<number>();
  return passages.filter((passage) => {
    const fresh = passage.sentences.filter(({ text }) => isNew(text, seen)).length;
    const keep =
      fresh === passage.sentences.length && (passage.needs === undefined || !gone.has(passage.needs));
    if (!keep) gone.add(passage.at);
    return keep;
  });
}

function isNew(text: string, seen: Set<string>): boolean {
  const key = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

/** One source: its headline. Several: what was asked for, or what they have in common. */
function episodeTitle(
  request: WriteRequest,
  sources: readonly HarvestedSource[],
  passages: readonly Passage[],
): string {
  const [only] = sources;
  const headline = sources.length === 1 && only !== undefined ? only.title : undefined;
  const usable =
    headline !== undefined && headline !== 'Untitled' && headline.length <= 100 ? headline : undefined;
  const theme = themeOf(passages);
  // One word names hardly anything; the first source's headline says more.
  const common = theme?.includes(' ') === true ? theme : undefined;
  const title = usable ?? request.topic ?? common ?? only?.title ?? theme ?? 'Aethercast';
  return title.replace(/\s+/g, ' ').trim().slice(0, 150);
}

function shorterThanAsked(lengthMs: number, minutes: number): Warning {
  const length = (lengthMs / 60_000).toFixed(1);
  return {
    code: 'PSWA_SHORTER_THAN_ASKED',
    message: `The sources hold enough for about ${length} minutes, not for ${minutes}.`,
  };
}

/** What the script tells of a source: everything but its text. */
function publicSource(source: HarvestedSource): ScriptSource {
  const { source_id, kind, title, url, site_name, byline, published_at, sha256, word_count } = source;
  return {
    source_id,
    kind,
    title,
    ...(url === undefined ? {} : { url }),
    ...(site_name === undefined ? {} : { site_name }),
    ...(byline === undefined ? {} : { byline }),
    ...(published_at === undefined ? {} : { published_at }),
    sha256,
    word_count,
  };
}

function wordsOf(passages: readonly Passage[]): number {
  return passages.flatMap(({ sentences }) => sentences).reduce((sum, { words }) => sum + words, 0);
}
