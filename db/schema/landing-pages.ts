import type { JSONColumnType } from 'kysely';
import type { SnippetDataObject } from '../../workflows/contract/topics.js';
import type { Timestamp } from './column-types.js';

/** The last good set of snippets by the categories asked for: sorted, joined by commas; empty: all. */
export type LandingPagesTable = {
  categories: string;
  workflow_id: string;
  snippets: JSONColumnType<SnippetDataObject[]>;
  generated_at: Timestamp;
  /** How many were asked for; fewer means that there were no more, unless it is cut short. */
  wanted: number;
  cut_short: boolean;
  whole_size: number;
};
