import { z } from 'zod';
import { plainLine, plainText } from '../../platform/plain-text.js';
import { isStorableText } from '../../platform/storable.js';

/** Something to see, and no NUL: as a pattern, since OpenAPI has no `trim`. */
const unseen =
  '\\s\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb';
const visible = `^[^\\u0000]*[^${unseen}][^\\u0000]*$`;

/** Several lines of 1 to `max` characters, trimmed and without control characters. Of several faults only the first is reported. */
export function text(max: number) {
  return cleaned(plainText, max);
}

/** One line: a title, a name, a word. */
export function line(max: number) {
  return cleaned(plainLine, max);
}

function cleaned(clean: (given: string) => string, max: number) {
  return z
    .string()
    .refine(isStorableText, {
      message: 'must not contain NUL characters or halves of characters',
      abort: true,
    })
    .overwrite(clean)
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
    .meta({ maxLength: max, pattern: visible });
}

/** Counts characters, not UTF-16 units: `maxLength` in JSON Schema does, too. */
function isLongerThan(value: string, max: number): boolean {
  return value.length > max && (value.length > 2 * max || [...value].length > max);
}
