import type { VoiceModel } from '../../../../voices/voice-model.js';
import type { SpeechRequest } from '../speech-engine.js';
import { phonemize } from './phonemes/phonemize.js';
import { splitPhonemes } from './phonemes/split-phonemes.js';
import type { VoiceNetwork } from './voice-network.js';

/** What a network is given, one after the other: sentences, and parts of those that are too long for it. */
export function toParts(
  { text, pronunciations }: SpeechRequest,
  { espeakVoice }: VoiceModel,
  network: VoiceNetwork,
): string[] {
  const sentences =
    network.reads === 'ipa' ? phonemize(text, espeakVoice, pronunciations) : sentencesOf(text.toLowerCase());
  return sentences.flatMap((sentence) => splitPhonemes(sentence, network.longest));
}

function sentencesOf(text: string): string[] {
  const segments = new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text);
  return [...segments].map(({ segment }) => segment.trim());
}
