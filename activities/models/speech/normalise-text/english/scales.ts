/** Short forms of large numbers, as written right behind a number. */
const scales: Record<string, string> = {
  k: 'thousand', K: 'thousand', m: 'million', M: 'million', mn: 'million', mln: 'million', b: 'billion', B: 'billion',
  bn: 'billion', T: 'trillion', tn: 'trillion', trn: 'trillion',
}; // prettier-ignore

/** `bn` or ` billion` -> "billion". */
export function scaleWord(short: string): string {
  const word = short.replace(/^[ -]/, '');
  return scales[word] ?? word;
}
