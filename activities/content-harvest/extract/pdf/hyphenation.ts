import { knownWords } from '../../../models/language/extractive/language-tools.js';
import type { PdfLine } from './pdf-lines.js';

/** Whether the hyphen between two parts of a word belongs to it. */
export type Hyphenation = (head: string, tail: string) => boolean;

/** Characters that a word at the end of a line may have. */
const longestWord = 60;

/** A word that ends a line with a hyphen, and the word that begins the next one. */
export function brokenWord(open: string, next: string): { head: string; tail: string } | undefined {
  const head = /([\p{L}\p{M}’']+|\d+)[-\u2010\u2011\u00ad]$/u.exec(open.slice(-longestWord))?.[1];
  const tail = /^[\p{L}\p{M}’']+|^\d+/u.exec(next.slice(0, longestWord))?.[0];
  return head === undefined || tail === undefined ? undefined : { head, tail };
}

/** "exam-" + "ple" is one word, "price-" + "determining" are two: by how the document writes them, and by known words. */
export function hyphenationOf(lines: readonly PdfLine[]): Hyphenation {
  const written = vocabulary(lines);
  const broken = lines.flatMap((line, at) => brokenWord(line.text, lines[at + 1]?.text ?? '') ?? []);
  const unsure = broken.filter(({ head, tail }) => isWritten(written, head, tail) === undefined);
  const known = knownWords(unsure.flatMap(({ head, tail }) => formsOf(head, tail)));
  function isKnown(word: string): boolean {
    return known.has(word.toLowerCase());
  }
  return (head, tail) => {
    // A capital or a number after the hyphen: Jean-Paul, 1914-18.
    if (!/^\p{Ll}/u.test(tail)) return true;
    if (tens.test(head) && units.test(tail)) return true;
    const own = isWritten(written, head, tail);
    if (own !== undefined) return own;
    const [whole = '', ...stems] = wordForms(head + tail);
    if ([whole, ...stems].some(isKnown) && !prefixes.test(head)) return false;
    const isTail = wordForms(tail).some(isKnown) && tail.length >= 3 && !endings.test(tail);
    return isTail && (isKnown(head) || prefixes.test(head)) && head.length >= 2;
  };
}

const tens = /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/i;
const units =
  /^(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)/;
const prefixes = /^(?:self|well|ex|all|half|non)$/i;
const endings =
  /^(?:ing|ings|ed|er|ers|est|ly|tion|ment|ness|able|ible|al|ity|ty|ous|ive|ful|less|ism|ist|ship|ward|wards|ling)$/;

/** How the document itself writes the word, where it does. */
function isWritten(written: ReadonlySet<string>, head: string, tail: string): boolean | undefined {
  const joined = written.has((head + tail).toLowerCase());
  const hyphenated = written.has(`${head}-${tail}`.toLowerCase());
  return joined === hyphenated ? undefined : hyphenated;
}

function formsOf(head: string, tail: string): string[] {
  return [head, ...wordForms(tail), ...wordForms(head + tail)];
}

/** A word, and what it may be a form of. */
function wordForms(word: string): string[] {
  const stems = [/s$/, /es$/, /ed$/, /ing$/, /ly$/].flatMap((end) =>
    end.test(word) ? [word.replace(end, '')] : [],
  );
  return [word, ...stems.filter((stem) => stem.length > 3)];
}

/** Words as they stand within lines. */
function vocabulary(lines: readonly PdfLine[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of lines) {
    for (const word of line.text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*(?!-$)/gu) ?? []) words.add(word);
  }
  return words;
}
