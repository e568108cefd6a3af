import { AethercastError } from '../../platform/aethercast-error.js';
import { linesOf, type PodcastScript, type ScriptLine } from '../../workflows/contract/script.js';
import { pauseAfterMs, turnsOf } from '../script/turns.js';
import { lineProsody, type Prosody } from '../script/prosody.js';
import type { LineToSpeak } from './voice-forge.js';

/** How line `seq` of the script is to be spoken, with the silence after it. */
export function planLine(script: PodcastScript, seq: number, prosody: Prosody): LineToSpeak {
  const line = lineAt(script, seq);
  const turns = turnsOf(script);
  const speaker = script.speakers.find(({ name }) => name === line.speaker);
  if (speaker === undefined) {
    throw new AethercastError('VFA_UNKNOWN_VOICE', {
      message: `The line's speaker, ${line.speaker}, is not one of the script's speakers.`,
      details: { seq, speaker: line.speaker },
    });
  }
  return {
    voice: speaker.voice,
    text: line.text,
    language: script.language,
    pauseMs: pauseAfterMs(turns[seq + 1], script),
    ...lineProsody(prosody, line.speaker),
  };
}

/** The line that becomes segment `seq`; throws CPOA_EPISODE_INCOMPLETE where the script has none. */
export function lineAt(script: PodcastScript, seq: number): ScriptLine {
  const line = linesOf(script)[seq];
  if (line !== undefined) return line;
  throw new AethercastError('CPOA_EPISODE_INCOMPLETE', {
    message: `The script has no line ${seq + 1}.`,
    details: { seq },
  });
}
