import { countWords } from '../../../../platform/count-words.js';
import { shorten } from '../../../../platform/shorten.js';
import type { LeftOut, LeftOutReason } from '../../../../workflows/contract/left-out.js';
import type { HarvestedSource } from '../../../script/harvested-source.js';
import type { LeftOutSentence, Passage } from './passages.js';
import type { Sentence } from './split-sentences.js';

/** What of each source is left out, by its place: extraction's pieces, then sentences in their order, then headings. */
export function leftOutPieces(
  sources: readonly HarvestedSource[],
  { leftOut, headings }: { leftOut: readonly LeftOutSentence[]; headings: readonly string[][] },
): LeftOut[][] {
  const pieces = sources.map((source) => [...(source.left_out ?? [])]);
  const inOrder = leftOut.toSorted((one, other) => one.sentence.index - other.sentence.index);
  for (const { sentence, reason } of inOrder) {
    pieces[sentence.sourceAt]?.push(toPiece(reason, sentence.text));
  }
  headings.forEach((own, at) => {
    pieces[at]?.push(...own.map((heading) => toPiece('heading', heading)));
  });
  return pieces;
}

/** What could be said of each source, but for which the length asked for had no room; by the source's place. */
export function unsaidPieces(
  sources: readonly HarvestedSource[],
  passages: readonly Passage[],
  isSaid: (sentence: Sentence) => boolean,
): LeftOut[][] {
  const unsaid = passages.flatMap(({ sentences }) => sentences).filter((sentence) => !isSaid(sentence));
  return sources.map((_, at) =>
    unsaid.filter(({ sourceAt }) => sourceAt === at).map(({ text }) => toPiece('no_room', text)),
  );
}

/** Of a piece that is left out, its beginning is enough to know it by (characters). */
const maxPieceLength = 200;

export function toPiece(reason: LeftOutReason, text: string): LeftOut {
  return { reason, text: shorten(text, maxPieceLength), words: countWords(text) };
}
