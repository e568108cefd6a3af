import { errorCode } from './error-code.js';

/** Codes of PostgreSQL and of sockets that mean: the database is away for now, nothing is wrong with what was asked. */
const awayCodes = new Set([
  'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03', '53300', '08006', '08003', '08001',
]); // prettier-ignore

/** pg and pg-pool report their own time-outs and cut connections as plain errors without a code. */
const awaySentence = /^(timeout exceeded when trying to connect|Connection terminated|Query read timeout)/;

/** Whether the error says that the database could not be reached, so that the same thing can succeed later. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = errorCode(error);
  return code === undefined ? awaySentence.test(error.message) : awayCodes.has(code);
}
