import { setImmediate } from 'node:timers/promises';
import { defined } from '../../platform/defined.js';
import { cutsOf } from '../../platform/sentences/cuts-of.js';
import { kindsOf } from '../../platform/sentences/paragraph-kinds.js';
import type { Passage } from './passage-schema.js';

/** Sentences shown before and behind a cited one. */
const around = 3;

/** A long text is cut a few ms at a time: others are served meanwhile. */
const turnMs = 5;

type Sentence = { index: number; paragraph: number; heading: string | undefined; text: string };

/** The cited sentences of a source with the text around them. Sentences close to each other share a passage. */
export async function cutPassages(
  source: { source_id: string; text: string },
  cited: ReadonlySet<number>,
): Promise<Passage[]> {
  const wanted = Math.max(...cited) + around + 1;
  const sentences = await firstSentences(source.text, wanted + 1);
  const places = [...cited].filter((place) => place < sentences.length).sort((a, b) => a - b);
  return windowsOf(places).map(([from, to]) => {
    const shown = sentences.slice(Math.max(0, from), to + 1);
    return {
      source_id: source.source_id,
      ...defined({ heading: shown[0]?.heading }),
      is_start: from <= 0,
      is_end: to >= sentences.length - 1,
      paragraphs: paragraphsOf(shown).map((paragraph) => ({
        sentences: paragraph.map(({ index, text }) => ({ sentence: index, text, cited: cited.has(index) })),
      })),
    };
  });
}

/** Counted as the writer counts them. */
async function firstSentences(text: string, count: number): Promise<Sentence[]> {
  const sentences: Sentence[] = [];
  let heading: string | undefined;
  let turnEnds = performance.now() + turnMs;
  for (const [at, paragraph] of kindsOf(text).entries()) {
    if (sentences.length >= count) break;
    if (paragraph.kind === 'heading') {
      heading = paragraph.text === '' ? heading : paragraph.text;
      continue;
    }
    for (const cut of cutsOf(paragraph, 1)) {
      sentences.push({ index: sentences.length, paragraph: at, heading, text: cut.text });
    }
    if (performance.now() < turnEnds) continue;
    await setImmediate();
    turnEnds = performance.now() + turnMs;
  }
  return sentences;
}

/** @param places ascending */
function windowsOf(places: readonly number[]): [from: number, to: number][] {
  const windows: [number, number][] = [];
  for (const place of places) {
    const last = windows.at(-1);
    if (last !== undefined && place - around <= last[1] + 1) last[1] = place + around;
    else windows.push([place - around, place + around]);
  }
  return windows;
}

function paragraphsOf(sentences: readonly Sentence[]): Sentence[][] {
  const paragraphs: Sentence[][] = [];
  for (const sentence of sentences) {
    const last = paragraphs.at(-1);
    if (last?.[0]?.paragraph === sentence.paragraph) last.push(sentence);
    else paragraphs.push([sentence]);
  }
  return paragraphs;
}
