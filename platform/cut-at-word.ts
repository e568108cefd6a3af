/** A text of at most `length` characters, cut between two words, with an ellipsis where something is missing. */
export function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text;
  const beginning = text.slice(0, length);
  const space = beginning.lastIndexOf(' ', length - 1);
  // A script without spaces is cut between characters, never within one.
  const kept = space > length / 2 ? beginning.slice(0, space) : beginning.slice(0, -1);
  return `${kept.replace(/[\p{Surrogate}\p{M}\s,;:.–—-]+$/u, '')}…`;
}
