import { isAdjective } from './adjective.js';
import { isOne, numberPattern, numberStart, numberWords } from './number-words.js';

const number = `${numberStart}(${numberPattern})`;
const metre = new RegExp(
  String.raw`(?<![\p{L}\d.])${number}(?:\s?(?:[-–—]|to)\s?${number})?( ?-?)m(?![\p{L}\d²³^/])`,
  'gu',
);
/** What is counted in millions: a plural, with or without a word between that says which. */
const counted =
  /^ (?:(?:new|more|other|active|young|old|extra|additional|monthly|daily|annual|foreign|paying|registered|American|British|Chinese|Indian|European) )?(?:people|children|men|women|(?!(?:is|was|has|as|this|its|across|does|less|plus|versus|besides|perhaps|always|sometimes|hurdles|races|sprints|upwards|downwards|towards|forwards|backwards|inches|centimeters|centimetres|minus|series)\b)\p{Ll}{2,}s)\b/u;

/** `10m` is ten meters, and ten million before what is counted: "10m visitors". Money has its own reading. */
export function readMetres(text: string): string {
  return text.replace(metre, (match, from: string, upTo: string | undefined, gap: string, at: number, whole: string) => {
    const amount = upTo === undefined ? numberWords(from) : `${numberWords(from)} to ${numberWords(upTo)}`;
    const rest = whole.slice(at + match.length, at + match.length + 60);
    if (gap === '' && counted.test(rest)) return `${amount} million`;
    return `${amount} ${gap.endsWith('-') || isOne(upTo ?? from) || isAdjective(whole, at, at + match.length) ? 'meter' : 'meters'}`;
  }); // prettier-ignore
}
