import { digitWords, numberWords, twoDigitWords } from './number-words.js';
import { beginsSentence } from './sentence-start.js';

const kinds: Record<string, string> = {
  st: 'Street', street: 'Street', ave: 'Avenue', avenue: 'Avenue', rd: 'Road', road: 'Road', blvd: 'Boulevard', boulevard: 'Boulevard',
  dr: 'Drive', drive: 'Drive', ln: 'Lane', lane: 'Lane', ct: 'Court', court: 'Court', pl: 'Place', place: 'Place', sq: 'Square', square: 'Square',
  hwy: 'Highway', highway: 'Highway', pkwy: 'Parkway', parkway: 'Parkway', expy: 'Expressway', expwy: 'Expressway', expressway: 'Expressway',
  fwy: 'Freeway', ter: 'Terrace', terrace: 'Terrace', cir: 'Circle', circle: 'Circle', trl: 'Trail', trail: 'Trail', way: 'Way',
}; // prettier-ignore
const directions: Record<string, string> = {
  N: 'North', S: 'South', E: 'East', W: 'West', NE: 'Northeast', NW: 'Northwest', SE: 'Southeast', SW: 'Southwest',
}; // prettier-ignore
const states: Record<string, string> = {
  AL: 'Alabama', AK: 'Alaska', AZ: 'Arizona', AR: 'Arkansas', CA: 'California', CO: 'Colorado', CT: 'Connecticut', DE: 'Delaware',
  FL: 'Florida', GA: 'Georgia', HI: 'Hawaii', ID: 'Idaho', IL: 'Illinois', IN: 'Indiana', IA: 'Iowa', KS: 'Kansas', KY: 'Kentucky',
  LA: 'Louisiana', ME: 'Maine', MD: 'Maryland', MA: 'Massachusetts', MI: 'Michigan', MN: 'Minnesota', MS: 'Mississippi', MO: 'Missouri',
  MT: 'Montana', NE: 'Nebraska', NV: 'Nevada', NH: 'New Hampshire', NJ: 'New Jersey', NM: 'New Mexico', NY: 'New York',
  NC: 'North Carolina', ND: 'North Dakota', OH: 'Ohio', OK: 'Oklahoma', OR: 'Oregon', PA: 'Pennsylvania', RI: 'Rhode Island',
  SC: 'South Carolina', SD: 'South Dakota', TN: 'Tennessee', TX: 'Texas', UT: 'Utah', VT: 'Vermont', VA: 'Virginia', WA: 'Washington',
  WV: 'West Virginia', WI: 'Wisconsin', WY: 'Wyoming', DC: 'D C',
}; // prettier-ignore

const kind = Object.keys(kinds)
  .sort((a, b) => b.length - a.length)
  .map((name) => `[${name[0]?.toUpperCase()}${name[0]}]${name.slice(1)}`)
  .join('|');
const direction = '(?:NE|NW|SE|SW|[NSEW])';
const name = String.raw`(?:\p{Lu}[\p{L}']+|\d{1,3}(?:st|nd|rd|th))`;
const street = new RegExp(
  String.raw`(?<![\p{L}\d.,$€£-])(\d{1,5}[A-Z]?) (?:(${direction})\.? )?(${name}(?: ${name}){0,3}?) (${kind})(?![\p{L}'-])(\.?)(?: (${direction})(?![\p{L}.]))?`,
  'gu',
);
const state = new RegExp(
  String.raw`(?<=\p{Lu}\p{Ll}{1,20}(?:, ?| ))(${Object.keys(states).join('|')}),? (\d{5})(?:-(\d{4}))?(?!\d|[,-]\d)|(?<=\p{Lu}\p{Ll}{1,20}, )(${Object.keys(
    states,
  )
    .filter((code) => !['OK', 'IN', 'ME', 'HI', 'OR'].includes(code))
    .join('|')})(?![\p{L}\d'&-])`,
  'gu',
);
/** British: SW1A 1AA. */
const postcode = /(?<![\p{L}\d])([A-Z]{1,2}\d[A-Z\d]?) (\d[A-Z]{2})(?![\p{L}\d])/gu;

/** `1428 Elm St., Austin, TX 78701` -> "fourteen twenty-eight Elm Street, Austin, Texas seven eight seven zero one". */
export function readStreetAddresses(text: string): string {
  return text
    .replace(street, (match, number: string, toward: string | undefined, names: string, short: string, dot: string, behind: string | undefined, at: number, whole: string) => {
      const stop = dot !== '' && beginsSentence(whole.slice(at + match.length)) ? '.' : '';
      return `${houseWords(number)} ${toward ? `${directions[toward] ?? toward} ` : ''}${names} ${kinds[short.toLowerCase()] ?? short}${stop}${behind ? ` ${directions[behind] ?? behind}` : ''}`;
    })
    .replace(state, (_, coded: string | undefined, zip: string | undefined, plus: string | undefined, alone: string | undefined) =>
      [states[coded ?? alone ?? ''], ...[zip, plus].filter((digits) => digits !== undefined).map(digitWords)].join(' '),
    )
    .replace(postcode, (_, outward: string, inward: string) => `${singly(outward)}, ${singly(inward)}`); // prettier-ignore
}

/** `7`, `123`, `1428`, `10550`: as pairs, from five digits on singly. */
function houseWords(house: string): string {
  const letter = /[A-Z]$/.exec(house)?.[0];
  if (letter !== undefined) return `${houseWords(house.slice(0, -1))} ${letter}`;
  const number = house;
  const value = Number(number);
  if (number.length > 4) return digitWords(number);
  if (value < 100 || value % 1000 === 0 || number.startsWith('0')) return numberWords(number);
  const rest = value % 100;
  const hundreds = numberWords(String(Math.floor(value / 100)));
  return `${hundreds} ${rest === 0 ? 'hundred' : twoDigitWords(rest)}`;
}

function singly(code: string): string {
  return Array.from(code, (sign) => (/\d/.test(sign) ? digitWords(sign) : sign)).join(' ');
}
