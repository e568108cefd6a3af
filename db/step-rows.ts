import type { Selectable } from 'kysely';
import { toColumns, type CamelRow } from './camel-case.js';
import type { EpisodeSegmentsTable } from './schema/episode-segments.js';
import type { GeneratedScriptsTable } from './schema/generated-scripts.js';
import type { PodcastsTable } from './schema/podcasts.js';
import type { SpeechSegmentsTable } from './schema/speech-segments.js';
import type { TopicsSnippetsTable } from './schema/topics-snippets.js';

type Columns<Table, Names extends keyof Selectable<Table>> = CamelRow<Pick<Selectable<Table>, Names>>;

/**
 * Rows that a step's product brings along, written in the statement that ends the step by `write_step_rows`, which knows
 * these columns. Columns of the podcast that are left out keep their value.
 */
export type StepRows = {
  podcast?: Partial<
    Columns<
      PodcastsTable,
      | 'title'
      | 'language'
      | 'script_uri'
      | 'segments_total'
      | 'transcript_uri'
      | 'manifest_uri'
      | 'final_audio_filepath'
      | 'duration_ms'
      | 'audio_bytes'
      | 'audio_sha256'
      | 'stream_bytes'
      | 'stream_sha256'
      | 'cover_uri'
      | 'cover_thumbnail_uri'
      | 'asf_notification_status'
      | 'tts_settings_used'
      | 'warnings'
      | 'file_title'
    >
  >;
  generatedScript?: Columns<
    GeneratedScriptsTable,
    'script_id' | 'topic_hash' | 'structured_script_json' | 'llm_model_used'
  >;
  speechSegment?: Columns<SpeechSegmentsTable, Exclude<keyof SpeechSegmentsTable, 'created_at'>>;
  episodeSegment?: Columns<
    EpisodeSegmentsTable,
    Exclude<keyof EpisodeSegmentsTable, 'workflow_id' | 'created_at'>
  >;
  snippet?: Columns<
    TopicsSnippetsTable,
    | 'id'
    | 'topic_id'
    | 'title'
    | 'summary'
    | 'keywords'
    | 'original_topic_details'
    | 'llm_model_used_for_snippet'
    | 'cover_art_prompt'
  >;
};

/** As `write_step_rows` takes them: one object per table, by SQL's names. */
export function toRowsJson(rows: StepRows): Record<string, unknown> {
  return toColumns(Object.fromEntries(Object.entries(rows).map(([table, row]) => [table, toColumns(row)])));
}
