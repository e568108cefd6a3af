import { digitWords } from './number-words.js';

/** North American, international with `+`, local `555-0199`, and long codes such as an ISBN. Anything else could be a quantity. */
const phone =
  /(?<![\d.,-])(?:(?:\+?\d{1,3}[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}|\+\d{1,3}(?:[ .-]\(?\d{1,4}\)?){2,5}|\d{3}-\d{4}|\d+(?:-\d+){3,})(?![\d-]|[.,]\d)/g;

/** Digit by digit, with a short pause between groups. */
export function readPhoneNumbers(text: string): string {
  return text.replace(phone, (number) => {
    const groups = number.match(/\d+/g)?.map(digitWords).join(', ') ?? '';
    return number.startsWith('+') ? `plus ${groups}` : groups;
  });
}
