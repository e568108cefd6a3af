// Groups of digits as other countries write them, turned into `1,234.5`. Where a form could be read both ways, the American reading holds.

const apostrophes = /(?<![\d.,'])\d{1,3}(?:'\d{3})+(?![\d'])/g;
const dots = /(?<![\d.,])\d{1,3}(?:\.\d{3}){2,}(?![.\d]*\d)(?:,(\d{1,2})(?!\d))?/g;
const dotAndComma = /(?<![\d.,])(\d{1,3}\.\d{3}),(\d{1,2})(?![\d,])/g;
/** South Asian: 12,34,567. */
const lakhs = /(?<![\d.,])\d{1,2}(?:,\d{2})+,\d{3}(?![\d,]*\d)/g;
/** A comma before two digits, or before one where money or a unit makes it an amount. */
const decimalComma =
  /(?<![\d.,])(\d{1,4}),(?:(\d{2})(?!\d|[,.:/-]\d| (?:and|or|&) \d)|(\d)(?=\s?(?:[€%°]|EUR\b|[kcm]m\b|kg\b|m\b)))/g;

/** `12'000` -> `12,000`, `1.234.567` -> `1,234,567`, `1.234,50` -> `1,234.50`, `12,34,567` -> `1,234,567`, `27,50` -> `27.50`. */
export function readGroupings(text: string): string {
  return text
    .replace(apostrophes, (number) => number.replaceAll("'", ','))
    .replace(dots, (number, decimals?: string) =>
      decimals === undefined
        ? number.replaceAll('.', ',')
        : `${number.slice(0, -decimals.length - 1).replaceAll('.', ',')}.${decimals}`,
    )
    .replace(dotAndComma, (_, whole: string, decimals: string) => `${whole.replace('.', ',')}.${decimals}`)
    .replace(lakhs, (number) => Number(number.replaceAll(',', '')).toLocaleString('en-US'))
    .replace(decimalComma, (_, whole: string, two?: string, one?: string) => `${whole}.${two ?? one ?? ''}`);
}
