import { sql, type Kysely } from 'kysely';

/** Episodes and what they are made of: uploads, topics, scripts, spoken segments. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table topics_snippets (
      id uuid primary key default gen_random_uuid(),
      type varchar(50) not null check (type in ('topic', 'snippet')),
      title text not null,
      summary text,
      keywords jsonb,
      source_url text,
      source_name text,
      original_topic_details jsonb,
      llm_model_used_for_snippet varchar(255),
      cover_art_prompt text,
      image_url text,
      generation_timestamp timestamptz not null default now(),
      last_accessed_timestamp timestamptz,
      relevance_score real
    );

    create table uploads (
      upload_id uuid primary key,
      owner_id uuid not null,
      media_uri text not null,
      bytes bigint not null,
      sha256 text not null,
      document_type text not null,
      filename text,
      created_at timestamptz not null default now()
    );
    create index idx_uploads_owner on uploads (owner_id);

    create table generated_scripts (
      script_id text primary key,
      topic_hash text not null unique,
      structured_script_json jsonb not null,
      generation_timestamp timestamptz not null default now(),
      llm_model_used text,
      last_accessed_timestamp timestamptz not null default now()
    );

    create table podcasts (
      podcast_id uuid primary key references workflow_instances on delete cascade,
      topic text not null,
      cpoa_status varchar(80) not null,
      cpoa_error_message text,
      final_audio_filepath text,
      stream_id text,
      asf_websocket_url text,
      asf_notification_status text,
      task_created_timestamp timestamptz not null default now(),
      last_updated_timestamp timestamptz not null default now(),
      cpoa_full_orchestration_log jsonb not null default '[]',
      tts_settings_used jsonb,
      title text,
      language text,
      script_uri text,
      transcript_uri text,
      manifest_uri text,
      segments_total int,
      duration_ms bigint,
      audio_bytes bigint,
      audio_sha256 text,
      warnings jsonb not null default '[]',
      pause_count int not null default 0
    );
    create index idx_podcasts_created on podcasts (task_created_timestamp desc);

    create table speech_segments (
      speech_key text primary key,
      media_uri text not null,
      sha256 text not null,
      bytes int not null,
      frames int not null,
      duration_ms double precision not null,
      loudness_lufs double precision,
      true_peak_dbtp double precision,
      provider text not null,
      model text not null,
      voice text not null,
      created_at timestamptz not null default now()
    );

    create table episode_segments (
      workflow_id uuid not null references workflow_instances on delete cascade,
      seq int not null,
      line_id text not null,
      speaker text not null,
      speech_key text not null,
      media_uri text not null,
      sha256 text not null,
      bytes int not null,
      frames int not null,
      duration_ms double precision not null,
      created_at timestamptz not null default now(),
      primary key (workflow_id, seq)
    );
    create index idx_episode_segments_speech_key on episode_segments (speech_key);
  `.execute(db);
}
