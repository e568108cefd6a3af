-- Writes what a step learnt about its episode; columns that it does not name keep their value.
create or replace function write_podcast_row(p_workflow uuid, p_row jsonb) returns void language plpgsql as $$
begin
  update podcasts p set
      title = coalesce(p.given_title, r.title, p.title), file_title = coalesce(r.file_title, p.file_title), language = coalesce(r.language, p.language),
      script_uri = coalesce(r.script_uri, p.script_uri), segments_total = coalesce(r.segments_total, p.segments_total),
      transcript_uri = coalesce(r.transcript_uri, p.transcript_uri),
      manifest_uri = coalesce(r.manifest_uri, p.manifest_uri),
      final_audio_filepath = coalesce(r.final_audio_filepath, p.final_audio_filepath),
      duration_ms = coalesce(r.duration_ms, p.duration_ms), audio_bytes = coalesce(r.audio_bytes, p.audio_bytes),
      audio_sha256 = coalesce(r.audio_sha256, p.audio_sha256),
      stream_bytes = coalesce(r.stream_bytes, p.stream_bytes),
      stream_sha256 = coalesce(r.stream_sha256, p.stream_sha256),
      cover_uri = coalesce(r.cover_uri, p.cover_uri),
      cover_thumbnail_uri = coalesce(r.cover_thumbnail_uri, p.cover_thumbnail_uri),
      asf_notification_status = coalesce(r.asf_notification_status, p.asf_notification_status),
      tts_settings_used = coalesce(r.tts_settings_used, p.tts_settings_used),
      warnings = coalesce(r.warnings, p.warnings), last_updated_timestamp = now()
    from jsonb_populate_record(null::podcasts, p_row) r where p.podcast_id = p_workflow;
end $$;
