/** Words that no line of initialisms has. */
const functionWord = /(?<![\p{L}'])(?:THE|OF|IN|IS|ARE|TO|FOR|ON|AT|THAT|THIS|WITH|FROM|WAS|NOT|YOU|WE|HAS|HAVE|WILL|BY|AN|IT'S|I'M|DON'T|CAN'T|OUR|MY|YOUR|HIS|HER|THEY|BE|BUT|OR|AS|NO|ALL|HOW|WHAT|WHY|WHO|WHEN)(?![\p{L}'])/u; // prettier-ignore
const small = /\p{Ll}/u;
const sentence = /[^.!?]*[.!?]*/gu;

/**
 * A sentence in capitals is written small: voices spell "US" and "IT" there, which are words. Initialisms in it can no longer
 * be told from words.
 */
export function readCapitals(text: string): string {
  if (!functionWord.test(text)) return text;
  return text.replace(sentence, (words) => {
    if (small.test(words) || !functionWord.test(words) || (words.match(/\p{Lu}{2,}/gu)?.length ?? 0) < 3) return words;
    return words.replace(/(?<!\p{L})(?![IVX]+(?!\p{L}))\p{Lu}{2,}(?:'\p{Lu}+)?|(?<![\p{L}'])A(?![\p{L}'])/gu, (word, at: number) =>
      // A capital stays where the sentence begins.
      words.slice(0, at).trim() === '' ? word.slice(0, 1) + word.slice(1).toLowerCase() : word.toLowerCase(),
    );
  }); // prettier-ignore
}
