import { toNfc } from '../../../text/to-nfc.js';
import { normaliseText } from '../normalise-text/normalise-text.js';
import { findNames, type FoundName } from './find-names.js';
import { isIpa } from './ipa-symbols.js';
import type { Pronunciation, Pronunciations } from './pronunciations.js';

/** What is left to say, and the IPA for words of it: of this text only, so that no other line's segment key depends on it. */
export type ReadText = { text: string; pronunciations: Record<string, string> };

/**
 * A line before it is normalised: names with a respelling are replaced by it, and `[Tycho](/ˈtaɪkoʊ/)` by its name.
 * Names with phonemes are returned as the normalised text will have them (`GPT-4` as `GPT four`). What the line says itself counts more than the dictionary.
 * Throws what `normaliseText` throws for a name.
 */
export function readPronunciations(text: string, dictionary: Pronunciations, language: string): ReadText {
  const { text: plain, own } = takeInline(toNfc(text));
  const found = findNames(plain, dictionary).filter(({ name }) => !own.has(name));
  const phonemes = new Map(own);
  for (const { name, value } of found) if ('phonemes' in value) phonemes.set(name, value.phonemes);
  return {
    text: respell(plain, found),
    pronunciations: Object.fromEntries(
      [...phonemes]
        .map(([name, ipa]) => [normaliseText(name, language).replace(/[.?!]$/, ''), ipa] as const)
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    ),
  };
}

function respell(text: string, found: FoundName<Pronunciation>[]): string {
  let respelt = '';
  let from = 0;
  for (const { start, end, value } of found) {
    if (!('respelling' in value)) continue;
    respelt += text.slice(from, start) + value.respelling;
    from = end;
  }
  return respelt + text.slice(from);
}

/**
 * The form of misaki (https://github.com/hexgrad/misaki). A Markdown link can look the same: `[About](/about/)`. So the target has to be IPA
 * all through, and to have a stress mark or a letter that addresses do not have.
 */
function takeInline(text: string): { text: string; own: Map<string, string> } {
  const own = new Map<string, string>();
  const plain = text.replace(
    /\[([^[\]\n]{1,200})\]\(\/([^/()\n]{1,200})\/\)/gu,
    (link, label: string, ipa: string) => {
      const name = label.replace(/\s+/g, ' ').trim();
      if (!/^[\p{L}\p{N}]/u.test(name) || !/[^\p{ASCII}]/u.test(ipa) || !isIpa(ipa)) return link;
      own.set(name, ipa);
      return label;
    },
  );
  return { text: plain, own };
}
