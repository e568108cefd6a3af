import type { BufferOperations } from './buffer-operations.js';
import { FrameWalk, findFrame, secondsOf, type FrameGrid } from './mp3-grid.js';
import type { Sink } from './sink-queue.js';

export type FillerOptions = {
  buffer: BufferOperations;
  audio: HTMLAudioElement;
  /** A ManagedMediaSource says when it wants more. */
  source: MediaSource & { streaming?: boolean };
  grid: FrameGrid;
  aheadSeconds: number;
  behindSeconds: number;
};

/** This many bytes contain the start of a frame and of the next one, which confirms it. */
const syncBytes = 1_024;
/** Kept before the current position even when the browser has no room for more. */
const minBehindSeconds = 10;

/** Fills the buffer from one offset on, starting with the first whole frame and never far ahead of the position. */
export class BufferFiller implements Sink {
  readonly #options: FillerOptions;
  readonly #closing = new AbortController();
  #head = new Uint8Array(0);
  #walk: FrameWalk | undefined;
  #begun = false;

  constructor(options: FillerOptions) {
    this.#options = options;
  }

  /** Whether the buffer holds this filler's audio. */
  get hasBegun(): boolean {
    return this.#begun;
  }

  /** Stops filling the buffer. */
  close(): void {
    this.#closing.abort();
  }

  async write(bytes: Uint8Array, offset: number): Promise<void> {
    if (this.#begun) await this.#fill(bytes, offset);
    else await this.#begin(bytes, offset);
  }

  async #begin(bytes: Uint8Array, offset: number): Promise<void> {
    const { buffer, grid } = this.#options;
    const headOffset = offset - this.#head.length;
    const head = new Uint8Array(this.#head.length + bytes.length);
    head.set(this.#head);
    head.set(bytes, this.#head.length);
    this.#head = head;
    const skipped = findFrame(head);
    if (skipped === -1) {
      if (head.length >= syncBytes) throw new Error('The stream contains no MP3 audio.');
      return;
    }
    const begins = headOffset + skipped;
    const frame = grid.frameAt(begins);
    if (grid.isExact(begins)) this.#walk = new FrameWalk(grid, { frame, offset: begins });
    await buffer.restart(secondsOf(frame));
    this.#begun = true;
    await this.#fill(head.subarray(skipped), begins);
  }

  async #fill(bytes: Uint8Array, offset: number): Promise<void> {
    this.#walk?.take(bytes, offset);
    while (!this.#hasRoom()) await this.#change();
    await this.#append(new Uint8Array(bytes));
    const { audio, behindSeconds } = this.#options;
    // Not at every append, since each removal is work for the browser.
    await this.#forget(audio.currentTime - behindSeconds, behindSeconds / 10);
  }

  async #append(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const { audio, buffer } = this.#options;
    for (;;) {
      if (this.#closing.signal.aborted) return;
      try {
        await buffer.append(bytes);
        return;
      } catch (error) {
        if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError') throw error;
        if (!(await this.#forget(audio.currentTime - minBehindSeconds, 1))) await this.#change();
      }
    }
  }

  /** Removes what is before that time, if it is at least `worthSeconds` long. */
  async #forget(before: number, worthSeconds: number): Promise<boolean> {
    const { buffer } = this.#options;
    const range = buffer.range;
    if (range === undefined || this.#closing.signal.aborted || before - range.start < worthSeconds)
      return false;
    await buffer.remove(0, before);
    return true;
  }

  #hasRoom(): boolean {
    if (this.#closing.signal.aborted) return true;
    const { buffer, audio, source, aheadSeconds } = this.#options;
    if (source.streaming === false) return false;
    const { end } = buffer.range ?? { end: 0 };
    return end - audio.currentTime < aheadSeconds;
  }

  /** Resolves when something has happened that may have made room. */
  #change(): Promise<void> {
    const { audio, source } = this.#options;
    const { signal } = this.#closing;
    return new Promise((resolve) => {
      const heard = new AbortController();
      function happened(): void {
        heard.abort();
        resolve();
      }
      const once = { signal: heard.signal };
      for (const name of ['timeupdate', 'seeking']) audio.addEventListener(name, happened, once);
      source.addEventListener('startstreaming', happened, once);
      signal.addEventListener('abort', happened, once);
      if (signal.aborted) happened();
    });
  }
}
