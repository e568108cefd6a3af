import type { Database } from '../connect.js';

/** A recorded segment and its place in the episode's audio. */
export type LoggedSegment = {
  seq: number;
  lineId: string;
  speaker: string;
  mediaUri: string;
  sha256: string;
  bytes: number;
  /** Of its first byte in the audio, not counting the ID3 tag of the finished file. */
  offset: number;
  startMs: number;
  durationMs: number;
};

type SegmentRow = Omit<LoggedSegment, 'offset' | 'startMs'>;

/** Recorded segments from `seq` on, in order; there are gaps where parallel steps have not finished. */
export async function readSegmentsFrom(db: Database, podcastId: string, seq: number): Promise<SegmentRow[]> {
  const rows = await db
    .selectFrom('episode_segments')
    .select(['seq', 'line_id', 'speaker', 'media_uri', 'sha256', 'bytes', 'duration_ms'])
    .where('workflow_id', '=', podcastId)
    .where('seq', '>=', seq)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    lineId: row.line_id,
    speaker: row.speaker,
    mediaUri: row.media_uri,
    sha256: row.sha256,
    bytes: row.bytes,
    durationMs: row.duration_ms,
  }));
}

/** An episode's audio as one growing sequence of bytes: its recorded segments up to the first missing one. */
export class ByteLog {
  readonly segments: LoggedSegment[] = [];

  /** Number of bytes. */
  get end(): number {
    const last = this.segments.at(-1);
    return last === undefined ? 0 : last.offset + last.bytes;
  }

  /** Duration of these bytes, ms. */
  get endMs(): number {
    const last = this.segments.at(-1);
    return last === undefined ? 0 : last.startMs + last.durationMs;
  }

  /** Appends the segments that follow without a gap; answers how many. */
  grow(rows: readonly SegmentRow[]): number {
    const before = this.segments.length;
    for (const row of rows) {
      if (row.seq < this.segments.length) continue;
      if (row.seq > this.segments.length) break;
      this.segments.push({ ...row, offset: this.end, startMs: this.endMs });
    }
    return this.segments.length - before;
  }

  /** The segment that holds the byte; undefined where there is none yet. */
  segmentAt(offset: number): LoggedSegment | undefined {
    if (offset < 0 || offset >= this.end) return undefined;
    let [low, high] = [0, this.segments.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.segments[middle]?.offset ?? Infinity) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.segments[low];
  }
}
