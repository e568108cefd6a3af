import { AethercastError } from '../../../platform/aethercast-error.js';
import { estimateSpeechMs } from '../../../voices/estimate-speech-ms.js';
import type { LineSpeech } from '../../script/line-speech.js';
import type { WriteRequest } from '../../script/script-writer.js';
import { pauseBeforeMs } from '../../script/turns.js';
import { speakableText } from './speakable-text.js';

/** How a writer measures lines, and finds out whether voices can say them. */
export function lineMeasures({
  language,
  pronunciations,
  speakers,
}: LineSpeech): Required<Pick<WriteRequest, 'estimateMs' | 'canSpeak'>> {
  return {
    estimateMs({ speaker, text, turn }) {
      const spoken = speakers[speaker % speakers.length];
      if (spoken === undefined) throw new Error('a script without speakers');
      const normalised = speakableText(text, pronunciations, language).text;
      return estimateSpeechMs({ text: normalised, rate: spoken.rate }, spoken.pace) + pauseBeforeMs[turn];
    },
    /** False for letters of another script, or for signs alone: some voice would refuse the line. */
    canSpeak(text) {
      try {
        speakableText(text, pronunciations, language);
        return true;
      } catch (error) {
        if (error instanceof AethercastError && error.status === 400) return false;
        throw error;
      }
    },
  };
}
