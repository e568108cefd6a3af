import { toNfc } from '../../../text/to-nfc.js';

/** Characters that mean the same as a plainer one. */
const plainer: [RegExp, string][] = [
  [/[\u2018\u2019\u201a\u201b\u2032\u00b4\u02bc\ua78b\ua78c]/g, "'"],
  [/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g, '"'],
  [/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, ''],
  [/[\u2010\u2011]/g, '-'],
  [/\u2012/g, '\u2013'],
  [/\u2015/g, '\u2014'],
  [/(?<=\d)\u2212(?=\d)/g, ' minus '],
  [/\u2212/g, '-'],
  [/\u2026/g, '...'],
  [/[\u00a9\u00ae\u2122\u2120]/g, ''],
  [/\u2116\s?/g, 'No. '],
  [/\u03bc/g, '\u00b5'],
];

/** A digit in a box is a picture, too. */
const keycap = /[\d#*]\ufe0f?\u20e3/g;

/** Pictures and what modifies them: skin tones, joiners, flags, keycaps. */
const emoji =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u{fe00}-\u{fe0f}\u{20e3}\u{e0020}-\u{e007f}]/gu;

/** One form for each character, of any language: composed letters, plain quotes, hyphens, spaces; no emoji. */
export function tidyCharacters(text: string): string {
  let tidy = toNfc(text);
  for (const [pattern, plain] of plainer) tidy = tidy.replace(pattern, plain);
  return tidy
    .replace(/(?<=\d)[\u00bc-\u00be\u2150-\u215e]/g, ' $&')
    .replace(/[\u00bc-\u00be\u2150-\u215e]/g, (fraction) => fraction.normalize('NFKC').replace('\u2044', '/'))
    .replace(/[\u2080-\u2089\u2460-\u2473\u2160-\u217f\uff01-\uff5e\ufb00-\ufb06\u2103\u2109]/g, (form) =>
      form.normalize('NFKC'),
    )
    .replace(keycap, ' ')
    .replace(emoji, ' ')
    .replace(/\p{Cc}|\s/gu, ' ');
}
