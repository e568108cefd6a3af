/**
 * One entry of the table of coded errors: the HTTP status an edge answers with, the default sentence for a person,
 * and whether the same request can succeed later without being changed.
 */
export type CodeEntry = { status: number; message: string; retryable: boolean };

export function code(status: number, message: string, retryable = false): CodeEntry {
  return { status, message, retryable };
}
