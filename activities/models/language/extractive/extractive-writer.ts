import { defined } from '../../../../platform/defined.js';
import { countLeftOut } from '../../../../workflows/contract/left-out-words.js';
import type { ScriptSource, SourceRef, Warning } from '../../../../workflows/contract/script.js';
import type { HarvestedSource } from '../../../script/harvested-source.js';
import type {
  Manuscript,
  ScriptHead,
  ScriptPart,
  ScriptWriter,
  WriteRequest,
  WrittenSection,
} from '../../../script/script-writer.js';
import { compose, type DraftLine, type DraftSection } from './compose.js';
import { fitLength } from './fit-length.js';
import { inTurns, type Work } from './in-turns.js';
import { introOf, outroOf, type Quotation } from './intro-outro.js';
import { tagText } from './language-tools.js';
import { leftOutPieces, unsaidPieces } from './left-out-pieces.js';
import { createMeasure } from './measure-draft.js';
import type { Passage } from './passages.js';
import { rankPassages } from './rank-passages.js';
import { readBeginnings, readSources, sourcesInLanguage } from './read-sources.js';
import { themeOf } from './sections.js';
import { spokenText } from './spoken-text.js';
import type { Sentence } from './split-sentences.js';
import { endingOf, endingsAmong, hookOf, without } from './telling-sentences.js';
import { leftOutWarnings, warningsFor } from './warnings.js';

/** Fast speech: more passages than these words per wished minute need never be ranked. */
const maxWordsPerMinute = 400;

/** A script under this part of the wished length says so. */
const shortfall = 0.95;

/**
 * The embedded writer: sentences of the sources, chosen and put into the mouths of hosts. English; no key, no model.
 * Its first part is the INTRO, for which it looks only at the sources' beginnings; the second is all the rest.
 */
export function createExtractiveWriter(): ScriptWriter {
  return {
    provider: 'extractive',
    model: 'extractive-1',
    promptVersion: '3',
    writePart: (request, soFar, signal) =>
      inTurns(soFar === undefined ? writeIntro(request) : writeRest(request, soFar), signal),
  };
}

function* writeIntro(request: WriteRequest): Work<ScriptPart> {
  const sources = sourcesInLanguage(request);
  const { passages } = yield* readBeginnings(sources, request.canSpeak);
  const title = episodeTitle(request, sources, passages);
  const hook = hookOf(passages, new Set(themesOf(request.topic ?? title, sources)));
  const quoted = hook === undefined ? undefined : quote(hook, sources);
  const intro = [introOf(title, sources, namesOf(request), quoted)];
  const lengthMs = yield* createMeasure((line) => request.estimateMs(line))(intro);
  return {
    head: headOf(request, title, sources),
    sections: toSections(intro, request),
    estimated_minutes: toMinutes(lengthMs),
    warnings: warningsFor(request, sources),
    done: false,
  };
}

function* writeRest(request: WriteRequest, soFar: Manuscript): Work<ScriptPart> {
  const { title, topic } = soFar;
  const sources = sourcesInLanguage(request);
  const material = yield* readSources(sources, request.canSpeak);
  const { passages, voices } = material;
  const names = namesOf(request);
  const intro = toDrafts(soFar, names);
  const rest = without(passages, saidIn(intro, sources));
  const ranked = yield* rankPassages(rest, themesOf(topic, sources), request.minutes * maxWordsPerMinute);
  const endings = endingsAmong(ranked);
  const casting = {
    speakers: names.length,
    sourceIds: sources.map((source) => source.source_id),
    voices,
    minutes: request.minutes,
  };
  function* draft(chosen: readonly Passage[]): Work<DraftSection[]> {
    const ending = endingOf(chosen, endings);
    const middle = chosen.filter((passage) => passage !== ending);
    const [last] = ending?.sentences ?? [];
    const quoted = last === undefined ? undefined : quote(last, sources);
    return [...intro, ...(yield* compose(middle, casting)), outroOf(sources, names, quoted)];
  }
  const measure = createMeasure((line) => request.estimateMs(line));
  const targetMs = request.minutes * 60_000;
  const chosen = yield* fitLength(ranked, targetMs, function* (some) {
    return yield* measure(yield* draft(some));
  });
  const sections = yield* draft(chosen);
  const lengthMs = yield* measure(sections);
  const counts = leftOutPieces(sources, material).map(countLeftOut);
  const unsaid = unsaidPieces(sources, passages, saidIn(sections, sources)).map(countLeftOut);
  return {
    head: headOf(request, title, sources),
    sections: toSections(sections.slice(intro.length), request),
    estimated_minutes: toMinutes(lengthMs),
    warnings: [
      ...leftOutWarnings(sources, counts),
      ...(lengthMs < targetMs * shortfall ? [shorterThanAsked(lengthMs, request.minutes)] : []),
    ],
    left_out: sources.flatMap(({ source_id }, at) =>
      [...(counts[at] ?? []), ...(unsaid[at] ?? [])].map((count) => ({ source_id, ...count })),
    ),
    done: true,
  };
}

/** What is written, as the writer drafts it. */
function toDrafts({ segments }: Pick<Manuscript, 'segments'>, names: readonly string[]): DraftSection[] {
  return segments.map(({ segment_title, lines }) => ({
    title: segment_title,
    lines: lines.map(({ speaker, text, source_refs }) => ({
      speaker: Math.max(0, names.indexOf(speaker)),
      text,
      refs: source_refs,
    })),
  }));
}

function quote(sentence: Sentence, sources: readonly HarvestedSource[]): Quotation {
  return { text: spokenText(sentence), refs: [refTo(sentence, sources)] };
}

function refTo({ sourceAt, index }: Sentence, sources: readonly HarvestedSource[]): SourceRef {
  return { source_id: sources[sourceAt]?.source_id ?? '', sentence: index };
}

function saidIn(
  sections: readonly DraftSection[],
  sources: readonly HarvestedSource[],
): (sentence: Sentence) => boolean {
  const said = new Set(linesOf(sections).flatMap(({ refs }) => refs.map(keyOf)));
  return (sentence) => said.has(keyOf(refTo(sentence, sources)));
}

function linesOf(sections: readonly DraftSection[]): DraftLine[] {
  return sections.flatMap(({ lines }) => lines);
}

function keyOf({ source_id, sentence }: SourceRef): string {
  return `${source_id} ${sentence}`;
}

/** Stems of what was asked for and what the sources are called. */
function themesOf(topic: string, sources: readonly HarvestedSource[]): string[] {
  return tagText(`${topic}. ${sources.map(({ title }) => title).join('. ')}.`)
    .filter(({ isWord, isStop }) => isWord && !isStop)
    .map(({ stem }) => stem);
}

function headOf(request: WriteRequest, title: string, sources: readonly HarvestedSource[]): ScriptHead {
  return {
    topic: request.topic ?? title,
    title,
    language: request.language,
    speakers: request.speakers.map(({ name, voice }) => ({ name, voice })),
    sources: sources.map(publicSource),
    source: 'generation_extractive',
    persona_used: request.persona,
    target_minutes: request.minutes,
  };
}

function namesOf({ speakers }: WriteRequest): string[] {
  return speakers.map(({ name }) => name);
}

function toSections(drafts: readonly DraftSection[], request: WriteRequest): WrittenSection[] {
  const names = namesOf(request);
  return drafts.map(({ title, lines }) => ({
    segment_title: title,
    lines: lines.map(({ speaker, text, refs }) => ({
      speaker: names[speaker] ?? '',
      text,
      source_refs: refs,
    })),
  }));
}

/** One source: its headline. Several: what was asked for, or what their beginnings have in common. */
function episodeTitle(
  request: WriteRequest,
  sources: readonly HarvestedSource[],
  passages: readonly Passage[],
): string {
  const [only] = sources;
  const headline = sources.length === 1 && only !== undefined ? only.title : undefined;
  const usable =
    headline !== undefined && headline !== 'Untitled' && headline.length <= 100 ? headline : undefined;
  const title = usable ?? request.topic ?? titleFrom(themeOf(passages), sources);
  return title.replace(/\s+/g, ' ').trim().slice(0, 150);
}

/** A phrase of two words or more that a headline has, too; else the first source's headline says more. */
function titleFrom(theme: string | undefined, sources: readonly HarvestedSource[]): string {
  const words = theme?.toLowerCase().split(' ') ?? [];
  const isNamed = sources.some(({ title }) => words.every((word) => title.toLowerCase().includes(word)));
  if (theme !== undefined && words.length > 1 && isNamed) return theme;
  return sources[0]?.title ?? theme ?? 'Aethercast';
}

function toMinutes(ms: number): number {
  return Math.round(ms / 600) / 100;
}

function shorterThanAsked(lengthMs: number, minutes: number): Warning {
  const length = (lengthMs / 60_000).toFixed(1);
  return {
    code: 'PSWA_SHORTER_THAN_ASKED',
    message: `The sources hold enough for about ${length} minutes, not for ${minutes}.`,
  };
}

/** What the script records of a source: everything but its text. */
function publicSource(source: HarvestedSource): ScriptSource {
  const { source_id, kind, title, url, site_name, byline, published_at, sha256, word_count } = source;
  return {
    source_id,
    kind,
    title,
    ...defined({ url, site_name, byline, published_at }),
    sha256,
    word_count,
  };
}
