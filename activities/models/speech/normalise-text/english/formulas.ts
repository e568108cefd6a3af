import { ordinalWords } from './number-words.js';

/** LaTeX between its marks: `$n$`, `$$E = mc^2$$`, `\(x\)`, `\[x\]`. A dollar sign before an amount has no partner right behind a word. */
const marked =
  /\$\$([^$]{1,300})\$\$|\\\(([^\n]{1,300}?)\\\)|\\\[([^\n]{1,300}?)\\\]|(?<![\w$\\])\$(?![\s$])([^$]{1,300})(?<=[^\s$\\])\$(?![\w$])/g;
const plainWord = /(?<![\\\p{L}])\p{Ll}{4}/u;

const superscript = /(?<=[\p{L}\d)])[⁰¹²³⁴-⁹⁺⁻]+/gu;
const power = /(?<=[\p{L}\d)])\s?\^\s?(?:\{([^{}\s]{1,20})\}|([-\u2212+]?\d+|\p{L}(?!\p{L})))/gu;

/** `$E = mc^2$` -> "E equals m c squared". The numbers in it are left for those who read numbers. */
export function readFormulas(text: string): string {
  return text.replace(marked, (match, ...parts: (string | undefined)[]) => {
    const formula = parts.slice(0, 4).find((part) => part !== undefined) ?? '';
    const braceless = formula.replace(/\\[a-z]+\s?\{[^{}]*\}/gi, '');
    if (plainWord.test(braceless) || (/^\d/.test(formula) && !isNumeric(formula))) return match;
    return formulaWords(formula);
  });
}

/** An amount of money begins with a digit, too: "$5bn, 5$" is no formula. */
function isNumeric(formula: string): boolean {
  return /^[\d.,]+$/.test(formula) || (/[=^\\_+*<>]/.test(formula) && !/, |\p{L}{2} /u.test(formula));
}

/** Raised digits in the form of `10^6`, and those before a letter (`²³⁵U`) as plain ones; `m²` and `x³` have readings of their own. */
export function readSuperscripts(text: string): string {
  return text
    .replace(superscript, (raised, at: number) =>
      /^[²³]$/.test(raised) && /\p{L}/u.test(text[at - 1] ?? '') ? raised : `^${plainDigits(raised)}`,
    )
    .replace(/[⁰¹²³⁴-⁹⁺⁻]{2,}|[⁰¹⁴-⁹⁺⁻]/g, (raised) => ` ${plainDigits(raised)} `); // prettier-ignore
}

function plainDigits(raised: string): string {
  return raised.normalize('NFKC').replaceAll('\u2212', '-');
}

/** `10^6` -> "10 to the sixth", `x^2` -> "x squared", `2^n` -> "2 to the n". */
export function readPowers(text: string): string {
  return text.replace(power, (_, braced: string | undefined, plain: string | undefined) =>
    powerWords(braced ?? plain ?? ''),
  );
}

export function powerWords(exponent: string): string {
  if (exponent === '2') return ' squared ';
  if (exponent === '3') return ' cubed ';
  if (/^\+?\d{1,15}$/.test(exponent)) return ` to the ${ordinalWords(exponent.replace('+', ''))} `;
  return ` to the ${exponent.replace(/^[-\u2212]/, 'minus ')} `;
}

/** Commands whose name is not the word for them. */
const commands: Record<string, string> = {
  times: 'times', cdot: 'times', div: 'divided by', pm: 'plus or minus', le: 'is at most', leq: 'is at most', ge: 'is at least',
  geq: 'is at least', lt: 'is less than', gt: 'is greater than', ne: 'is not equal to', neq: 'is not equal to', approx: 'is about',
  sim: 'is about', equiv: 'is equivalent to', infty: 'infinity', sum: 'the sum', prod: 'the product', int: 'the integral',
  sqrt: 'the square root of', to: 'to', rightarrow: 'to', in: 'in', partial: 'partial', ldots: 'and so on', dots: 'and so on', cdots: 'and so on',
  left: '', right: '', displaystyle: '', quad: '', qquad: '', mathrm: '', mathbf: '', mathbb: '', mathcal: '', text: '', textbf: '', operatorname: '',
  varepsilon: 'epsilon', varphi: 'phi',
}; // prettier-ignore
const operators: Record<string, string> = {
  '=': 'equals', '+': 'plus', '-': 'minus', '*': 'times', '/': 'over', '<': 'is less than', '>': 'is greater than', ',': ',', '%': '%', '!': 'factorial',
}; // prettier-ignore
const token = /\\[a-zA-Z]+|\d+(?:[.,]\d+)*|\S/g;
const fraction = /\\[dt]?frac\s?\{([^{}]*)\}\s?\{([^{}]*)\}/g;
const named = /\\(?:text|mathrm|operatorname|textbf)\s?\{([^{}]*)\}/g;

function formulaWords(formula: string): string {
  let flat = formula;
  // Fractions in fractions: the inner ones first.
  for (let depth = 0; depth < 4; depth++) flat = flat.replace(fraction, ' $1 \\over $2 ');
  const words: string[] = [];
  for (const [at, part] of flat.split(named).entries()) {
    if (at % 2 === 1) words.push(part);
    else readTokens(part.match(token) ?? [], words);
  }
  return ` ${words.filter((word) => word !== '').join(' ')} `;
}

/** They have bounds and a body: "the sum from i equals one to n of i squared". */
const bounded = /^\\(?:sum|prod|int)$/;

function readTokens(tokens: string[], words: string[]): void {
  let inBounds = false;
  for (let at = 0; at < tokens.length; at++) {
    const current = tokens[at] ?? '';
    if (inBounds && current !== '^' && current !== '_') {
      words.push('of');
      inBounds = false;
    }
    inBounds ||= bounded.test(current);
    if (current === '^' || current === '_') {
      const group = groupAt(tokens, at + 1);
      at += group.length;
      const inner = group.filter((part) => !/^[{}]$/.test(part));
      if (inBounds) {
        words.push(current === '_' ? 'from' : 'to');
        readTokens(inner, words);
      } else if (current === '^') words.push(powerWords(inner.join('').replace(/\\/g, '')).trim());
      else {
        words.push('sub');
        readTokens(inner, words);
      }
    } else if (current === '(') words.push(openingWord(tokens, at));
    else if (current.startsWith('\\')) words.push(commands[current.slice(1)] ?? current.slice(1));
    else if (!/^[{}()[\]|\\&~]$/.test(current)) words.push(operators[current] ?? current);
  }
}

/** What a raised or lowered sign takes with it: one token or all between braces. */
function groupAt(tokens: string[], from: number): string[] {
  if (tokens[from] !== '{') return tokens.slice(from, from + (/^[-+]$/.test(tokens[from] ?? '') ? 2 : 1));
  const end = tokens.indexOf('}', from);
  return tokens.slice(from, end < 0 ? tokens.length : end + 1);
}

/** `f(x)` is "f of x", `n(n-1)` is "n times n minus one". */
function openingWord(tokens: string[], at: number): string {
  const before = tokens[at - 1] ?? '';
  if (!/^(?:[\p{L}\d)]|\d.*)$/u.test(before)) return '';
  return tokens[at + 2] === ')' && /^\p{L}$/u.test(before) ? 'of' : 'times';
}
