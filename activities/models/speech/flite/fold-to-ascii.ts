/** Latin letters that have no decomposition, as English typesetting without accents writes them. */
const plainLetters: Record<string, string> = {
  ß: 'ss', æ: 'ae', Æ: 'Ae', œ: 'oe', Œ: 'Oe', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D',
  þ: 'th', Þ: 'Th', ı: 'i', ħ: 'h', Ħ: 'H', ŋ: 'ng', Ŋ: 'Ng',
}; // prettier-ignore

/**
 * `café` -> `cafe`: Flite reads ASCII only and skips every other letter without a word. `Wired.com` -> `Wired dot com`: other
 * voices read a dot within a name by themselves.
 */
export function foldToAscii(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{ASCII}]/gu, (letter) => plainLetters[letter] ?? ' ')
    .replace(/(?<=[a-z])\.(?=[a-z])/gi, ' dot ');
}
