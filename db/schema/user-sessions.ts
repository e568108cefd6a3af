import type { ColumnType } from 'kysely';
import type { Timestamp } from './column-types.js';

export type UserSessionsTable = {
  session_id: string;
  user_id: string | null;
  created_timestamp: Timestamp;
  last_seen_timestamp: ColumnType<Date, never, Date>;
  preferences_json: ColumnType<Record<string, unknown>, string | undefined, string>;
};
