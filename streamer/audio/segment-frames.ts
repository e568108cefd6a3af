import { setTimeout as delay } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { LoggedSegment } from '../../db/live/byte-log.js';
import { forEachYielding } from '../episodes/for-each-yielding.js';
import type { Logger } from '../../platform/log.js';
import type { MediaStore } from '../../platform/media-store/media-store.js';
import { readVerified } from '../../platform/media-store/read-verified.js';
import { cutFrames } from './cut-frames.js';

/** Waits for a segment's frames. */
export interface SegmentReader {
  /** The frames are available now. */
  pump(): void;
  /** The segment cannot be read. */
  unreadable(segment: LoggedSegment): void;
}

type Frames = readonly Buffer[];
type Load = { readers: Set<SegmentReader>; frames: Frames | undefined };

/** The frames of the segments that listeners are being sent; each segment is read once for all of them. */
export class SegmentFrames {
  readonly #media: MediaStore;
  readonly #log: Logger;
  readonly #retryMs: readonly number[];
  readonly #kept: LRUCache<LoggedSegment, Frames>;
  readonly #loads = new Map<LoggedSegment, Load>();

  constructor(media: MediaStore, log: Logger, options: { cacheBytes: number; retryMs: readonly number[] }) {
    this.#media = media;
    this.#log = log;
    this.#retryMs = options.retryMs;
    this.#kept = new LRUCache({
      maxSize: options.cacheBytes,
      sizeCalculation: (frames) => frames.reduce((sum, frame) => sum + frame.length, 0),
    });
  }

  get keptBytes(): number {
    return this.#kept.calculatedSize;
  }

  /** The frames if they are in memory; otherwise they are loaded, and then the reader is pumped. */
  get(segment: LoggedSegment, reader: SegmentReader): Frames | undefined {
    const load = this.#loads.get(segment);
    const frames = load?.frames ?? this.#kept.get(segment);
    if (frames !== undefined) return frames;
    if (load !== undefined) load.readers.add(reader);
    else void this.#load(segment, reader);
    return undefined;
  }

  /** Drops segments that have no listeners left. */
  forget(segments: readonly LoggedSegment[]): void {
    for (const segment of segments) {
      this.#kept.delete(segment);
      this.#loads.get(segment)?.readers.clear();
    }
  }

  async #load(segment: LoggedSegment, reader: SegmentReader): Promise<void> {
    const load: Load = { readers: new Set([reader]), frames: undefined };
    this.#loads.set(segment, load);
    const frames = await this.#read(segment, load);
    // All readers may have left meanwhile.
    if (frames !== undefined && load.readers.size > 0) this.#kept.set(segment, frames);
    // Held beside the cache until all waiting readers have had them, so that a small cache cannot starve them.
    load.frames = frames;
    while (load.readers.size > 0) await forEachYielding(load.readers, (waiting) => serve(waiting));
    this.#loads.delete(segment);

    function serve(waiting: SegmentReader): void {
      load.readers.delete(waiting);
      if (frames === undefined) waiting.unreadable(segment);
      else waiting.pump();
    }
  }

  async #read(segment: LoggedSegment, load: Load): Promise<Frames | undefined> {
    for (let tries = 0; ; tries += 1) {
      try {
        // Read once for all listeners, so checked once: none is sent audio other than what was recorded.
        return cutFrames(segment, await readVerified(this.#media, segment));
      } catch (error) {
        const pause = this.#retryMs[tries];
        const details = { err: error, media_uri: segment.mediaUri, seq: segment.seq };
        if (pause === undefined) {
          this.#log.error(details, 'audio could not be read; its listeners are asked to come back later');
          return undefined;
        }
        if (load.readers.size === 0) return undefined;
        this.#log.warn(details, 'audio could not be read; trying again');
        await delay(pause);
      }
    }
  }
}
