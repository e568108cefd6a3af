import { z } from 'zod';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';
import { isStorableText } from '../../platform/storable.js';

/** A text of 1 to `max` characters; of several faults the first alone is told. */
export function text(max: number) {
  return z
    .string()
    .trim()
    .min(1, { message: 'must not be empty', abort: true })
    .max(max, { message: `must have at most ${max} characters`, abort: true })
    .refine(isStorableText, {
      message: 'must not contain NUL characters or halves of characters',
      abort: true,
    });
}

/** The code of a fault in the field at a path, where the field has one of its own. */
type CodeAt = (path: string[]) => ErrorCode | undefined;

/**
 * Checks a request's body; throws a coded 400 whose details list every fault as `{loc, msg, type}`.
 * @param codeAt applies where all faults have the same; others are API_GW_VALIDATION_ERROR
 */
export function checkBody<Body>(
  schema: z.ZodType<Body>,
  body: unknown,
  codeAt: CodeAt = () => undefined,
): Body {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new AethercastError('API_GW_PAYLOAD_REQUIRED');
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw validationError(parsed.error, codeAt);
}

/** Names every fault as `{loc, msg, type}`; faults of one field have its code. */
export function validationError(error: z.ZodError, codeAt: CodeAt = () => undefined): AethercastError {
  const faults = error.issues.map((issue) => ({
    loc: issue.path.map(String),
    msg: issue.message,
    type: issue.code,
  }));
  const [first] = faults;
  const codes = new Set(faults.map(({ loc }) => codeAt(loc)));
  const [code] = codes.size === 1 ? codes : [];
  const where = first === undefined || first.loc.length === 0 ? 'The body' : `\`${first.loc.join('.')}\``;
  return new AethercastError(code ?? 'API_GW_VALIDATION_ERROR', {
    message: `${where}: ${first?.msg ?? 'not valid'}${faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''}`,
    details: { errors: faults },
  });
}
