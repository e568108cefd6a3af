import type { z } from 'zod';
import type { PodcastRecord } from '../../db/podcasts.js';
import { secondsToGo } from '../../db/seconds-to-go.js';
import type { podcastDetailSchema, podcastListItemSchema } from './podcast-schemas.js';
import { signedSeconds, type MediaStore } from '../../platform/media-store/media-store.js';
import { streamAddresses, type StreamConfig } from '../http/stream-addresses.js';

type Signing = Pick<MediaStore, 'signedUrl'>;

export function isUnderWay({ overallStatus }: Pick<PodcastRecord, 'overallStatus'>): boolean {
  return overallStatus === 'pending' || overallStatus === 'in_progress';
}

/** Addresses of an episode's parts, relative to the gateway. */
function links(record: PodcastRecord) {
  const base = `/api/v1/podcasts/${record.podcastId}`;
  return {
    status_url: base,
    audio_url: record.audioUri === null ? null : `${base}/audio.mp3`,
    live_audio_url: record.audioUri === null && !isUnderWay(record) ? null : `${base}/audio.mp3`,
    script_url: record.scriptUri === null ? null : `${base}/script`,
    transcript_url: record.transcriptUri === null ? null : `${base}/transcript.vtt`,
    chapters_url: record.manifestUri === null ? null : `${base}/chapters.json`,
    cover_url: record.coverUri === null ? null : `${base}/cover`,
    audit_url: `${base}/audit`,
  };
}

/** Good for a quarter of an hour: lists of pictures load without a token. */
async function thumbnailUrl(
  media: Signing,
  { coverThumbnailUri: uri }: PodcastRecord,
): Promise<string | null> {
  return uri === null ? null : media.signedUrl(uri, signedSeconds.image);
}

/** One entry of `GET /api/v1/podcasts`. */
export async function podcastListItem(
  media: Signing,
  record: PodcastRecord,
): Promise<z.infer<typeof podcastListItemSchema>> {
  const { audio_url, live_audio_url, cover_url } = links(record);
  return {
    podcast_id: record.podcastId,
    topic: record.topic,
    title: record.title,
    task_created_timestamp: record.createdAt.toISOString(),
    status: record.status,
    overall_status: record.overallStatus,
    error_code: record.errorCode,
    error_message: record.errorMessage,
    progress: progress(record),
    duration_ms: record.durationMs,
    audio_url,
    live_audio_url,
    cover_url,
    thumbnail_url: await thumbnailUrl(media, record),
  };
}

/** Where players join the stream of the episode; null when it will never be complete. */
function websocketUrl(config: StreamConfig, host: string | undefined, record: PodcastRecord): string | null {
  if (record.audioUri === null && !isUnderWay(record)) return null;
  const url = new URL(streamAddresses(config, host).audio);
  url.searchParams.set('stream_id', record.streamId);
  return url.href;
}

/**
 * One episode in full.
 * @param host of the request: the streamer is reached there where nothing else is configured
 */
export async function podcastDetail(
  { media, config }: { media: Signing; config: StreamConfig },
  host: string | undefined,
  record: PodcastRecord,
): Promise<z.infer<typeof podcastDetailSchema>> {
  return {
    podcast_id: record.podcastId,
    workflow_id: record.podcastId,
    topic: record.topic,
    title: record.title,
    language: record.language,
    public: record.public,
    status: record.status,
    overall_status: record.overallStatus,
    run_number: record.runNumber,
    cancelling: record.isCancelled && isUnderWay(record),
    error_code: record.errorCode,
    error_message: record.errorMessage,
    warnings: record.warnings,
    progress: progress(record),
    ...links(record),
    thumbnail_url: await thumbnailUrl(media, record),
    duration_ms: record.durationMs,
    audio_bytes: record.audioBytes,
    audio_sha256: record.audioSha256,
    final_audio_filepath: record.audioUri,
    stream_id: record.streamId,
    asf_websocket_url: websocketUrl(config, host, record),
    asf_notification_status: record.asfNotificationStatus,
    task_created_timestamp: record.createdAt.toISOString(),
    last_updated_timestamp: record.updatedAt.toISOString(),
    ended_timestamp: record.endedAt?.toISOString() ?? null,
    orchestration_log: record.log,
    tts_settings_used: record.ttsSettingsUsed,
  };
}

/** Counted in segments; the time to go follows from the pace so far and is null until there is one. */
function progress(record: PodcastRecord) {
  const { segmentsDone, segmentsTotal } = record;
  const stage = record.log.at(-1)?.stage ?? 'initialization';
  return {
    stage,
    segments_done: segmentsDone,
    segments_total: segmentsTotal,
    available_ms: Math.round(record.heardMs),
    eta_seconds: secondsToGo(record, segmentsDone, Date.now()),
  };
}
