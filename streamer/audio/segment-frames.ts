import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { LoggedSegment } from '../../db/live/byte-log.js';
import { inTurns } from '../in-turns.js';
import type { Logger } from '../../platform/log.js';
import type { MediaStore } from '../../platform/media-store/media-store.js';
import { cutFrames } from './cut-frames.js';

/** Who waits for a segment. */
export interface SegmentReader {
  /** The segment can be had now. */
  pump(): void;
  /** It cannot be read. */
  unreadable(segment: LoggedSegment): void;
}

type Frames = readonly Buffer[];
type Load = { readers: Set<SegmentReader>; frames: Frames | undefined };

/** The frames of the segments that listeners are sent right now; each is read once for all of them. */
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

  /** At once when they are at hand; else the reader is pumped when they are. */
  get(segment: LoggedSegment, reader: SegmentReader): Frames | undefined {
    const load = this.#loads.get(segment);
    const frames = load?.frames ?? this.#kept.get(segment);
    if (frames !== undefined) return frames;
    if (load !== undefined) load.readers.add(reader);
    else void this.#load(segment, reader);
    return undefined;
  }

  /** Nobody listens to these any more. */
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
    // All of them may have gone meanwhile.
    if (frames !== undefined && load.readers.size > 0) this.#kept.set(segment, frames);
    // Held beside the cache until everybody who waits has had them, so that a small cache cannot starve them.
    load.frames = frames;
    while (load.readers.size > 0) await inTurns(load.readers, (waiting) => tell(waiting));
    this.#loads.delete(segment);

    function tell(waiting: SegmentReader): void {
      load.readers.delete(waiting);
      if (frames === undefined) waiting.unreadable(segment);
      else waiting.pump();
    }
  }

  async #read(segment: LoggedSegment, load: Load): Promise<Frames | undefined> {
    for (let tries = 0; ; tries += 1) {
      try {
        const audio = await this.#media.read(segment.mediaUri);
        if (audio.length !== segment.bytes) {
          throw new RangeError(`${audio.length} bytes are stored, ${segment.bytes} are recorded`);
        }
        return cutFrames(segment, audio);
      } catch (error) {
        const pause = this.#retryMs[tries];
        const given = { err: error, media_uri: segment.mediaUri, seq: segment.seq };
        if (pause === undefined) {
          this.#log.error(given, 'audio could not be read; its listeners are told to come back later');
          return undefined;
        }
        if (load.readers.size === 0) return undefined;
        this.#log.warn(given, 'audio could not be read; trying again');
        await sleep(pause);
      }
    }
  }
}
