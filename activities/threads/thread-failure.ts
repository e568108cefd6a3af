import { AethercastError, type ErrorDetails } from '../../platform/aethercast-error.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';

/** An error as data: on their way between threads and processes errors lose their class and fields. */
export type ThreadFailure =
  | { code: ErrorCode; message: string; details: ErrorDetails }
  | { code?: undefined; message: string; stack: string };

export function asData(error: unknown): ThreadFailure {
  if (error instanceof AethercastError) {
    return { code: error.code, message: error.message, details: error.details };
  }
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  return { message: `${name}: ${message}`, stack };
}

export function asError(failure: ThreadFailure): Error {
  if (failure.code === undefined) return new Error(failure.message, { cause: failure.stack });
  return new AethercastError(failure.code, { message: failure.message, details: failure.details });
}
