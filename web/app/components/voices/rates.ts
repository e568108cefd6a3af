/** Speeds of speech that every voice can do, as factors of its own: 0.5 to 2. */
export const rateSteps: readonly number[] = Array.from({ length: 31 }, (_, at) => (50 + at * 5) / 100);

/** `1.25×`; 1 is the voice's own speed. */
export function rateInWords(rate: number): string {
  return `${rate}×`;
}
