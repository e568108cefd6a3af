// How names are to be said: the user's dictionary and what a line says in place. Pure; may import: platform, normalise-text.

/** Plain letters to read in the name's place, or the IPA to say. */
export type Pronunciation = { respelling: string } | { phonemes: string };

/** Names, as they are to be found in a text -> how to say them. */
export type Pronunciations = ReadonlyMap<string, Pronunciation>;
