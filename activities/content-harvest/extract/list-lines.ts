/** What begins an item: a bullet, a dash or a star, or a number or letter with a point or a bracket. */
const itemMark = /^(?:([•‣◦▪●○■□·➢➤►▶✓✔\uf0b7\uf0a7–*+-])\s+|\(?(\d{1,3}|[a-z])[.)]\s+(?=\S))/u;

/** A line that begins an item of a list, as the text has items: "• a pot", "1. Water the plant". */
export function listItem(line: string): string | undefined {
  const mark = itemMark.exec(line);
  if (mark === null) return undefined;
  const rest = line.slice(mark[0].length).replace(/^\[[ xX]\]\s+/, '');
  if (!/[\p{L}\p{N}]/u.test(rest)) return undefined;
  return `${mark[2] === undefined ? '•' : `${mark[2]}.`} ${rest}`;
}

/**
 * Whether a block of lines holds a list. One bullet alone can be a dash in speech, one number the end of a sentence;
 * two make a list where they open the block or a colon introduces them.
 */
export function holdsList(lines: readonly string[]): boolean {
  const first = lines.findIndex((line) => itemMark.test(line));
  const items = lines.filter((line) => itemMark.test(line)).length;
  return items >= 3 || (items === 2 && (first === 0 || (lines[first - 1] ?? '').endsWith(':')));
}
