import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Timestamp } from './column-types.js';

export type PodcastsTable = {
  podcast_id: string;
  topic: string;
  cpoa_status: string;
  cpoa_error_message: string | null;
  final_audio_filepath: string | null;
  stream_id: Generated<string>;
  asf_websocket_url: string | null;
  asf_notification_status: string | null;
  task_created_timestamp: Timestamp;
  last_updated_timestamp: Timestamp;
  cpoa_full_orchestration_log: JSONColumnType<StageEntry[]>;
  tts_settings_used: JSONColumnType<Record<string, unknown>> | null;
  title: string | null;
  language: string | null;
  script_uri: string | null;
  transcript_uri: string | null;
  manifest_uri: string | null;
  cover_uri: string | null;
  cover_thumbnail_uri: string | null;
  segments_total: number | null;
  duration_ms: number | null;
  audio_bytes: number | null;
  audio_sha256: string | null;
  stream_bytes: number | null;
  stream_sha256: string | null;
  warnings: JSONColumnType<{ code: string; message: string }[]>;
  pause_count: number;
  public: boolean;
  given_title: string | null;
  file_title: string | null;
  file_written_at: ColumnType<Date | null, never, never>;
  first_public_at: ColumnType<Date | null, Date | null, Date | null>;
};

/** One line of the orchestration log. */
export type StageEntry = {
  timestamp: string;
  stage: string;
  message: string;
  status: string;
  run: number;
  error_code?: string;
};
