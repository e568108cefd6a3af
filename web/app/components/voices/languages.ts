import type { Schemas } from '../../api/client';

type Voice = Schemas['Voice'];

const names = new Intl.DisplayNames(undefined, { type: 'language' });

/** `en-GB` as people say it: British English. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    // Kept by another client, or by a voice that a user added: no tag at all.
    return tag;
  }
}

/** `en-US` -> `en`. */
export function primaryLanguage(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? tag;
}

/** What the installed voices speak, by name. */
export function spokenLocales(voices: readonly Voice[]): string[] {
  return [...new Set(voices.map(({ locale }) => locale))].toSorted((a, b) =>
    languageName(a).localeCompare(languageName(b)),
  );
}

export function speaks(voice: Voice, language: string): boolean {
  return voice.languages.includes(primaryLanguage(language));
}
