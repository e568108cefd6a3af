/** Nobody's preferences are nested deeper than this. */
export const deepest = 20;

/** PostgreSQL's text and JSON hold neither NUL nor half of a surrogate pair. */
export function isStorableText(value: string): boolean {
  return !value.includes('\0') && !/\p{Surrogate}/u.test(value);
}

/** The same for JSON of any shape; level by level, since a megabyte of brackets would overflow a recursion. */
export function isStorable(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return false;
    const strings = level.filter((item) => typeof item === 'string');
    const objects = level.filter((item) => typeof item === 'object' && item !== null);
    if (!strings.every(isStorableText)) return false;
    if (!objects.flatMap((item) => (Array.isArray(item) ? [] : Object.keys(item))).every(isStorableText))
      return false;
    level = objects.flatMap((item): unknown[] => Object.values(item));
  }
  return true;
}
