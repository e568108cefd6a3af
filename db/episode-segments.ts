import type { Database } from './connect.js';

/** One recorded audio segment of an episode. */
export type StoredSegment = {
  seq: number;
  lineId: string;
  speaker: string;
  speechKey: string;
  mediaUri: string;
  sha256: string;
  bytes: number;
  frames: number;
  durationMs: number;
  provider: string;
  model: string;
  voice: string;
};

/** In speaking order. */
export async function listSegments(db: Database, workflowId: string): Promise<StoredSegment[]> {
  const rows = await db
    .selectFrom('episode_segments as e')
    .innerJoin('speech_segments as s', 's.speech_key', 'e.speech_key')
    .selectAll('e')
    .select(['s.provider', 's.model', 's.voice'])
    .where('e.workflow_id', '=', workflowId)
    .orderBy('e.seq')
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    lineId: row.line_id,
    speaker: row.speaker,
    speechKey: row.speech_key,
    mediaUri: row.media_uri,
    sha256: row.sha256,
    bytes: row.bytes,
    frames: row.frames,
    durationMs: row.duration_ms,
    provider: row.provider,
    model: row.model,
    voice: row.voice,
  }));
}
