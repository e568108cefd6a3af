import { AethercastError } from '../../../platform/aethercast-error.js';
import type { ScriptLine } from '../../../workflows/contract/script.js';
import type { Pronunciations } from '../../models/speech/pronunciations/pronunciations.js';
import { speakableText } from '../../models/speech/speakable-text.js';

/** By line: what the voice was given, where it has other words than the script; undefined elsewhere. */
export type SaidLines = readonly (string | undefined)[];

/** What voices say of each line today. */
export function saidLines(
  lines: readonly Pick<ScriptLine, 'text'>[],
  dictionary: () => Pronunciations,
  language: string,
): SaidLines {
  return lines.map(({ text }) => {
    const said = saidOf(text, dictionary, language);
    return said === undefined || bare(said) === bare(text) ? undefined : said;
  });
}

/** Undefined for a line that could not be spoken by the rules and the dictionary of today: it has been spoken before. */
function saidOf(text: string, dictionary: () => Pronunciations, language: string): string | undefined {
  try {
    return speakableText(text, dictionary(), language).text;
  } catch (error) {
    if (error instanceof AethercastError && error.status === 400) return undefined;
    throw error;
  }
}

/** Letters and digits: capitals, accents, punctuation and the gaps between spelled letters are not heard. */
function bare(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
