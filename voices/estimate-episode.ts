import { countWords } from '../platform/count-words.js';
import { estimateSpeechMs } from './estimate-speech-ms.js';
import { sampleLines } from './sample-lines.js';
import type { Voice } from './voice.js';

/** Who speaks an episode, at what speed (1 is the voice's own), in which language (BCP 47 tag). */
export type EpisodeDelivery = {
  speakers: readonly { voice: Pick<Voice, 'pace'>; rate: number }[];
  language: string;
};

/** `segments`: audio segments, one per line that a voice speaks. */
export type EpisodeEstimate = { minutes: number; words: number; segments: number };

/**
 * Greetings and goodbyes are short lines of their own; in between a voice says some 25 words in one go, and the silence
 * between two lines is 0.4 s on average. Measured on scripts of 1 to 16 minutes of the extractive writer: words within
 * 7 %, segments within a sixth.
 */
const shortLines = 5;
const wordsPerLine = 25;
const pauseMs = 400;

/** What an episode of that length is made of. @param text what it is made from, where it is known. */
export function estimateEpisode(minutes: number, delivery: EpisodeDelivery, text?: string): EpisodeEstimate {
  const spoken = minutes * 60_000 - shortLines * pauseMs;
  return estimateOf(Math.max(0, spoken) / msPerWord(delivery, text), minutes);
}

/** The longest episode that can be made of a text, if nearly all of it can be used. */
export function estimateMaxEpisode(text: string, delivery: EpisodeDelivery): EpisodeEstimate {
  const words = countWords(text);
  return estimateOf(words, (words * msPerWord(delivery, text) + shortLines * pauseMs) / 60_000);
}

function estimateOf(words: number, minutes: number): EpisodeEstimate {
  return {
    minutes: Math.round(minutes * 100) / 100,
    words: Math.round(words),
    segments: Math.round(shortLines + words / wordsPerLine),
  };
}

/** Characters of a text that show how it is read: half an hour's worth. */
const sampleLength = 30_000;

/** With its share of the pauses. Speakers say about the same number of words each. */
function msPerWord({ speakers, language }: EpisodeDelivery, text?: string): number {
  const paragraphs = paragraphsOf((text ?? '').slice(0, sampleLength));
  const lines = paragraphs.length > 0 ? paragraphs : sampleLines(language);
  const words = lines.reduce((sum, line) => sum + countWords(line), 0);
  const speechMs = lines.flatMap((line) =>
    speakers.map(({ voice, rate }) => estimateSpeechMs({ text: line, rate }, voice.pace) / speakers.length),
  );
  return speechMs.reduce((sum, ms) => sum + ms, 0) / words + pauseMs / wordsPerLine;
}

function paragraphsOf(text: string): string[] {
  return text.split(/\n\s*\n/).filter((paragraph) => countWords(paragraph) > 0);
}
