import { numberWords, ordinalWords } from './number-words.js';

const monarchs =
  'Henry|Elizabeth|George|Charles|Louis|Paul|Pius|Edward|James|William|Richard|Catherine|Nicholas|Alexander|Francis|Benedict|Philip|Philippe|Frederick|Napoleon|Ramses|Ramesses|Leo|Gregory|Innocent|Clement|Urban|Boniface|Peter|Ivan|Henri|Wilhelm|Otto|Leopold|Christian|Gustav|Haakon|Harald|Olav|Felipe|Carlos|Alfonso|Pedro|Ferdinand|Joseph|Maximilian|Darius|Xerxes|Ptolemy|Cleopatra|Margrethe|Rama|Mehmed|Selim';
const counted =
  'World War|Chapter|Part|Act|Type|Phase|Volume|Vol|Book|Title|Class|Article|Section|Super Bowl|Episode|Level|Stage|Schedule|Category|Appendix|Figure|Scene|Vatican|Grade|Mark|Apollo|Factor|Round|Tier|Group|Table|Division';
const roman = '(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})';

const afterMonarch = new RegExp(String.raw`\b(${monarchs}) (${roman})\b(?!')`, 'gu');
const firstMonarch = new RegExp(String.raw`\b(${monarchs}) I(?=[.,;:?!)]|'s\b| of\b|$)`, 'gu');
const afterCounted = new RegExp(String.raw`\b(${counted}) (${roman})\b`, 'giu');

/** Only after names that are counted this way: `Henry VIII` -> "Henry the eighth", `World War II` -> "World War two". */
export function readRomanNumerals(text: string): string {
  return text
    .replace(firstMonarch, '$1 the first')
    .replace(afterMonarch, (match, name: string, numeral: string) =>
      numeral === 'I' ? match : `${name} the ${ordinalWords(romanValue(numeral))}`,
    )
    .replace(afterCounted, (match, name: string, numeral: string) =>
      numeral === numeral.toUpperCase() ? `${name} ${numberWords(String(romanValue(numeral)))}` : match,
    );
}

const values: Record<string, number> = { I: 1, V: 5, X: 10, L: 50 };

function romanValue(numeral: string): number {
  let total = 0;
  let highest = 0;
  for (const letter of Array.from(numeral).reverse()) {
    const value = values[letter] ?? 0;
    total += value < highest ? -value : value;
    highest = Math.max(highest, value);
  }
  return total;
}
