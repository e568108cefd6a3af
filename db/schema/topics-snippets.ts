import type { ColumnType } from 'kysely';
import type { PotentialSource } from '../../workflows/contract/topics.js';
import type { NullableJson } from './column-types.js';

/** Topics and snippets; the columns below `relevance_score` are those of topics. */
export type TopicsSnippetsTable = {
  id: string;
  type: 'topic' | 'snippet';
  /** Of a snippet. */
  topic_id: string | null;
  title: string;
  summary: string | null;
  keywords: NullableJson<string[]>;
  source_url: string | null;
  source_name: string | null;
  /** Of a snippet: the whole topic. */
  original_topic_details: NullableJson<Record<string, unknown>>;
  llm_model_used_for_snippet: string | null;
  cover_art_prompt: string | null;
  image_url: string | null;
  generation_timestamp: ColumnType<Date, Date | string | undefined, Date | string>;
  last_accessed_timestamp: ColumnType<Date | null, Date | string | undefined, Date | string>;
  relevance_score: number | null;
  category: string | null;
  published_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  source_feed_name: string | null;
  potential_sources: NullableJson<PotentialSource[]>;
  search_vector: ColumnType<string, never, never>;
};
