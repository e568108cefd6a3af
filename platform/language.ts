import { franc } from 'franc-min';

/** ISO 639-3 as franc answers it -> ISO 639-1 as BCP 47 begins, for the languages that franc-min tells apart well. */
const shortCodes: Record<string, string> = {
  eng: 'en', deu: 'de', fra: 'fr', spa: 'es', ita: 'it', por: 'pt', nld: 'nl', pol: 'pl', rus: 'ru', ukr: 'uk',
  ces: 'cs', swe: 'sv', ron: 'ro', hun: 'hu', tur: 'tr', ell: 'el', arb: 'ar', heb: 'he', hin: 'hi', ben: 'bn',
  cmn: 'zh', jpn: 'ja', kor: 'ko', tha: 'th', vie: 'vi', ind: 'id',
}; // prettier-ignore

/** Below this many letters a guess is noise: short texts are taken to be in the language that was asked for. */
const enoughLetters = 200;

/**
 * The language of a text as an ISO 639-1 code, or undefined when the text is too short to tell or the language is
 * none of those above.
 */
export function detectLanguage(text: string): string | undefined {
  const sample = text.slice(0, 20_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < enoughLetters) return undefined;
  return shortCodes[franc(sample)];
}

/** `en-US` -> `en`. */
export function primaryLanguage(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? tag;
}
