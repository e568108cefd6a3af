import { z } from 'zod';
import { podcastScriptView } from '../podcasts/script-schema.js';
import { faultSchema, snippetSchema, topicSchema } from '../discovery/snippet-schemas.js';

export const acceptedTask = z
  .object({
    message: z.string(),
    task_id: z.uuid(),
    status_url: z.string(),
    idempotency_key_processed: z.string(),
  })
  .meta({ id: 'TaskAccepted' });

/** What the agents' tasks end with. */
export const taskResults = {
  discover_topics: z
    .object({
      status: z.literal('success'),
      discovered_topics: z.array(topicSchema),
      faults: z.array(faultSchema),
      message: z.string().exactOptional(),
      topics: z.array(topicSchema).exactOptional().describe('Empty where none were found.'),
    })
    .meta({ id: 'DiscoveredTopics' }),
  craft_snippet: snippetSchema,
  weave_script: z
    .union([
      z.object({ script_data: podcastScriptView, status_for_metric: z.string() }),
      z.object({ error: z.string(), message: z.string(), topic: z.string() }),
    ])
    .meta({ id: 'WovenScript' }),
  forge_voice: z
    .object({
      status: z.enum(['success', 'skipped', 'error']),
      message: z.string(),
      audio_filepath: z.string().nullable().describe('Address in the media store.'),
      audio_duration_seconds: z.number().exactOptional(),
      audio_bytes: z.number().int().exactOptional(),
      stream_id: z.null().describe('Only episodes have a stream.'),
      audio_format: z.literal('MP3').nullable(),
      script_char_count: z.number().int(),
      engine_used: z.string().nullable(),
      tts_settings_used: z.record(z.string(), z.unknown()).nullable(),
    })
    .meta({ id: 'ForgedVoice' }),
  generate_image: z
    .object({
      image_url: z.string().describe('Address in the media store.'),
      prompt_used: z.string(),
      model_version: z.string(),
    })
    .meta({ id: 'GeneratedImage' }),
  harvest: z
    .object({
      status: z.literal('success'),
      content: z.string().describe('Blocks of `Source: <address>` and text, separated by a line of `---`.'),
      source_urls: z.array(z.string()),
      message: z.string(),
    })
    .meta({ id: 'HarvestedContent' }),
  synthesize: z
    .object({
      request_id: z.uuid(),
      voice_id: z.string(),
      audio_url: z.string().describe('Address in the media store.'),
      audio_duration_seconds: z.number().describe('Counted, not estimated.'),
      audio_format: z.enum(['MP3', 'LINEAR16']),
      adjusted: z
        .record(z.string(), z.number())
        .exactOptional()
        .describe('Values that were cut to what can be done, as asked for.'),
    })
    .meta({ id: 'SynthesizedSpeech' }),
} as const;

export function taskStateOf(result: z.ZodType) {
  return z.object({
    task_id: z.uuid(),
    status: z.enum(['PENDING', 'STARTED', 'RETRY', 'SUCCESS', 'FAILURE']),
    result,
  });
}

const conflict = z
  .object({
    status: z.literal('PROCESSING_CONFLICT'),
    message: z.string(),
    idempotency_key: z.string(),
  })
  .meta({ id: 'ProcessingConflict' });

const failure = z
  .object({
    error: z.object({ type: z.literal('task_failed'), message: z.string(), code: z.string() }),
  })
  .meta({ id: 'TaskFailure' });

export const runningTask = taskStateOf(z.null());
export const conflictingTask = taskStateOf(conflict);
export const failedTask = taskStateOf(failure);
/** With 200: a result, or of an image how its making ended. */
export const endedTask = taskStateOf(z.union([...Object.values(taskResults), conflict, failure]));
