import { numberWords, ordinalWords, yearWords } from './number-words.js';
import { sentenceStart } from './sentence-start.js';
import { isNumberedName, isRulersTitle } from './ruler-names.js';

/** Every numeral from I to MMMCMXCIX in its one right form, with at least one letter. */
const roman = '(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![\\p{L}\\d])';
const someRoman = /(?<![\p{L}\p{M}\d.'&/-])[IVXLCDM]+(?![\p{L}\d])/u;
const numeral = new RegExp(`^(?:${roman})$`, 'u');

const countedWords =
  'World War|Super Bowl|Final Fantasy|Star Wars|Chapter|Part|Act|Type|Phase|Volume|Book|Title|Class|Article|Section|Episode|Level|Stage|Schedule|Category|Appendix|Annex|Figure|Scene|Vatican|Grade|Mark|Apollo|Saturn|Factor|Round|Tier|Group|Table|Division|Canto|Psalm|Sonnet|Symphony|Olympiad';
const shortCounted: Record<string, string> = {
  Vol: 'volume', Vols: 'volumes', Ch: 'chapter', Chs: 'chapters', Pt: 'part', Pts: 'parts', Bk: 'book', No: 'number', Nos: 'numbers', Fig: 'figure', Figs: 'figures',
  Sec: 'section', Art: 'article', Arts: 'articles', Cap: 'chapter',
}; // prettier-ignore

const counted = new RegExp(
  String.raw`(?<!\p{L})(${countedWords.replace(/[A-Z]/g, (first) => `[${first}${first.toLowerCase()}]`)}|${countedWords.toUpperCase()})([sS]?) (${roman}(?:(?:, (?:and )?| and | or | to | & |\s?[-–]\s?)${roman})*)`,
  'gu',
);
const shortened = new RegExp(
  String.raw`(?<!\p{L})(${Object.keys(shortCounted).map((short) => `[${short[0]}${short[0]?.toLowerCase()}]${short.slice(1)}`).join('|')})\. ?(${roman})`,
  'gu',
); // prettier-ignore
/** `XIX century`, `XIXth century`, `XVIII and XIX centuries`. */
const century =
  /(?<![\p{L}\d])([IVX]+)(?:th|st|nd|rd)?(?:( and |\s?[-–]\s?| to )([IVX]+)(?:th|st|nd|rd)?)? (?=(?:[Cc]entur(?:y|ies)|[Dd]ynasty|Olympi(?:ad|cs?))\b)/gu;
const named = new RegExp(
  String.raw`(?<![\p{L}\p{M}'-])((?:\p{Lu}[\p{L}\p{M}'-]* ){1,4}?)(${roman})(?!-\p{L}|\.\p{L})`,
  'gu',
);
const yearNumeral = new RegExp(String.raw`(?<![\p{L}\d])(${roman})`, 'gu');

/**
 * Only where numerals stand: after names (`Henry VIII`, "Henry the eighth"; `Rocky IV`, "Rocky four"), after words that are numbered
 * (`Chapter IV`, `vol. II`), before "century", and as years. The pronoun stays, and so do letters: `class C`, `Malcolm X`.
 */
export function readRomanNumerals(text: string): string {
  if (!someRoman.test(text)) return text;
  return text
    .replace(century, (match, first: string, between: string | undefined, second?: string) =>
      [first, second ?? 'I'].every((part) => numeral.test(part))
        ? `${ordinalOf(first)}${second === undefined ? '' : `${/[-–]/.test(between ?? '') ? ' to ' : (between ?? '')}${ordinalOf(second)}`} `
        : match,
    )
    .replace(counted, (match, word: string, plural: string, numerals: string, at: number, whole: string) =>
      isCounted(word, plural, numerals, whole.slice(at + match.length)) ? `${word}${plural} ${listWords(numerals)}` : match,
    )
    .replace(shortened, (match, short: string, number: string, at: number, whole: string) =>
      letters.test(number) || (number === 'I' && !/^(?:$|[,.;:)])/.test(whole.slice(at + match.length)))
        ? match
        : `${shortCounted[capitalised(short)] ?? short} ${cardinalOf(number)}`,
    )
    .replace(named, (match, words: string, number: string, at: number, whole: string) =>
      readNamed(match, words, number, whole.slice(at + match.length)),
    )
    .replace(yearNumeral, (number) => {
      const value = romanValue(number);
      return number.length >= 4 && value > 1000 && value <= 2100 ? yearWords(value) : number;
    }); // prettier-ignore
}

/** Letters that are numbered things' names more often than numerals: group C, factor X, vitamin D. */
const letters = /^[CDLM]$/;

/** What follows the pronoun, where "Type I" could stand as well. */
const pronounVerb =
  /^ (?:am|was|were|have|had|will|would|can|could|do|did|don't|didn't|never|always|also|really|once|first|last|ever|just|still|now|then|often|usually|sometimes|think|thought|know|knew|want|like|love|need|use|see|saw|read|wrote|write|made|make|got|get|go|went|take|took|teach|taught|say|said|mean|meant|find|found|\p{Ll}+ed)\b/u;

function isCounted(word: string, plural: string, numerals: string, rest: string): boolean {
  const all = numerals.split(/[^IVXLCDM]+/);
  if (all.some((one) => letters.test(one))) return false;
  if (numerals === 'X') return /^(?:chapter|part|act|volume|book|article|canto|psalm|apollo)$/i.test(word);
  if (!all.includes('I') || numerals !== 'I') return true;
  // The pronoun: "in part I agree", "Book I read last".
  if (/^World War$/i.test(word)) return true;
  if (
    /^(?:Type|Phase|Stage|Grade|Category|Chapter|Act|Volume|Level|Tier|Class)$/.test(word) &&
    / \p{Ll}/u.test(rest.slice(0, 2))
  )
    return !pronounVerb.test(rest);
  return plural === '' && /^\p{Lu}/u.test(word) && /^(?:$|[.,;:!?)\]"]|'s\b| (?:of|and [IVX]+|to [IVX]+)\b)/.test(rest); // prettier-ignore
}

const functionWord = new RegExp(`^(?:${sentenceStart})$`, 'u');

function readNamed(match: string, words: string, number: string, rest: string): string {
  const before = words.trim().split(' ');
  const last = before.at(-1) ?? '';
  const titled = before.length > 1 && isRulersTitle(before.at(-2) ?? '');
  if (functionWord.test(last)) return match;
  const isName = titled || isNumberedName(last);
  if (number === 'I') {
    const after = /^(?:$|[.,;:!?)\]"]|'s\b| of\b)/.test(rest);
    return (isName && after) || (titled && !isRulersTitle(last)) ? `${words}the first` : match;
  }
  if (!/^[IVX]+$/.test(number)) return isName && titled ? `${words}the ${ordinalOf(number)}` : match;
  if (number === 'X' && !titled && !/^(?:Charles|Leo|Pius|Gregory|Benedict|Louis|Ramesses|Ramses|Alfonso|Christian|Ptolemy|John)$/.test(last)) return match; // prettier-ignore
  if (isName || (before.length > 1 && before.some(isNumberedName))) return `${words}the ${ordinalOf(number)}`;
  // A sequel, a spacecraft, a fund: two letters at least, and none of the pairs that are sizes and chromosomes.
  if (number.length < 2 || /^X{2,}$/.test(number)) return match;
  return `${words}${cardinalOf(number)}`;
}

function listWords(numerals: string): string {
  return numerals.replace(/\s?[-–]\s?/g, ' to ').replace(/[IVXLCDM]+/g, cardinalOf);
}

function ordinalOf(number: string): string {
  return ordinalWords(romanValue(number));
}

function cardinalOf(number: string): string {
  return numberWords(String(romanValue(number)));
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

const values: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

function romanValue(number: string): number {
  let total = 0;
  let highest = 0;
  for (const letter of Array.from(number).reverse()) {
    const value = values[letter] ?? 0;
    total += value < highest ? -value : value;
    highest = Math.max(highest, value);
  }
  return total;
}
