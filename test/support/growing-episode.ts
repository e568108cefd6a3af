// An episode that grows when a test says so: real rows, real MP3 frames, no engine and no voices.
import { createHash, randomUUID } from 'node:crypto';
import { id3Tag } from '../../activities/voice-forge/assemble/id3-tag.js';
import { parseFrames } from '../../activities/audio/mp3-frames.js';
import { framesToMs, samplesPerFrame } from '../../activities/audio/codec.js';
import { encodeMp3 } from '../../activities/audio/encode-mp3.js';
import { localOwnerId, type Database } from '../../db/connect.js';
import { deletePodcast } from '../../db/delete-podcast.js';
import { setPublic } from '../../db/podcasts.js';
import { claimRun, closeRun, recordStage } from '../../db/runs.js';
import type { MediaStore } from '../../platform/media-store/media-store.js';
import { fingerprintOf, workflowIdFor } from '../../platform/run-ids.js';
import { syllables } from '../fakes/sounds.js';
import { engineId } from '../../workflows/contract/runs.js';

export type MadeSegment = { mp3: Uint8Array; frames: number };

/** So many segments of about so many seconds each, all different; made once, since encoding takes a while. */
export async function makeSegments(count: number, seconds: number): Promise<MadeSegment[]> {
  const frames = Math.round((seconds * 44_100) / samplesPerFrame);
  const segments: MadeSegment[] = [];
  for (let at = 0; at < count; at += 1) {
    // Differing lengths, so that no two boundaries fall on the same offset by chance.
    const sound = syllables(0.2 + (at % 97) * 0.004, (frames + (at % 5)) * samplesPerFrame);
    const mp3 = await encodeMp3(sound);
    segments.push({ mp3, frames: parseFrames(mp3).length });
  }
  return segments;
}

export class GrowingEpisode {
  readonly podcastId: string;
  streamId = '';
  readonly #db: Database;
  readonly #media: MediaStore;
  readonly #parts: Uint8Array[] = [];
  #frames = 0;

  private constructor(db: Database, media: MediaStore, podcastId: string) {
    this.#db = db;
    this.#media = media;
    this.podcastId = podcastId;
  }

  /** A run on record that nothing works on. */
  static async begin(
    { db, media }: { db: Database; media: MediaStore },
    options: { ownerId?: string; clientId?: string; public?: boolean; segmentsTotal?: number } = {},
  ): Promise<GrowingEpisode> {
    const ownerId = options.ownerId ?? localOwnerId;
    const key = randomUUID();
    const taskName = 'cpoa_orchestrate_podcast_task';
    const details = {
      minutes: 1,
      sources: [],
      ...(options.clientId === undefined ? {} : { client_id: options.clientId }),
    };
    const podcastId = workflowIdFor(ownerId, taskName, key);
    await claimRun(db, {
      ownerId,
      taskName,
      key,
      fingerprint: fingerprintOf(details),
      workflowId: podcastId,
      triggerType: 'podcast_generation',
      details,
      podcast: { topic: 'Tides', language: 'en-US' },
    });
    const episode = new GrowingEpisode(db, media, podcastId);
    const { stream_id: streamId } = await db
      .updateTable('podcasts')
      .set({ segments_total: options.segmentsTotal ?? null })
      .where('podcast_id', '=', podcastId)
      .returning('stream_id')
      .executeTakeFirstOrThrow();
    episode.streamId = streamId;
    if (options.public === true) await setPublic(db, podcastId, true);
    await episode.stage('vfa_audio_generation', 'Recording the voices.');
    return episode;
  }

  /** All audio so far. */
  get audio(): Buffer {
    return Buffer.concat(this.#parts);
  }

  get bytes(): number {
    return this.#parts.reduce((sum, part) => sum + part.length, 0);
  }

  get durationMs(): number {
    return framesToMs(this.#frames);
  }

  async stage(stage: string, message: string): Promise<void> {
    await recordStage(this.#db, this.podcastId, 1, { status: stage, stage, message });
  }

  /** The next segment; `seq` other than the next one leaves a hole, as parallel voices do. */
  async add(segment: MadeSegment, seq: number = this.#parts.length): Promise<void> {
    const sha256 = createHash('sha256').update(segment.mp3).digest('hex');
    const { uri } = await this.#media.put(`speech/${sha256.slice(0, 2)}/${sha256}.mp3`, segment.mp3);
    const facts = {
      speech_key: sha256,
      media_uri: uri,
      sha256,
      bytes: segment.mp3.length,
      frames: segment.frames,
      duration_ms: framesToMs(segment.frames),
    };
    this.#parts[seq] = segment.mp3;
    this.#frames += segment.frames;
    await this.#db
      .insertInto('speech_segments')
      .values({ ...facts, provider: 'test', model: 'test', voice: 'test' })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await this.#db
      .insertInto('episode_segments')
      .values({
        ...facts,
        workflow_id: this.podcastId,
        seq,
        line_id: `l${String(seq).padStart(3, '0')}`,
        speaker: seq % 2 === 0 ? 'Ann' : 'Bob',
      })
      .execute();
  }

  /** The finished file as assembly leaves it, and the end of the run. Answers the file. */
  async finish(status: 'completed' | 'completed_with_errors' = 'completed'): Promise<Buffer> {
    const audio = this.audio;
    const tag = id3Tag(
      {
        title: 'Tides',
        artist: 'Ann, Bob',
        album: 'Aethercast',
        date: '2026-01-01',
        language: 'en-US',
        sections: [],
      },
      [],
    );
    const file = Buffer.concat([tag, audio]);
    const sha256 = createHash('sha256').update(file).digest('hex');
    const { uri } = await this.#media.put(`episodes/${this.podcastId}/${sha256}.mp3`, file);
    await this.#db
      .updateTable('podcasts')
      .set({
        final_audio_filepath: uri,
        audio_bytes: file.length,
        audio_sha256: sha256,
        duration_ms: Math.round(this.durationMs),
        segments_total: this.#parts.length,
        stream_bytes: audio.length,
        stream_sha256: createHash('sha256').update(audio).digest('hex'),
      })
      .where('podcast_id', '=', this.podcastId)
      .execute();
    await closeRun(this.#db, this.podcastId, 1, {
      overallStatus: status,
      status,
      stage: 'finalization',
      message: 'The episode is finished.',
      result: { podcast_id: this.podcastId, status },
    });
    return file;
  }

  async fail(message = 'The voice broke.', errorCode = 'VFA_SYNTHESIS_FAILED'): Promise<void> {
    await closeRun(this.#db, this.podcastId, 1, {
      overallStatus: 'failed',
      status: 'failed_vfa_reported_error',
      stage: 'vfa_audio_generation',
      message,
      errorCode,
    });
  }

  async cancel(): Promise<void> {
    await closeRun(this.#db, this.podcastId, 1, {
      overallStatus: 'cancelled',
      status: 'cancelled',
      stage: 'vfa_audio_generation',
      message: 'The run was cancelled.',
      errorCode: 'CANCELLED',
    });
  }

  /** Only an ended run can be deleted. */
  async delete(): Promise<void> {
    await deletePodcast(this.#db, this.podcastId, engineId('podcast', this.podcastId));
  }
}
