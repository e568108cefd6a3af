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
  /** Undefined for letters of another script, or for signs alone: some voice would refuse the line. */
  function spokenText(text: string): string | undefined {
    try {
      return speakableText(text, pronunciations, language).text;
    } catch (error) {
      if (error instanceof AethercastError && error.status === 400) return undefined;
      throw error;
    }
  }

  return {
    /** Of a line that cannot be said the pause alone: the voices refuse it by its name. */
    estimateMs({ speaker, text, turn }) {
      const spoken = speakers[speaker % speakers.length];
      if (spoken === undefined) throw new Error('a script without speakers');
      const said = spokenText(text);
      const speechMs =
        said === undefined ? 0 : estimateSpeechMs({ text: said, rate: spoken.rate }, spoken.pace);
      return speechMs + pauseBeforeMs[turn];
    },
    canSpeak: (text) => spokenText(text) !== undefined,
  };
}
