import { z } from 'zod';
import { isStorableText } from '../../platform/storable.js';

/** Something other than white space, and no NUL: as a pattern, since OpenAPI has no `trim`. */
const visible = '^[^\\u0000]*[^\\s\\ufeff\\u0000][^\\u0000]*$';

/** A text of 1 to `max` characters, trimmed. Of several faults only the first is reported. */
export function text(max: number) {
  return z
    .string()
    .trim()
    .min(1, { message: 'must not be empty', abort: true })
    .check((context) => {
      if (!isLongerThan(context.value, max)) return;
      context.issues.push({
        code: 'too_big',
        origin: 'string',
        maximum: max,
        input: context.value,
        message: `must have at most ${max} characters`,
        continue: false,
      });
    })
    .refine(isStorableText, {
      message: 'must not contain NUL characters or halves of characters',
      abort: true,
    })
    .meta({ maxLength: max, pattern: visible });
}

/** Counts characters, not UTF-16 units: `maxLength` in JSON Schema does, too. */
function isLongerThan(value: string, max: number): boolean {
  return value.length > max && (value.length > 2 * max || [...value].length > max);
}
