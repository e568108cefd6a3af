/** Byte positions, both inclusive. */
export type RequestedRange = { start: number; end: number };

/**
 * The one range that a Range header asks for of a file of `size` bytes (RFC 9110 §14), cut to what there is.
 * Undefined for no range, several, another unit or nonsense: then the whole file is the answer.
 */
export function byteRange(
  header: string | undefined,
  size: number,
): RequestedRange | 'unsatisfiable' | undefined {
  const [, first = '', last = ''] = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  if (first === '')
    return Number(last) === 0 ? 'unsatisfiable' : { start: Math.max(0, size - Number(last)), end: size - 1 };
  const start = Number(first);
  const end = last === '' ? size - 1 : Number(last);
  if (end < start && last !== '') return undefined;
  return start < size ? { start, end: Math.min(end, size - 1) } : 'unsatisfiable';
}
