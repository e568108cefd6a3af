import { beginsSentence, sentenceStart } from './sentence-start.js';

/** Read as these words wherever they stand. Written with their dot. */
const anywhere: Record<string, string> = {
  'Mr.': 'Mister', 'Mrs.': 'Missus', 'Ms.': 'Miss', 'Prof.': 'Professor', 'Jr.': 'Junior', 'Sr.': 'Senior',
  'e.g.': 'for example', 'i.e.': 'that is', 'vs.': 'versus', 'cf.': 'compare', 'viz.': 'namely', 'approx.': 'approximately',
  'al.': 'al', 'dept.': 'department', 'Dept.': 'Department', 'govt.': 'government',
  'Ph.D.': 'P H D', 'M.Sc.': 'M S C', 'B.Sc.': 'B S C',
}; // prettier-ignore

/** Titles and places, read only before a name. */
const beforeName: Record<string, string> = {
  'Gov.': 'Governor', 'Sen.': 'Senator', 'Sens.': 'Senators', 'Rep.': 'Representative', 'Reps.': 'Representatives', 'Gen.': 'General',
  'Col.': 'Colonel', 'Capt.': 'Captain', 'Lt.': 'Lieutenant', 'Sgt.': 'Sergeant', 'Cpl.': 'Corporal', 'Maj.': 'Major', 'Cmdr.': 'Commander', 'Adm.': 'Admiral',
  'Rev.': 'Reverend', 'Hon.': 'Honorable', 'Pres.': 'President', 'Supt.': 'Superintendent', 'Mt.': 'Mount', 'Ft.': 'Fort',
}; // prettier-ignore

/** May end a sentence: the dot stays where a capital follows or the text ends. */
const mayEnd: Record<string, string> = {
  'etc.': 'et cetera', 'Inc.': 'Incorporated', 'Ltd.': 'Limited', 'Corp.': 'Corporation', 'Bros.': 'Brothers',
  'Co.': 'Company', 'Ave.': 'Avenue', 'Blvd.': 'Boulevard', 'Rd.': 'Road',
}; // prettier-ignore

/** Read as these words only before a number. */
const beforeNumber: Record<string, string> = {
  'No.': 'number', 'no.': 'number', 'Nos.': 'numbers', 'nos.': 'numbers', 'Fig.': 'figure', 'fig.': 'figure', 'Figs.': 'figures', 'figs.': 'figures',
  'p.': 'page', 'pp.': 'pages', 'vol.': 'volume', 'Vol.': 'volume', 'vols.': 'volumes', 'Vols.': 'volumes', 'ch.': 'chapter', 'Ch.': 'chapter', 'chs.': 'chapters',
  'c.': 'circa', 'ca.': 'circa', 'est.': 'estimated', 'sec.': 'section', 'Sec.': 'section', 'Art.': 'article', 'art.': 'article', 'Nº': 'number', 'v.': 'version',
  'pt.': 'part', 'Pt.': 'part', 'ext.': 'extension', 'Ext.': 'extension',
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

/** Old short forms of states, behind the name of a place: Boston, Mass. */
const states: Record<string, string> = {
  Ala: 'Alabama', Ariz: 'Arizona', Calif: 'California', Colo: 'Colorado', Conn: 'Connecticut', Fla: 'Florida', Ga: 'Georgia', Ill: 'Illinois', Ind: 'Indiana',
  Kan: 'Kansas', Ky: 'Kentucky', La: 'Louisiana', Mass: 'Massachusetts', Md: 'Maryland', Mich: 'Michigan', Minn: 'Minnesota', Mo: 'Missouri', Neb: 'Nebraska',
  Nev: 'Nevada', Okla: 'Oklahoma', Pa: 'Pennsylvania', Tenn: 'Tennessee', Tex: 'Texas', Va: 'Virginia', Vt: 'Vermont', Wis: 'Wisconsin', Wyo: 'Wyoming',
}; // prettier-ignore
const state = new RegExp(
  String.raw`(?<=\p{Lu}\p{Ll}{2,20}, )(${Object.keys(states).join('|')})\.(?=[\s,;:)]|$)`,
  'gu',
);

const retirement = /(?<![\p{L}\d.,])40([13])\(?([kb])\)?(?![\p{L}\d])/gu;

export function readAbbreviations(text: string): string {
  let read = text;
  for (const [pattern, words] of undotted) read = read.replace(pattern, words);
  read = read
    .replace(
      retirement,
      (_, last: string, letter: string) =>
        `four oh ${last === '1' ? 'one' : 'three'} ${letter.toUpperCase()}`,
    )
    .replace(/\bDr\.(?= ?\p{Lu})/gu, 'Doctor')
    .replace(/(?<=\p{Lu}\p{Ll}+ )Dr\./gu, 'Drive')
    .replace(/(?<=(?:\p{Lu}\p{Ll}+|\d(?:st|nd|rd|th)) )St\.(?! \p{Lu}\p{Ll}+'s)/gu, 'Street')
    .replace(/\bSt\.(?= ?\p{Lu})/gu, 'Saint')
    .replace(
      /(?<![\p{L}\d.º])([\p{L}.º]+[.º])(?=\s?#?\d)/gu,
      (short: string) => beforeNumber[short] ?? short,
    );
  read = read.replace(state, (match, short: string, at: number, whole: string) =>
    `${states[short] ?? short}${beginsSentence(whole.slice(at + match.length, at + match.length + 40)) ? '.' : ''}`,
  ); // prettier-ignore
  read = read.replace(titles, (short) => beforeName[short] ?? short);
  read = read.replace(plain, (short) => anywhere[short] ?? short);
  read = read.replace(ending, (short, at: number, whole: string) => {
    const rest = whole.slice(at + short.length, at + short.length + 40);
    return `${mayEnd[short] ?? short}${/^\s+\p{Lu}|^\s*$/u.test(rest) ? '.' : ''}`;
  });
  return readInitials(read);
}

const titles = new RegExp(`${oneOf(beforeName)}(?= \\p{Lu})`, 'gu');
const plain = new RegExp(oneOf(anywhere), 'gu');
const ending = new RegExp(oneOf(mayEnd), 'gu');

function oneOf(table: Record<string, string>): string {
  const words = Object.keys(table).map((word) => word.replaceAll('.', '\\.'));
  return `(?<![\\p{L}.])(?:${words.join('|')})(?!\\p{L})`;
}

/** `U.S.` -> "U S", `U.S.'s` -> "U S's", `J. K. Rowling` -> "J K Rowling": letters stay letters, and their dots end no sentence. */
function readInitials(text: string): string {
  return text
    .replace(initials, (letters: string, at: number, whole: string) => {
      const spaced = letters.replaceAll('.', ' ').trim().toUpperCase();
      const rest = whole.slice(at + letters.length, at + letters.length + 40);
      if (rest.startsWith("'s")) return spaced;
      return beginsSentence(rest) ? `${spaced}.` : `${spaced} `;
    })
    .replace(initial, '$1 ')
    .replace(genus, '$1 ');
}

/** A sentence does not begin small: `T. rex`. */
const genus =
  /(?<![\p{L}'])(\p{Lu})\. (?=\p{Ll}{3})(?!(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|point|zero|minus|about|plus|\p{Ll}+(?:teen|ty)|\p{Ll}+(?:first|second|third|th))\b)/gu;
const initials = /(?<!\p{L})(?:\p{L}\.){2,}/gu;
const initial = new RegExp(
  `(?<=^|[.,;:?!"(] ?|\\p{Lu}\\p{Ll}+ )(\\p{Lu})\\. ?(?=\\p{Lu}(?:\\p{Ll}|\\.))(?!${sentenceStart})`,
  'gu',
);
