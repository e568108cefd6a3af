import { z } from 'zod';
import type { SnippetDataObject, SourceFault, TopicObject } from '../../workflows/contract/topics.js';

export const topicSchema = z
  .object({
    topic_id: z.uuid(),
    title_suggestion: z.string(),
    summary: z.string().describe('At most 250 characters.'),
    keywords: z.array(z.string()),
    potential_sources: z.array(z.object({ url: z.string(), title: z.string(), source_name: z.string() })),
    relevance_score: z.number().describe('0 to 1.'),
    publication_date: z.string().exactOptional(),
    category_suggestion: z.string(),
    source_feed_name: z
      .string()
      .describe(
        'The feed, `news_api_org`, `searxng`, or `sample_library` when nothing else could be reached.',
      ),
    timestamp_discovered: z.string(),
    original_topic_details: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Topic' }) satisfies z.ZodType<TopicObject>;

export const snippetSchema = z
  .object({
    snippet_id: z.uuid(),
    topic_id: z.uuid(),
    title: z.string(),
    summary: z.string(),
    text_content: z.string(),
    cover_art_prompt: z.string(),
    image_url: z.string().nullable().describe('Null when no cover could be made.'),
    thumbnail_url: z.string().nullable(),
    generation_timestamp: z.string(),
    llm_model_used: z.string(),
    llm_prompt_used: z.string().nullable(),
    original_topic_details_from_tda: topicSchema,
    keywords: z.array(z.string()),
    audio_url: z.null(),
  })
  .meta({ id: 'Snippet' }) satisfies z.ZodType<SnippetDataObject>;

export const faultSchema = z
  .object({ feed: z.string(), code: z.string(), message: z.string() })
  .meta({ id: 'SourceFault' }) satisfies z.ZodType<SourceFault>;

export const discoveryStatus = z.enum(['completed', 'completed_with_errors']);
