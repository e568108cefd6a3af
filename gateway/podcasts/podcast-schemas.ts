import { z } from 'zod';
import { streamId } from '../http/stream-id.js';
import { taskRecord } from '../runs/run-schemas.js';
import { overallStatus } from '../runs/run-states.js';

const warning = z.object({ code: z.string(), message: z.string() }).meta({ id: 'Warning' });
const moment = z.iso.datetime();

/** One line of the orchestration log. */
const stageEntry = z
  .object({
    timestamp: z.string(),
    stage: z.string(),
    message: z.string(),
    status: z.string(),
    run: z.number().int(),
    error_code: z.string().exactOptional(),
  })
  .meta({ id: 'StageEntry' });

const progress = z
  .object({
    stage: z.string(),
    segments_done: z.number().int(),
    segments_total: z.number().int().nullable(),
    available_ms: z.number().int().describe('How much can be heard so far.'),
    eta_seconds: z.number().nullable(),
  })
  .meta({ id: 'PodcastProgress' });

const liveAudioUrl = z
  .string()
  .nullable()
  .describe('Where it can be heard, also while it is being made; null when it failed or was cancelled.');

export const podcastListItemSchema = z
  .object({
    podcast_id: z.uuid(),
    topic: z.string(),
    title: z.string().nullable(),
    task_created_timestamp: moment,
    status: z.string(),
    overall_status: overallStatus,
    error_code: z.string().nullable(),
    error_message: z.string().nullable(),
    progress,
    duration_ms: z.number().nullable(),
    audio_url: z.string().nullable().describe('Relative to the gateway; null until the episode is finished.'),
    live_audio_url: liveAudioUrl,
    cover_url: z.string().nullable(),
    thumbnail_url: z.string().nullable().describe('Signed: good for a quarter of an hour.'),
  })
  .meta({ id: 'PodcastListItem' });

export const podcastListSchema = z
  .object({
    podcasts: z.array(podcastListItemSchema),
    page: z.number().int(),
    per_page: z.number().int(),
    total_podcasts: z.number().int(),
    total_pages: z.number().int(),
  })
  .meta({ id: 'PodcastList' });

export const podcastDetailSchema = z
  .object({
    podcast_id: z.uuid(),
    workflow_id: z.uuid(),
    topic: z.string(),
    title: z.string().nullable(),
    language: z.string().nullable().describe('BCP 47 tag.'),
    public: z
      .boolean()
      .describe(
        'Whether subscribers are notified of it. Everyone who can open this server can hear and delete it.',
      ),
    status: z.string().describe('The detailed state of the run.'),
    overall_status: overallStatus,
    run_number: z.number().int().describe('1, 2, ...: a retry is a new run of the same workflow.'),
    cancelling: z.boolean().describe('Cancelled, and its work in progress is being stopped.'),
    error_code: z.string().nullable(),
    error_message: z.string().nullable(),
    warnings: z.array(warning),
    progress,
    status_url: z.string(),
    audio_url: z.string().nullable(),
    live_audio_url: liveAudioUrl,
    script_url: z.string().nullable(),
    transcript_url: z.string().nullable(),
    chapters_url: z.string().nullable(),
    cover_url: z.string().nullable(),
    audit_url: z.string(),
    thumbnail_url: z.string().nullable().describe('Signed: good for a quarter of an hour.'),
    duration_ms: z.number().nullable(),
    audio_bytes: z.number().nullable(),
    audio_sha256: z.string().nullable(),
    final_audio_filepath: z.string().nullable().describe('Address in the media store.'),
    stream_id: streamId,
    asf_websocket_url: z
      .string()
      .nullable()
      .describe('Where to join the stream, with a ticket; null when the episode failed or was cancelled.'),
    asf_notification_status: z.string().nullable(),
    task_created_timestamp: moment,
    last_updated_timestamp: moment,
    ended_timestamp: moment.nullable(),
    orchestration_log: z.array(stageEntry),
    tts_settings_used: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: 'PodcastDetail' });

export const acceptedSchema = z
  .object({
    podcast_id: z.uuid(),
    workflow_id: z.uuid(),
    stream_id: streamId,
    status: z.literal('GENERATING'),
    status_url: z.string(),
  })
  .meta({ id: 'PodcastAccepted' });

const progressSchema = z
  .object({
    stage: z.string(),
    paused: z.boolean(),
    segmentsDone: z.number().int(),
    segmentsTotal: z.number().int().exactOptional(),
  })
  .meta({ id: 'RunProgress' });

export const cancellingSchema = z.object({ podcast_id: z.uuid(), status: z.literal('CANCELLING') });

/** Answer of pause and resume: taken, or on its way. */
export const appliedSchema = z.object({
  podcast_id: z.uuid(),
  action: z.enum(['pause', 'resume']),
  applied: z.literal(true),
  progress: progressSchema,
});

export const sentSchema = z.object({
  podcast_id: z.uuid(),
  action: z.enum(['pause', 'resume']),
  applied: z.literal(false),
});

const hash = z.string().regex(/^[0-9a-f]*$/);

export const auditSchema = z
  .object({
    workflow_id: z.uuid(),
    head: z.object({ seq: z.number().int(), hash }),
    entries: z.array(
      z.object({
        seq: z.number().int(),
        entry: z.string().describe('The exact text that was hashed.'),
        prev_hash: hash,
        hash: hash.describe('SHA-256 of the previous hash and the entry.'),
      }),
    ),
    tasks: z.array(taskRecord),
    provider_calls: z.array(
      z.object({
        token: z.string(),
        run_number: z.number().int(),
        attempt: z.number().int(),
        provider: z.string(),
        model: z.string(),
        unit: z.string(),
        units: z.number(),
        unit_price_usd: z.number(),
        price_version: z.string(),
        cost_usd: z.number(),
        outcome: z.enum(['succeeded', 'failed', 'recovered', 'unsettled']),
      }),
    ),
  })
  .meta({ id: 'AuditRecord' });

export const estimateSchema = z
  .object({
    words: z.number(),
    minutes: z.number(),
    segments: z.number().int(),
    available_minutes: z.number().exactOptional().describe('Where the sources hold less than was asked for.'),
    speakers: z.array(
      z.object({ name: z.string(), voice: z.string(), speaking_rate: z.number().exactOptional() }),
    ),
    language: z.string(),
    cost: z.object({ usd: z.number(), note: z.string() }),
    warnings: z.array(warning),
  })
  .meta({ id: 'Estimate' });
