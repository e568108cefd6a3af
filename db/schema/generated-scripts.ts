import type { ColumnType, JSONColumnType } from 'kysely';
import type { Timestamp } from './column-types.js';

export type GeneratedScriptsTable = {
  script_id: string;
  topic_hash: string;
  structured_script_json: JSONColumnType<object>;
  generation_timestamp: Timestamp;
  llm_model_used: string | null;
  last_accessed_timestamp: ColumnType<Date, never, Date>;
};
