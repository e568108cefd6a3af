import { numberWords, yearWords } from './number-words.js';

const decade = /(?<![\p{L}\d.,:/])(\d{1,2})?(\d)0'?s(?![\p{L}\d])/gu;
const shortDecade = /(?<![\p{L}\d])'(\d)0'?s(?![\p{L}\d])/gu;
const hundreds = /(?<![\p{L}\d.,])(?:100|(1000))s of\b/gu;
const tens: Record<string, string> = {
  0: 'hundreds', 1: 'tens', 2: 'twenties', 3: 'thirties', 4: 'forties', 5: 'fifties', 6: 'sixties', 7: 'seventies',
  8: 'eighties', 9: 'nineties',
}; // prettier-ignore

/** `1990s` -> "nineteen nineties", `830s` -> "eight hundred thirties", `'80s` -> "eighties", `2000s` -> "two thousands". */
export function readDecades(text: string): string {
  return text
    .replace(hundreds, (_, thousand?: string) => `${thousand === undefined ? 'hundreds' : 'thousands'} of`)
    .replace(/(?<=\ds)\s?[–-]\s?(?='?\d{1,3}0s)/g, ' to ')
    .replace(shortDecade, (_, ten: string) => tens[ten] ?? '')
    .replace(decade, (match, century: string | undefined, ten: string) =>
      century === undefined ? (tens[ten] ?? match) : decadeWords(match, Number(century), ten),
    );
}

function decadeWords(match: string, century: number, ten: string): string {
  if (century === 0 || century > 20) return match;
  if (ten === '0') return century % 10 === 0 ? `${numberWords(String(century * 100))}s` : `${numberWords(String(century))} hundreds`; // prettier-ignore
  return `${numberWords(String(century))}${century < 10 ? ' hundred' : ''} ${tens[ten] ?? ''}`;
}

const verbs =
  '(?:was|is|has|does|sees|saw|brings|marks|goes|promises|looks|seems|as|this|its|his|us|across|plus|versus|perhaps|always)';
const year = String.raw`(?<![\d.,+#:/]|\d-)(1[1-9]\d\d|20\d\d)(?![\d:%]|[.,/]\d|-?\p{L}| by \d)(?! (?!${verbs}\b)\p{Ll}+s\b)`;
const anyYear = new RegExp(year, 'gu');
/** The years 1010 to 1099 are as often quantities: only behind a word that makes them years. */
const earlyYear =
  /(?<=\b(?:in|since|until|before|after|by|of|from) )(10)([1-9]\d)(?![\d:%]|[.,/]\d|-?\p{L}| \p{Ll}+s\b)/giu;
/** `1939/40`: the season or school year from one to the next. */
const season = /(?<![\d.,/-])(1[1-9]|20)(\d\d)\/(\d\d)(?![\d/-]|[.,]\d)/g;

export function readSeasons(text: string): string {
  return text.replace(season, (match, century: string, from: string, to: string) =>
    Number(to) === (Number(from) + 1) % 100
      ? `${yearWords(Number(century + from))} ${numberWords(String(Number(to)))}`
      : match,
  );
}

/** Bare numbers from 1100 to 2099 are years, unless a plural follows ("1500 houses"): then they count. */
export function readYears(text: string): string {
  return text
    .replace(anyYear, (digits: string, _year: string, at: number, whole: string) => {
      const prefix = /\p{L}{1,3}$/u.exec(whole.slice(Math.max(0, at - 3), at))?.[0];
      if (prefix === undefined) return yearWords(Number(digits));
      // `FY2025` and `Expo2025` end in years, `ab1234` is a number of a thing.
      return prefix.length > 2 || /^[FC]Y$/.test(prefix) ? ` ${yearWords(Number(digits))}` : digits;
    })
    .replace(earlyYear, (_, century: string, rest: string) => `${numberWords(century)} ${numberWords(rest)}`);
}
