import type { ColumnType } from 'kysely';
import type { NullableJson } from './column-types.js';

export type FeedStatesTable = {
  url: string;
  etag: string | null;
  last_modified: string | null;
  articles: ColumnType<FeedArticle[], string, string>;
  fault: NullableJson<{ code: string; message: string }>;
  checked_at: ColumnType<Date, Date, Date>;
};

/** One entry of a feed, as plain text. */
export type FeedArticle = { url: string; title: string; summary: string; published_at?: string };
