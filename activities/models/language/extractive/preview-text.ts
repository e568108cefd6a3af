// Runs in a worker thread: what reading a source costs is up to whoever wrote it.
import type { LeftOut } from '../../../../workflows/contract/left-out.js';
import type { SpokenSentence } from '../../../../workflows/contract/source-preview.js';
import type { HarvestedSource } from '../../../script/harvested-source.js';
import type { LineSpeech } from '../../../script/line-speech.js';
import { lineMeasures } from '../../speech/line-measures.js';
import { speakableText } from '../../speech/speakable-text.js';
import { atOnce } from './in-turns.js';
import { leftOutPieces, toPiece } from './left-out-pieces.js';
import { readTexts } from './read-sources.js';
import { splitLongLine } from './split-long-line.js';
import type { Sentence } from './split-sentences.js';
import { spokenText } from './spoken-text.js';

export type PreviewTask = {
  source: HarvestedSource;
  /** How lines are said. */
  speech: Pick<LineSpeech, 'language' | 'pronunciations'>;
};

export type TextPreview = { spoken: SpokenSentence[]; leftOut: LeftOut[] };

/** What the extractive writer may say of a text, how a voice says it, and what is left out: extraction's pieces first. */
export default function previewText({ source, speech }: PreviewTask): TextPreview {
  if (source.language !== undefined && source.language !== 'en') {
    const left = [...(source.left_out ?? []), toPiece('other_language', source.text)];
    return { spoken: [], leftOut: left };
  }
  const { canSpeak } = lineMeasures({ ...speech, speakers: [] });
  const material = atOnce(readTexts([source], canSpeak));
  const said = material.passages
    .flatMap(({ sentences }) => sentences)
    .sort((one, other) => one.index - other.index)
    .map((sentence) => ({ text: sentence.text, said: saidOf(sentence, speech) }));
  return { spoken: said, leftOut: leftOutPieces([source], material).flat() };
}

/** Long sentences are said in several lines. */
function saidOf(sentence: Sentence, { language, pronunciations }: PreviewTask['speech']): string {
  return splitLongLine(spokenText(sentence))
    .map((line) => speakableText(line, pronunciations, language).text)
    .join(' ');
}
