import type { ColumnType, Generated } from 'kysely';
import type { Timestamp } from './column-types.js';

/** What is still to be taken away after a deletion. */
export type ErasuresTable = {
  erasure_id: Generated<number>;
  workflow_id: string | null;
  engine_id: string | null;
  media_uris: string[];
  asked_at: Timestamp;
  carried_out_at: ColumnType<Date | null, Date | undefined, Date>;
};
