/** Where a pause hurts least, best first: sentence ends, clauses, commas, words. */
const seams = [/[.?!]$/u, /[;:]$/u, /,$/u, /./u];

/**
 * Cuts IPA into parts of at most `max` characters (code points), about equally long: a rest of three sounds would be spoken
 * oddly. Cuts lie behind the strongest mark near the even length, else between words, else anywhere. Joined with
 * spaces (without, where a word had to be cut) the parts are the input again.
 */
export function splitPhonemes(ipa: string, max: number): string[] {
  const characters = Array.from(ipa.trim());
  if (characters.length <= max) return characters.length === 0 ? [] : [characters.join('')];
  const parts = Math.ceil(characters.length / max);
  const cut = bestCut(characters, Math.ceil(characters.length / parts), max);
  return [characters.slice(0, cut).join('').trim(), ...splitPhonemes(characters.slice(cut).join(''), max)];
}

/** The index to cut at: within a third of the even length where there is a seam, and never beyond `most`. */
function bestCut(characters: string[], even: number, max: number): number {
  const [least, latest] = [Math.ceil((even * 2) / 3), Math.min(max, Math.floor((even * 4) / 3))];
  for (const seam of seams) {
    let best = 0;
    for (let index = least; index <= latest; index++) {
      if (characters[index] !== ' ' || !seam.test(characters[index - 1] ?? '')) continue;
      if (best === 0 || Math.abs(index - even) < Math.abs(best - even)) best = index;
    }
    if (best > 0) return best;
  }
  const space = characters.lastIndexOf(' ', max);
  return space > 0 ? space : max;
}
