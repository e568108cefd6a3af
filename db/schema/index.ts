// The tables as TypeScript sees them. Column names are SQL's; the query modules beside this file map them once.
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

/** Read as ISO string, written by the database. */
type Timestamp = ColumnType<Date, never, never>;
type NullableJson = ColumnType<unknown, string | null, string | null>;

export type OverallStatus =
  'pending' | 'in_progress' | 'completed' | 'completed_with_errors' | 'failed' | 'cancelled';

export type WorkflowInstancesTable = {
  workflow_id: string;
  user_id: string | null;
  trigger_event_type: string;
  trigger_event_details_json: NullableJson;
  overall_status: OverallStatus;
  start_timestamp: Timestamp;
  end_timestamp: Timestamp | null;
  last_updated_timestamp: Timestamp;
  context_data_json: NullableJson;
  error_code: string | null;
  error_message: string | null;
  idempotency_key: string;
  run_number: number;
  deleted_at: ColumnType<Date | null, never, Date>;
};

export type TaskInstancesTable = {
  task_id: Generated<string>;
  workflow_id: string;
  external_celery_task_id: string | null;
  agent_name: string;
  task_order: number;
  status: 'pending' | 'dispatched' | 'in_progress' | 'completed' | 'failed' | 'skipped';
  input_params_json: NullableJson;
  output_result_summary_json: NullableJson;
  error_details_json: NullableJson;
  start_timestamp: Timestamp | null;
  end_timestamp: Timestamp | null;
  last_updated_timestamp: Timestamp;
  retry_count: number;
  activity_id: string;
  run_number: number;
  attempt: number;
};

export type IdempotencyKeysTable = {
  owner_id: string;
  task_name: string;
  idempotency_key: string;
  workflow_id: string | null;
  created_at: Timestamp;
  locked_at: Timestamp | null;
  status: 'processing' | 'completed' | 'failed';
  result_payload: NullableJson;
  error_payload: NullableJson;
  fingerprint: Buffer | null;
  lock_owner: string | null;
  lock_run: number | null;
  lock_attempt: number | null;
};

export type AuditHeadsTable = { workflow_id: string; seq: number; hash: Buffer };

export type AuditLogTable = {
  workflow_id: string;
  seq: number;
  entry: string;
  prev_hash: Buffer;
  hash: Buffer;
};

export type UploadsTable = {
  upload_id: string;
  owner_id: string;
  media_uri: string;
  bytes: number;
  sha256: string;
  document_type: string;
  filename: string | null;
  created_at: Timestamp;
};

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

/** Topics and snippets; the columns below `relevance_score` are those of topics. */
export type TopicsSnippetsTable = {
  id: string;
  type: 'topic' | 'snippet';
  /** Of a snippet. */
  topic_id: string | null;
  title: string;
  summary: string | null;
  keywords: NullableJson;
  source_url: string | null;
  source_name: string | null;
  original_topic_details: NullableJson;
  llm_model_used_for_snippet: string | null;
  cover_art_prompt: string | null;
  image_url: string | null;
  generation_timestamp: ColumnType<Date, Date | string | undefined, Date | string>;
  last_accessed_timestamp: ColumnType<Date | null, Date | string | undefined, Date | string>;
  relevance_score: number | null;
  category: string | null;
  published_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  source_feed_name: string | null;
  potential_sources: NullableJson;
  search_vector: ColumnType<string, never, never>;
};

/** The last good set of snippets by the categories asked for: sorted, joined by commas; empty: all. */
export type LandingPagesTable = {
  categories: string;
  workflow_id: string;
  snippets: JSONColumnType<object[]>;
  generated_at: Timestamp;
  /** How many were asked for; fewer means that there were no more, unless it is cut short. */
  wanted: number;
  cut_short: boolean;
  whole_size: number;
};

export type FeedStatesTable = {
  url: string;
  etag: string | null;
  last_modified: string | null;
  articles: ColumnType<unknown, string, string>;
  fault: NullableJson;
  checked_at: ColumnType<Date, Date, Date>;
};

export type GeneratedScriptsTable = {
  script_id: string;
  topic_hash: string;
  structured_script_json: JSONColumnType<object>;
  generation_timestamp: Timestamp;
  llm_model_used: string | null;
  last_accessed_timestamp: ColumnType<Date, never, Date>;
};

export type SpeechSegmentsTable = {
  speech_key: string;
  media_uri: string;
  sha256: string;
  bytes: number;
  frames: number;
  duration_ms: number;
  loudness_lufs: number | null;
  true_peak_dbtp: number | null;
  provider: string;
  model: string;
  voice: string;
  created_at: Timestamp;
};

export type EpisodeSegmentsTable = {
  workflow_id: string;
  seq: number;
  line_id: string;
  speaker: string;
  speech_key: string;
  media_uri: string;
  sha256: string;
  bytes: number;
  frames: number;
  duration_ms: number;
  created_at: Timestamp;
};

/** Single-use tickets of the streamer's channels, by the hash of what the client holds. */
export type StreamTicketsTable = {
  ticket_hash: Buffer;
  channel: 'audio' | 'ui';
  owner_id: string;
  podcast_id: string | null;
  client_id: string | null;
  origin: string | null;
  expires_at: ColumnType<Date, Date, never>;
};

/** Events that programs of ours relay to a client's pages. */
export type UiEventsTable = {
  event_id: Generated<number>;
  client_id: string;
  event_name: string;
  data: ColumnType<unknown, string, never>;
  created_at: Timestamp;
};

export type ProviderCallsTable = {
  token: string;
  run_number: number;
  attempt: number;
  phase: 'intent' | 'settled';
  workflow_id: string;
  provider: string;
  model: string;
  unit: string;
  units: number;
  unit_price_usd: number;
  price_version: string;
  outcome: 'succeeded' | 'failed' | 'recovered' | null;
  recorded_at: Timestamp;
};

export type UsersTable = {
  user_id: Generated<string>;
  username: string;
  email: string;
  hashed_password: string;
  created_at: Timestamp;
};

export type UserSessionsTable = {
  session_id: string;
  user_id: string | null;
  created_timestamp: Timestamp;
  last_seen_timestamp: ColumnType<Date, never, Date>;
  preferences_json: ColumnType<Record<string, unknown>, string | undefined, string>;
};

export type SubscribersTable = {
  subscriber_id: Generated<string>;
  email: string;
  lookup_email: string;
  subscribed_at: ColumnType<Date, never, Date>;
  confirmed_at: ColumnType<Date | null, never, Date>;
  digested_until: ColumnType<Date, never, Date>;
};

export type MailsTable = {
  mail_id: Generated<string>;
  subscriber_id: string;
  kind: 'confirmation' | 'digest';
  state: ColumnType<'pending' | 'sent' | 'dropped' | 'refused', never, 'sent' | 'dropped' | 'refused'>;
  created_at: Timestamp;
  handed_over_at: ColumnType<Date | null, never, Date>;
  ended_at: ColumnType<Date | null, never, Date>;
  period_start: ColumnType<Date | null, never, never>;
  period_end: ColumnType<Date | null, never, never>;
};

export type SubscriberTokensTable = {
  token_hash: Buffer;
  subscriber_id: string;
  purpose: 'confirm' | 'unsubscribe';
  expires_at: ColumnType<Date | null, Date | null, never>;
};

export type Schema = {
  users: UsersTable;
  user_sessions: UserSessionsTable;
  subscribers: SubscribersTable;
  mails: MailsTable;
  subscriber_tokens: SubscriberTokensTable;
  workflow_instances: WorkflowInstancesTable;
  task_instances: TaskInstancesTable;
  idempotency_keys: IdempotencyKeysTable;
  audit_heads: AuditHeadsTable;
  audit_log: AuditLogTable;
  uploads: UploadsTable;
  podcasts: PodcastsTable;
  topics_snippets: TopicsSnippetsTable;
  landing_pages: LandingPagesTable;
  feed_states: FeedStatesTable;
  generated_scripts: GeneratedScriptsTable;
  speech_segments: SpeechSegmentsTable;
  episode_segments: EpisodeSegmentsTable;
  provider_calls: ProviderCallsTable;
  stream_tickets: StreamTicketsTable;
  ui_events: UiEventsTable;
};
