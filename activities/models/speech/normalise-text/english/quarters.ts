import { ordinalWords, yearWords } from './number-words.js';

const quarter =
  /(\b(?:in|of|for|since|by|during|from|until|to) )?(?<![\p{L}\d.])(?:([1-4])([QH]) ?'?(20\d\d|\d\d)|([QH])([1-4]),? (?:of )?'?(20\d\d|(?<=')\d\d))(?![\p{L}\d])/gu;

/** `2Q22` -> "second quarter of twenty twenty-two", `in Q1 2020` -> "in the first quarter of twenty twenty". */
export function readQuarters(text: string): string {
  return text.replace(
    quarter,
    (_, before: string | undefined, ...parts: (string | undefined)[]) => {
      const [number, kind, year] = parts[0] === undefined ? [parts[4], parts[3], parts[5]] : parts;
      const full = year?.length === 2 ? 2000 + Number(year) : Number(year);
      return `${before === undefined ? '' : `${before}the `}${ordinalWords(number ?? '1')} ${kind === 'H' ? 'half' : 'quarter'} of ${yearWords(full)}`;
    },
  ); // prettier-ignore
}
