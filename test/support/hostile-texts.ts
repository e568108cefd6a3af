// Texts that are cheap to send and dear to read, unless every step over them is linear. For tests and attacks.

/** Makes a text of about so many characters. */
export type HostileText = (characters: number) => string;

/** What a worker was stopped with, and its relatives. */
export const hostileTexts: Readonly<Record<string, HostileText>> = {
  hex: (n) => filled('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', n),
  'hex in capitals': (n) => filled('9F86D081884C7D659A2FEAA0', n),
  DNA: (n) => filled('GATTACATTAGCCGATAGCT', n),
  'small DNA': (n) => filled('gattacattagccgatagct', n),
  digits: (n) => filled('3141592653589793238462643', n),
  'one digit': (n) => filled('7', n),
  'digits with commas': (n) => filled('123,456,', n),
  'digits with dots': (n) => filled('1.', n),
  'digits with hyphens': (n) => filled('1-', n),
  'digits with slashes': (n) => filled('1/', n),
  'digits with colons': (n) => filled('1:', n),
  'digits with blanks': (n) => filled('123 ', n),
  underscores: (n) => filled('_', n),
  ellipses: (n) => filled('…', n),
  dots: (n) => filled('.', n),
  'dots with blanks': (n) => filled('. ', n),
  'zero-width blanks': (n) => filled(' \u200b', n),
  blanks: (n) => `a${filled(' ', n)}b`,
  'no-break spaces': (n) => `a${filled('\u00a0', n)}b`,
  tabs: (n) => `a${filled('\t', n)}b`,
  'line breaks': (n) => `a${filled('\n', n)}b`,
  'line breaks with blanks': (n) => `a${filled('\n ', n)}b`,
  'a line break before blanks': (n) => `a\n${filled(' ', n)}b`,
  'open brackets': (n) => filled('[', n),
  'open links': (n) => filled('[a](', n),
  'links in links': (n) => filled('[a', n) + filled('](b)', n / 4),
  'open parentheses': (n) => filled('(', n),
  'open braces': (n) => filled('{', n),
  'closing marks': (n) => filled('.”)', n),
  quotes: (n) => filled('"', n),
  'opening quotes': (n) => filled('“', n),
  apostrophes: (n) => filled("'", n),
  'quoted words': (n) => filled('"a', n),
  dashes: (n) => filled('—', n),
  hyphens: (n) => filled('-', n),
  'hyphens in a word': (n) => filled('a-', n),
  'dots in a word': (n) => filled('a.', n),
  'dots in a word of capitals': (n) => filled('A.', n),
  'initials with blanks': (n) => filled('A. ', n),
  'small sentences': (n) => filled('a b. ', n),
  'sentences that go on': (n) => filled('It is here. and so on. ', n),
  'an address without an end': (n) => `http://${filled('a.', n)}`,
  'a path without an end': (n) => `http://a.com/${filled('/a', n)}`,
  'mail addresses': (n) => filled('a@', n),
  'a mail address without an end': (n) => `a@${filled('a.', n)}`,
  'question marks': (n) => filled('?', n),
  commas: (n) => filled(',', n),
  stars: (n) => filled('*', n),
  'stars in words': (n) => filled('*a ', n),
  'strong words': (n) => filled('**a', n),
  'underscores in words': (n) => filled('_a ', n),
  backticks: (n) => filled('`', n),
  'backticks of many lengths': backticks,
  'angle brackets': (n) => filled('<', n),
  'closing angle brackets': (n) => filled('> ', n),
  'unclosed tags': (n) => filled('<p', n),
  'unclosed comments': (n) => filled('<!--', n),
  'unclosed elements': (n) => filled('<b>x ', n),
  'attributes without an end': (n) => `<p ${filled('a=b ', n)}`,
  entities: (n) => filled('&amp', n),
  pipes: (n) => filled('|', n),
  'rows of a table': (n) => filled('|a|\n', n),
  'lists in lists': nestedList,
  'underlined lines': (n) => filled('a\n=', n),
  headings: (n) => filled('# ', n),
  fences: (n) => filled('```\n', n),
  'a front matter without an end': (n) => `---\n${filled('a: b\n', n)}`,
  'marks on one letter': (n) => `a${filled('\u0316\u0300', n)}`,
  emoji: (n) => filled('👩‍👩‍👧', n),
  'halves of pairs': (n) => filled('\ud83d', n),
  Chinese: (n) => filled('早上八点第一班火车从车站出发', n),
  Arabic: (n) => filled('في عام ١٩٩٠ ', n),
  'one long word': (n) => filled('a', n),
  'one long word of capitals': (n) => filled('A', n),
  'capital words': (n) => filled('Aa ', n),
  'money and units': (n) => filled('$1.5bn 3 km/h ', n),
  'Roman numerals': (n) => filled('Henry VIII ', n),
  'numbered chapters': (n) => filled('Chapter IV, ', n),
  numerals: (n) => filled('MDCLXVI', n),
  'numerals with hyphens': (n) => `Chapter ${filled('IV-', n)}`,
  'numerals of a century': (n) => filled('XIX and ', n),
  'names in capitals': (n) => filled('Henry ', n),
  'open formulas': (n) => filled('$a ', n),
  'formulas in formulas': (n) => filled('\\(\\frac{', n),
  powers: (n) => filled('10^', n),
  'raised digits': (n) => filled('⁸', n),
  'digits with apostrophes': (n) => filled("1'000", n),
  'digits with stars': (n) => filled('1*', n),
  'house numbers': (n) => filled('1 Aa ', n),
  'a street without an end': (n) => `1 ${filled('Aa', n)}`,
  quarters: (n) => filled('1Q', n),
  paths: (n) => filled('/a', n),
  handles: (n) => filled('@a_', n),
  'sentences in capitals': (n) => filled('THE A. ', n),
  'weekdays with dots': (n) => filled('Sun. ', n),
  'months and days': (n) => filled('3 Jan ', n),
  titles: (n) => filled('Dr. ', n),
  'tags of references': (n) => filled('[note 1', n),
  'escaped entities': (n) => `&${filled('amp;', n)}`,
  keycaps: (n) => filled('1\ufe0f\u20e3 ', n),
  verses: (n) => filled('Aa b,\n', n),
  'turns of speakers': (n) => filled('Aa: b\n', n),
  'times in a transcript': (n) => filled('0:01\na\n', n),
  'words without punctuation': (n) => filled('and it was here so we ', n),
  'citations without an end': (n) => filled('(Aa & Bb 2012; ', n),
  'numbers written twice': (n) => filled('twenty two (22) ', n),
  'numbers of notes': (n) => filled('[1] a\n\n', n),
  backslashes: (n) => filled('\\', n),
};

function filled(unit: string, characters: number): string {
  return unit.repeat(Math.max(1, Math.ceil(characters / unit.length)));
}

function backticks(characters: number): string {
  const rows: string[] = [];
  for (let length = 1, sum = 0; sum < characters; length += 1, sum += length + 1)
    rows.push('`'.repeat(length));
  return rows.join('a');
}

function nestedList(characters: number): string {
  const lines: string[] = [];
  for (let depth = 0, sum = 0; sum < characters; depth += 1, sum += depth + 3)
    lines.push(`${' '.repeat(depth)}- a`);
  return lines.join('\n');
}
