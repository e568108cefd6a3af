import type { SpeechPace } from './voice.js';

/**
 * How long a voice of that pace will speak a normalised text, in ms, without pauses between lines: within 7 % on a
 * paragraph in total, up to a quarter off on one short line.
 */
export function estimateSpeechMs(line: { text: string; rate: number }, pace: SpeechPace): number {
  const text = line.text.trim();
  const features = paceFeatures(text);
  const naturalMs =
    pace.perLineMs +
    pace.perCharacterMs * features.characters +
    pace.perPauseMs * features.pauses +
    pace.perSentenceMs * features.sentenceEnds;
  return naturalMs / line.rate;
}

/** What of a text takes time. Marks at its very end do not: the silence there is cut off. */
export function paceFeatures(text: string): { characters: number; pauses: number; sentenceEnds: number } {
  return {
    characters: count(text, /\p{L}/gu),
    pauses: count(text, /[,;:](?=\s)| - /gu),
    sentenceEnds: count(text, /[.?!]+(?=\s)/gu),
  };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
