/** Read as these words wherever they stand. Written with their dot. */
const anywhere: Record<string, string> = {
  'Mr.': 'Mister', 'Mrs.': 'Missus', 'Ms.': 'Miss', 'Prof.': 'Professor', 'Jr.': 'Junior', 'Sr.': 'Senior',
  'Gov.': 'Governor', 'Sen.': 'Senator', 'Rep.': 'Representative', 'Gen.': 'General', 'Col.': 'Colonel',
  'Capt.': 'Captain', 'Lt.': 'Lieutenant', 'Sgt.': 'Sergeant', 'Rev.': 'Reverend', 'Hon.': 'Honorable',
  'Pres.': 'President', 'Supt.': 'Superintendent', 'Mt.': 'Mount', 'Ft.': 'Fort',
  'e.g.': 'for example', 'i.e.': 'that is', 'vs.': 'versus', 'cf.': 'compare', 'viz.': 'namely', 'approx.': 'approximately',
  'al.': 'al', 'ca.': 'circa', 'dept.': 'department', 'Dept.': 'Department', 'govt.': 'government', 'est.': 'estimated',
  'Ph.D.': 'P H D', 'M.Sc.': 'M S C', 'B.Sc.': 'B S C',
}; // prettier-ignore

/** May end a sentence: the dot stays where a capital follows or the text ends. */
const mayEnd: Record<string, string> = {
  'etc.': 'et cetera', 'Inc.': 'Incorporated', 'Ltd.': 'Limited', 'Corp.': 'Corporation', 'Bros.': 'Brothers',
  'Co.': 'Company', 'Ave.': 'Avenue', 'Blvd.': 'Boulevard', 'Rd.': 'Road',
}; // prettier-ignore

/** Read as these words only before a number. */
const beforeNumber: Record<string, string> = {
  'No.': 'number', 'no.': 'number', 'Nos.': 'numbers', 'nos.': 'numbers', 'Fig.': 'figure', 'fig.': 'figure',
  'p.': 'page', 'pp.': 'pages', 'vol.': 'volume', 'Vol.': 'volume', 'ch.': 'chapter', 'Ch.': 'chapter', 'c.': 'circa',
  'sec.': 'section', 'Sec.': 'section', 'Art.': 'article', 'art.': 'article', 'Nº': 'number', 'v.': 'version',
}; // prettier-ignore

/** Short forms without a dot. */
const undotted: [RegExp, string][] = [
  [/\bw\/o\b/g, 'without'],
  [/\bw\/(?=\s?\p{L})/gu, 'with '],
  [/\b(?:vs|v)(?= \p{Lu})/gu, 'versus'],
  [/\bvs\b(?!\.)/g, 'versus'],
  [/\bv\.(?= \p{Lu})/gu, 'versus'],
  [/\b(Dr|Mr|Mrs|Prof)(?= \p{Lu})/gu, '$1.'],
  [/\band\/or\b/g, 'and or'],
];

/** Words that begin sentences, not surnames: after them an initial's dot is a full stop. */
const sentenceStart =
  '(?:The|It|In|On|At|But|And|This|That|These|Those|He|She|They|We|You|If|So|As|An|There|When|What|Why|How)\\b';

export function readAbbreviations(text: string): string {
  let read = text;
  for (const [pattern, words] of undotted) read = read.replace(pattern, words);
  read = read
    .replace(/\bDr\.(?= ?\p{Lu})/gu, 'Doctor')
    .replace(/(?<=\p{Lu}\p{Ll}+ )Dr\./gu, 'Drive')
    .replace(/(?<=(?:\p{Lu}\p{Ll}+|\d(?:st|nd|rd|th)) )St\.(?! \p{Lu}\p{Ll}+'s)/gu, 'Street')
    .replace(/\bSt\.(?= ?\p{Lu})/gu, 'Saint')
    .replace(
      /(?<![\p{L}\d.º])([\p{L}.º]+[.º])(?=\s?#?\d)/gu,
      (short: string) => beforeNumber[short] ?? short,
    );
  read = replaceWords(read, anywhere, false);
  read = replaceWords(read, mayEnd, true);
  return readInitials(read);
}

function replaceWords(text: string, table: Record<string, string>, keepStop: boolean): string {
  const words = Object.keys(table).map((word) => word.replaceAll('.', '\\.'));
  const pattern = new RegExp(`(?<![\\p{L}.])(?:${words.join('|')})(?!\\p{L})(\\s+\\p{Lu}|\\s*$)?`, 'gu');
  return text.replace(pattern, (match: string, next?: string) => {
    const word = match.slice(0, match.length - (next?.length ?? 0)).trim();
    return `${table[word] ?? word}${keepStop && next !== undefined ? '.' : ''}${next ?? ''}`;
  });
}

/** `U.S.` -> "U S", `J. K. Rowling` -> "J K Rowling": letters stay letters, and their dots end no sentence. */
function readInitials(text: string): string {
  return text
    .replace(/(?<!\p{L})(?:\p{L}\.){2,}(\s*$)?/gu, (letters: string, end?: string) => {
      const spaced = letters.trim().replaceAll('.', ' ').trim().toUpperCase();
      return end === undefined ? `${spaced} ` : `${spaced}.`;
    })
    .replace(
      new RegExp(
        `(?<=^|[.,;:?!"(] ?|\\p{Lu}\\p{Ll}+ )(\\p{Lu})\\. ?(?=\\p{Lu}(?:\\p{Ll}|\\.))(?!${sentenceStart})`,
        'gu',
      ),
      '$1 ',
    );
}
