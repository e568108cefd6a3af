import { isOne, numberWords, twoDigitWords } from './number-words.js';

const half = String.raw`\s?([ap])\.?\s?m\b(\.?)`;
const clock = new RegExp(
  String.raw`(?<![\d:.])([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d))?(?:\.\d+)?(?![\d:])(?:${half})?(Z\b)?`,
  'gi',
);
/** British: 1.59 p.m. */
const dotted = new RegExp(String.raw`(?<![\d:.,])(1[0-2]|0?[1-9])\.([0-5]\d)${half}`, 'gi');
const hourOnly = new RegExp(String.raw`(?<![\d.:,])(1[0-2]|0?[1-9])${half}`, 'gi');
const bareHalf = /\b([ap])\.m\.(?=(\s+\p{Lu}|\s*$)?)/gu;
/** Up to a time of day: `5pm-7 pm`, `9-5 p.m.`, `9:00-17:30`. */
const span =
  /(?<=\b(?:noon|midnight)|(?<![\d.,:-])\d{1,2}(?::[0-5]\d)?(?:\s?[ap]\.?m\.?)?)\s?[-–—]\s?(?=(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?\s?[ap]\.?\s?m\b)|(?<=\d\s?[ap]\.?m\.?)\s?[-–—]\s?(?=noon\b|midnight\b)|(?<=\d:[0-5]\d)\s?[-–—]\s?(?=\d{1,2}:[0-5]\d(?!\d))/gi;

/** `9:30 a.m.` -> "nine thirty A M", `14:05` -> "fourteen oh five", `9:00` -> "nine o'clock", `2:10:30` -> "two hours ten minutes and thirty seconds". */
export function readTimes(text: string): string {
  return text
    .replace(span, ' to ')
    .replace(clock, readClock)
    .replace(
      dotted,
      (match, h: string, minute: string, letter: string, dot: string, at: number, whole: string) =>
        `${clockWords(Number(h), Number(minute), true)} ${halfWords(letter)}${stop(dot, whole, at + match.length)}`,
    )
    .replace(
      hourOnly,
      (match, h: string, letter: string, dot: string, at: number, whole: string) =>
        `${numberWords(String(Number(h)))} ${halfWords(letter)}${stop(dot, whole, at + match.length)}`,
    )
    .replace(
      bareHalf,
      (_, letter: string, end?: string) => `${halfWords(letter)}${end === undefined ? '' : '.'}`,
    );
}

function readClock(
  match: string,
  hour: string,
  minute: string,
  second: string | undefined,
  letter: string | undefined,
  dot: string | undefined,
  utc: string | undefined,
  at: number,
  text: string,
): string {
  const half = letter ? ` ${halfWords(letter)}${stop(dot ?? '', text, at + match.length)}` : '';
  if (second !== undefined && letter === undefined && utc === undefined)
    return `${counted(hour, 'hour')} ${counted(minute, 'minute')} and ${counted(second, 'second')}`;
  const clock = clockWords(Number(hour), Number(minute), letter !== undefined);
  const seconds = Number(second ?? 0) > 0 ? ` and ${counted(second ?? '', 'second')}` : '';
  const gap = /\p{L}/u.test(text[at + match.length] ?? '') ? ' ' : '';
  return `${clock}${seconds}${half}${utc ? ' U T C' : ''}${gap}`;
}

function counted(digits: string, unit: string): string {
  const number = String(Number(digits));
  return `${numberWords(number)} ${unit}${isOne(number) ? '' : 's'}`;
}

function clockWords(hour: number, minute: number, hasHalf: boolean): string {
  const hours = numberWords(String(hour));
  if (minute > 0) return `${hours} ${twoDigitWords(minute)}`;
  if (hasHalf) return hours;
  return hour >= 1 && hour <= 12 ? `${hours} o'clock` : `${hours} hundred`;
}

function halfWords(letter: string): string {
  return `${letter.toUpperCase()} M`;
}

/** Capitalised words that follow a time within its sentence. */
const goesOn =
  /^\s*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^\s*(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|[A-Z]{2,4}\b|Eastern|Central|Pacific|Mountain)/;

/** The abbreviation's dot ends the sentence too, where the text ends or a capital follows. */
function stop(dot: string, text: string, end: number): string {
  const rest = text.slice(end, end + 40);
  return dot !== '' && /^\s*(?:$|\p{Lu})/u.test(rest) && !goesOn.test(rest) ? '.' : '';
}
