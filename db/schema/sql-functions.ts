import type { Timestamp } from './column-types.js';

/** One row: which functions of `db/functions` are installed. */
export type SqlFunctionsTable = {
  release: number;
  sha256: string;
  installed_at: Timestamp;
};
