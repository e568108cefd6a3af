/** Contracts write numbers twice; "twenty-four (24) months" is said once. English only. */
export function withoutRepeatedNumbers(text: string): string {
  return text.replace(
    / \(([$£€]?)(\d[\d,]{0,14})(%?)\)/g,
    (whole, _sign, digits: string, _percent, at: number) =>
      valueOfEnd(text.slice(Math.max(0, at - longestNumber), at)) === Number(digits.replaceAll(',', ''))
        ? ''
        : whole,
  );
}

/** "Nine hundred and ninety-nine thousand ..." in characters. */
const longestNumber = 120;

const values: Readonly<Record<string, number>> = {
  zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30,
  forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
}; // prettier-ignore
const scales: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };
const measures = new Set(['percent', 'cent', 'per', 'dollars', 'pounds', 'euros']);

/** The number that a text ends with in words, as a whole. */
function valueOfEnd(text: string): number | undefined {
  const words = text.toLowerCase().split(/[ -]/);
  while (measures.has(words.at(-1) ?? '')) words.pop();
  let from = words.length;
  while (from > 0 && isNumberWord(words[from - 1] ?? '')) from -= 1;
  const number = words.slice(from);
  while (number[0] === 'and') number.shift();
  return number.length === 0 ? undefined : valueOf(number);
}

function isNumberWord(word: string): boolean {
  return word in values || word in scales || word === 'hundred' || word === 'and';
}

function valueOf(words: readonly string[]): number {
  let sum = 0;
  let group = 0;
  for (const word of words) {
    if (word === 'hundred') group = Math.max(group, 1) * 100;
    else if (word in scales) {
      sum += Math.max(group, 1) * (scales[word] ?? 1);
      group = 0;
    } else group += values[word] ?? 0;
  }
  return sum + group;
}
