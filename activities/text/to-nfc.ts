/**
 * Unicode's composed form. Putting marks on one letter in order takes time by the square of their number: behind 30 of
 * them, as many as Unicode's stream-safe text has (UAX #15), the others go.
 */
export function toNfc(text: string): string {
  return text.replace(/(\p{M}{30})\p{M}+/gu, '$1').normalize('NFC');
}
