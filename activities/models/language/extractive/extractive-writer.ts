import { defined } from '../../../../platform/defined.js';
import { countLeftOut } from '../../../../workflows/contract/left-out-words.js';
import type { LeftOutCount } from '../../../../workflows/contract/left-out.js';
import type { ScriptSource, Warning } from '../../../../workflows/contract/script.js';
import type { HarvestedSource } from '../../../script/harvested-source.js';
import type {
  ScriptHead,
  ScriptPart,
  ScriptWriter,
  WriteRequest,
  WrittenSection,
} from '../../../script/script-writer.js';
import { compose, type DraftSection } from './compose.js';
import { fitLength } from './fit-length.js';
import { inTurns, type Work } from './in-turns.js';
import { introOf, outroOf } from './intro-outro.js';
import { tagText } from './language-tools.js';
import { leftOutPieces, toPiece } from './left-out-pieces.js';
import { createMeasure } from './measure-draft.js';
import type { Passage } from './passages.js';
import { rankPassages } from './rank-passages.js';
import { readBeginnings, readSources, sourcesInLanguage } from './read-sources.js';
import { themeOf } from './sections.js';
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
  const intro = [introOf(title, sources, namesOf(request))];
  const lengthMs = yield* createMeasure((line) => request.estimateMs(line))(intro);
  return {
    head: headOf(request, title, sources),
    sections: toSections(intro, request),
    estimated_minutes: toMinutes(lengthMs),
    warnings: warningsFor(request, sources),
    done: false,
  };
}

function* writeRest(request: WriteRequest, { title, topic }: ScriptHead): Work<ScriptPart> {
  const sources = sourcesInLanguage(request);
  const material = yield* readSources(sources, request.canSpeak);
  const { passages, voices } = material;
  const themes = tagText(`${topic}. ${sources.map((source) => source.title).join('. ')}.`)
    .filter(({ isWord, isStop }) => isWord && !isStop)
    .map(({ stem }) => stem);
  const ranked = yield* rankPassages(passages, themes, request.minutes * maxWordsPerMinute);
  const names = namesOf(request);
  const casting = {
    speakers: names.length,
    sourceIds: sources.map((source) => source.source_id),
    voices,
    minutes: request.minutes,
  };
  function* draft(chosen: readonly Passage[]): Work<DraftSection[]> {
    return [introOf(title, sources, names), ...(yield* compose(chosen, casting)), outroOf(sources, names)];
  }
  const measure = createMeasure((line) => request.estimateMs(line));
  const targetMs = request.minutes * 60_000;
  const chosen = yield* fitLength(ranked, targetMs, function* (some) {
    return yield* measure(yield* draft(some));
  });
  const sections = yield* draft(chosen);
  const lengthMs = yield* measure(sections);
  const counts = leftOutPieces(sources, material).map(countLeftOut);
  const unsaid = countUnsaid(sources, passages, chosen);
  return {
    head: headOf(request, title, sources),
    sections: toSections(sections.slice(1), request),
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

/** What may be said but for which the length asked for had no room, by the source's place. */
function countUnsaid(
  sources: readonly HarvestedSource[],
  passages: readonly Passage[],
  chosen: readonly Passage[],
): LeftOutCount[][] {
  const said = new Set(chosen.map(({ at }) => at));
  const unsaid = passages.filter(({ at }) => !said.has(at)).flatMap(({ sentences }) => sentences);
  return sources.map((_, sourceAt) =>
    countLeftOut(
      unsaid.filter((sentence) => sentence.sourceAt === sourceAt).map(({ text }) => toPiece('no_room', text)),
    ),
  );
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
  const title = usable ?? request.topic ?? titleFrom(themeOf(passages), only);
  return title.replace(/\s+/g, ' ').trim().slice(0, 150);
}

/** One word names hardly anything; the first source's headline says more. */
function titleFrom(theme: string | undefined, first: HarvestedSource | undefined): string {
  if (theme?.includes(' ') === true) return theme;
  return first?.title ?? theme ?? 'Aethercast';
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
