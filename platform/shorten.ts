/** At most `length` UTF-16 units of a text, never half of a pair: JSON columns and encoders refuse those. */
export function shorten(text: string, length: number): string {
  return withoutLoneSurrogates(text.slice(0, length));
}

/** Halves of surrogate pairs cannot be written as UTF-8; they are left out. */
export function withoutLoneSurrogates(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '');
}
