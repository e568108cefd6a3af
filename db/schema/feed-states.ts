import type { ColumnType } from 'kysely';
import type { NullableJson } from './column-types.js';

export type FeedStatesTable = {
  url: string;
  etag: string | null;
  last_modified: string | null;
  articles: ColumnType<unknown, string, string>;
  fault: NullableJson;
  checked_at: ColumnType<Date, Date, Date>;
};
