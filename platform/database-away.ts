import { errorCode } from './error-code.js';

/**
 * Classes of SQLSTATE (their first two characters) that say nothing about what was asked, so that the same thing can
 * succeed later: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const awayClasses = new Set([
  '08', // connection exception
  '40', // serialization failure, deadlock
  '53', // insufficient resources: a full disk, memory, too many connections
  '57', // operator intervention: shutting down, starting up, cancelled by an administrator
  '58', // system error: I/O
  'XX', // internal error: damaged data, and what PostgreSQL has no class for, such as an exceeded quota of the disk
]);

/** The same of single states. */
const awayStates = new Set([
  '25006', // a standby, or a database that was set to read-only
  '25P03', // a transaction that was idle for too long, as on a machine that was suspended
  '25P04', // a transaction that took too long
  '55P03', // a lock that was not free in time
]);

/** Of sockets and of the look-up of names: a container that is being replaced has no name for a while. */
const awayCodes = new Set([
  'ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'EHOSTDOWN', 'ENETUNREACH',
  'ENETDOWN', 'EAI_AGAIN', 'ENOTFOUND',
]); // prettier-ignore

/** pg and pg-pool report their own time-outs and cut connections as plain errors without a code. */
const awaySentence =
  /^(timeout exceeded when trying to connect|timeout expired|Connection terminated|Query read timeout|Client has encountered a connection error|Client was closed)/;

/** Whether the error says that the database cannot serve anyone for now, or could not be reached. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = errorCode(error);
  if (code === undefined) return awaySentence.test(error.message);
  const state = sqlState(error);
  if (state !== undefined) return awayClasses.has(state.slice(0, 2)) || awayStates.has(state);
  return awayCodes.has(code);
}

/** The SQLSTATE of an error that PostgreSQL reported: it always has a severity, which errors of sockets do not have. */
export function sqlState(error: unknown): string | undefined {
  return error instanceof Error && 'severity' in error ? errorCode(error) : undefined;
}
