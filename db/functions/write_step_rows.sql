-- Writes the rows that a step produced; `p_rows` holds one object per table.
create or replace function write_step_rows(p_workflow uuid, p_rows jsonb) returns void language plpgsql as $$
begin
  if p_rows ? 'podcast' then
    perform write_podcast_row(p_workflow, p_rows->'podcast');
  end if;
  if p_rows ? 'generated_script' then
    insert into generated_scripts (script_id, topic_hash, structured_script_json, llm_model_used)
      select r.script_id, r.topic_hash, r.structured_script_json, r.llm_model_used
      from jsonb_populate_record(null::generated_scripts, p_rows->'generated_script') r
      on conflict (topic_hash) do update set script_id = excluded.script_id,
        structured_script_json = excluded.structured_script_json, llm_model_used = excluded.llm_model_used,
        generation_timestamp = now(), last_accessed_timestamp = now();
  end if;
  if p_rows ? 'speech_segment' then
    insert into speech_segments (speech_key, media_uri, sha256, bytes, frames, duration_ms, loudness_lufs,
        true_peak_dbtp, provider, model, voice)
      select r.speech_key, r.media_uri, r.sha256, r.bytes, r.frames, r.duration_ms, r.loudness_lufs,
        r.true_peak_dbtp, r.provider, r.model, r.voice
      from jsonb_populate_record(null::speech_segments, p_rows->'speech_segment') r
      -- Changes nothing; it locks the row, so that the deletion of another episode with the same line sees this one.
      on conflict (speech_key) do update set speech_key = excluded.speech_key;
  end if;
  if p_rows ? 'episode_segment' then
    insert into episode_segments (workflow_id, seq, line_id, speaker, speech_key, media_uri, sha256, bytes, frames,
        duration_ms)
      select p_workflow, r.seq, r.line_id, r.speaker, r.speech_key, r.media_uri, r.sha256, r.bytes, r.frames,
        r.duration_ms
      from jsonb_populate_record(null::episode_segments, p_rows->'episode_segment') r
      on conflict (workflow_id, seq) do nothing;
  end if;
  if p_rows ? 'snippet' then
    insert into topics_snippets (id, type, topic_id, title, summary, keywords, original_topic_details,
        llm_model_used_for_snippet, cover_art_prompt, image_url)
      select r.id, 'snippet', r.topic_id, r.title, r.summary, r.keywords, r.original_topic_details,
        r.llm_model_used_for_snippet, r.cover_art_prompt, r.image_url
      from jsonb_populate_record(null::topics_snippets, p_rows->'snippet') r
      on conflict (id) do update set title = excluded.title, summary = excluded.summary,
        keywords = excluded.keywords, original_topic_details = excluded.original_topic_details,
        llm_model_used_for_snippet = excluded.llm_model_used_for_snippet,
        cover_art_prompt = excluded.cover_art_prompt,
        image_url = coalesce(excluded.image_url, topics_snippets.image_url), generation_timestamp = now();
  end if;
end $$;
