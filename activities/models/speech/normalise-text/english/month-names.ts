export const months = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore

const shorts = ['Jan', 'Feb', 'Mar', 'Apr', 'Jun', 'Jul', 'Aug', 'Sept', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The name or its abbreviation, capitalised, small or in capitals. Use inside larger patterns. */
export const monthName = `(${[...months.map(anyCase), ...shorts.map((short) => `${anyCase(short)}(?!\\p{L})\\.?`)].join('|')})`;

/** Small, these are other words: they are months only with a year beside them. */
export function isWord(name: string): boolean {
  return /^(?:may|march|mar|jan)$/.test(name);
}

/** `sept.` -> "September". */
export function fullMonth(name: string): string {
  const start = name.slice(0, 3).toLowerCase();
  return months.find((month) => month.toLowerCase().startsWith(start)) ?? name;
}

function anyCase(name: string): string {
  const first = name.slice(0, 1);
  const rest = name.slice(1);
  return `(?:[${first}${first.toLowerCase()}]${rest}|${name.toUpperCase()})`;
}
