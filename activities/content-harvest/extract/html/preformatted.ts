/**
 * What a `<pre>` holds: program code (undefined), lines that belong together as a poem's do, or text wrapped by hand.
 */
export function readPreformatted(text: string, isMarkedAsCode: boolean): string[] | undefined {
  if (isMarkedAsCode || isCode(text)) return undefined;
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map((block) => block.split('\n').map((line) => line.trim()))
    .map((lines) => lines.filter((line) => line !== ''))
    .filter((lines) => lines.length > 0)
    .map((lines) => (areVerses(lines) ? lines.join('\n') : lines.join(' ')));
}

/** Short lines, most of which do not go on where a page would wrap them. */
export function areVerses(lines: readonly string[]): boolean {
  if (lines.length < 2 || lines.some((line) => line.length > 90)) return false;
  const capital = lines.filter((line) => /^[\p{Lu}\p{Lo}“"'‘(—–]/u.test(line)).length;
  return capital * 3 >= lines.length * 2;
}

function isCode(text: string): boolean {
  const sample = text.slice(0, 4_000);
  const signs = (sample.match(/[{}()<>=;_$|\\#&[\]/]/g) ?? []).length;
  if (signs > sample.length * 0.03) return true;
  const lines = sample.split('\n').filter((line) => line.trim() !== '');
  const indented = lines.filter((line) => /^(?: {2,}|\t)/.test(line)).length;
  const words = (sample.match(/\p{L}{2,}/gu) ?? []).length;
  return words < lines.length * 2 || (indented * 2 > lines.length && signs > lines.length / 2);
}
