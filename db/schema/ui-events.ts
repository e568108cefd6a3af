import type { ColumnType, Generated } from 'kysely';
import type { Timestamp } from './column-types.js';

/** Events that programs of ours relay to a client's pages. */
export type UiEventsTable = {
  event_id: Generated<number>;
  client_id: string;
  event_name: string;
  data: ColumnType<unknown, string, never>;
  created_at: Timestamp;
};
