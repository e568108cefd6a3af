// What is wrong with a request, as coded errors.
import type { z } from 'zod';
import { AethercastError } from '../../platform/aethercast-error.js';
import { defined } from '../../platform/defined.js';
import { plainLine } from '../../platform/plain-text.js';
import { shorten } from '../../platform/shorten.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';

/** Codes for the faults of a body or a query. */
export type FaultCodes = {
  /** The body is no JSON object. Default: API_GW_PAYLOAD_REQUIRED. */
  absent?: ErrorCode;
  /** Default: API_GW_VALIDATION_ERROR. */
  other?: ErrorCode;
  /** The code of a fault at a path of what was sent, where it has one of its own. */
  of?: (path: string[], given: Record<string, unknown>) => ErrorCode | undefined;
};

/** For `refine`: a fault of a whole object that has its own code, and that code's message unless one is given. */
export function coded(code: ErrorCode, message?: string): { message: string; params: { code: ErrorCode } } {
  return { message: message ?? '', params: { code } };
}

/** A request can have as many faults as it has values. */
const maxListed = 20;
const maxNamed = 3;
const maxNameLength = 40;

/** What the schema makes of the value; throws a coded 400 whose details list its first faults as `{loc, msg, type}`. */
export function checked<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
  codes: FaultCodes = {},
): z.output<Schema> {
  if (!isObject(given)) throw new AethercastError(codes.absent ?? 'API_GW_PAYLOAD_REQUIRED');
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw validationError(parsed.error, given, codes);
}

function validationError(
  { issues }: z.ZodError,
  given: Record<string, unknown>,
  codes: FaultCodes,
): AethercastError {
  const [only, ...others] = issues;
  const ownCode = others.length === 0 ? codeIn(only) : undefined;
  if (ownCode !== undefined)
    return new AethercastError(ownCode, defined({ message: only?.message || undefined }));
  const faults = issues.map((issue) => ({
    loc: issue.path.map(String),
    msg: messageOf(issue),
    type: issue.code,
  }));
  const [first] = faults;
  const faultCodes = new Set(faults.map(({ loc }) => codes.of?.(loc, given)));
  const [code] = faultCodes.size === 1 ? faultCodes : [];
  const where = first === undefined || first.loc.length === 0 ? 'The body' : `\`${first.loc.join('.')}\``;
  return new AethercastError(code ?? codes.other ?? 'API_GW_VALIDATION_ERROR', {
    message: `${where}: ${first?.msg ?? 'not valid'}${faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''}`,
    details: { errors: faults.slice(0, maxListed), error_count: faults.length },
  });
}

/** Unknown fields are counted, and a few named: there can be thousands, of any length. */
function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'unrecognized_keys') return issue.message;
  const { keys } = issue;
  const named = keys.slice(0, maxNamed).map((key) => `"${nameOf(key)}"`);
  const others = keys.length - named.length;
  const list = [...named, ...(others > 0 ? [`${others} more`] : [])];
  return `has ${keys.length === 1 ? 'a field' : `${keys.length} fields`} that ${keys.length === 1 ? 'is' : 'are'} not known: ${list.join(', ')}`;
}

function nameOf(key: string): string {
  return key.length > maxNameLength ? `${shorten(plainLine(key), maxNameLength)}…` : plainLine(key);
}

/** The code that `coded` gave the fault. */
function codeIn(issue: z.core.$ZodIssue | undefined): ErrorCode | undefined {
  return issue?.code === 'custom' ? (issue.params as { code?: ErrorCode } | undefined)?.code : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
