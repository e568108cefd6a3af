import { digitWords, numberWords } from './number-words.js';

/** North American, international with `+`, local `555-0199`, social security, and long codes such as an ISBN. Anything else could be a quantity. */
const phone =
  /(?<![\d.,-])(?:(?:\+?\d{1,3}[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}|\+\d{1,3}(?:[ .-]\(?\d{1,8}\)?){2,5}|\d{3}-\d{4}|\d{3}-\d\d-\d{4}|\d+(?:-\d+){3,})(?![\d-]|[.,]\d)/g;
const card = /(?<![\d.,-])\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?![\d-])/g;
const ip = /(?<![\d.]|\bv|\bversion )(\d{1,3}(?:\.\d{1,3}){3})(?::(\d{1,5}))?(?![\d:]|\.\d)/gi;
/** Words that a code follows, however short it is. */
const named =
  /(?<=\b(?:(?:card|account|number|phone) (?:that )?(?:ending|ends) (?:in|with)|(?:pin|otp|code|passcode|password|zip|extension|ext\.)(?: number| code)?(?: is| was|:)?) )\d{3,15}(?![\d.,:-]*\d)/gi;

/** Numbers with words in them: 1-800-FLOWERS. */
const tollFree = /(?<![\d.,-])1-(8\d\d|900)-(?=[A-Z\d])/g;

/** Phone, card and IP numbers and codes digit by digit, with a short pause between groups. */
export function readCodes(text: string): string {
  return text
    .replace(ip, (match, address: string, port?: string) => {
      const parts = address.split('.');
      if (parts.some((part) => Number(part) > 255)) return match;
      return `${parts.map(digitWords).join(' dot ')}${port === undefined ? '' : ` port ${digitWords(port)}`}`;
    })
    .replace(card, groupWords)
    .replace(phone, (number) => (number.startsWith('+') ? `plus ${groupWords(number)}` : groupWords(number)))
    .replace(tollFree, (_, area: string) => `one, ${numberWords(area)}, `)
    .replace(named, digitWords);
}

function groupWords(number: string): string {
  return number.match(/\d+/g)?.map(digitWords).join(', ') ?? '';
}
