/**
 * Letters, stress, length, and diacritics of the IPA (https://www.internationalphoneticassociation.org, chart of 2020),
 * with the apostrophe, colon and full stop that people type for stress, length and syllables.
 */
const symbol = /[a-zæçðøħŋœǀ-ǃɐ-ʯβεθχᵊᵻⱱʰʲʷʱˠˤˈˌːˑ˞'\u2019:. ]|[\u0300-\u036f]/u;
const letter = /\p{L}/u;

/** The characters of it that the IPA does not have. */
export function unknownIpa(phonemes: string): string[] {
  const unknown = Array.from(phonemes.normalize('NFC')).filter((character) =>
    Array.from(character.normalize('NFD')).some((part) => !symbol.test(part)),
  );
  return [...new Set(unknown)];
}

export function isIpa(phonemes: string): boolean {
  return letter.test(phonemes) && unknownIpa(phonemes).length === 0;
}
