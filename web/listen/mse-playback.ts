import { BufferFiller } from './buffer-filler.js';
import { BufferOperations, nextEvent } from './buffer-operations.js';
import { isEndOfEpisode } from './episode-end.js';
import { frameAtSecond, secondsOf, type FrameGrid } from './mp3-grid.js';
import type { Playback, PlaybackOptions } from './playback.js';
import { StreamListener, type ListenEnd } from './stream-listener.js';
import { requestTicket } from './tickets.js';

export const mime = 'audio/mpeg';

/** What ManagedMediaSource (Safari) has beside MediaSource. */
type Source = MediaSource & { streaming?: boolean };
type SourceClass = (new () => Source) & { isTypeSupported(type: string): boolean };

/** Decoding a frame takes up to two earlier ones, and a few more do no harm. */
const leadFrames = 8;
/** What is to come within this time is waited for instead of joining anew. */
const soonSeconds = 20;
/** A hand on the slider asks for many places before the one it wants. */
const settleMs = 150;
/** Then plain HTTP is tried. */
const mostTries = 6;

/** The class to use, where the browser plays our audio from a buffer at all. Firefox does not. */
export function findMediaSource(): SourceClass | undefined {
  const { ManagedMediaSource, MediaSource } = globalThis as {
    ManagedMediaSource?: SourceClass;
    MediaSource?: SourceClass;
  };
  return [ManagedMediaSource, MediaSource].find((found) => found?.isTypeSupported(mime));
}

/**
 * Plays from the live stream through a buffer of the browser's. There is always one range of sound without a hole: who
 * seeks to where there is none begins anew there, at the frame of that time, with an empty buffer.
 */
export class MsePlayback implements Playback {
  readonly mode = 'mse';
  readonly #options: PlaybackOptions;
  readonly #source: Source;
  readonly #url: string;
  readonly #grid: FrameGrid;
  readonly #closing = new AbortController();
  #buffer: BufferOperations | undefined;
  #listener: StreamListener | undefined;
  #filler: BufferFiller | undefined;
  #startSeconds = 0;
  #knownSeconds = 0;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PlaybackOptions, grid: FrameGrid, SourceOfBrowser: SourceClass) {
    this.#options = options;
    this.#grid = grid;
    this.#source = new SourceOfBrowser();
    this.#url = URL.createObjectURL(this.#source);
  }

  get position(): number {
    return this.#options.audio.currentTime;
  }

  get duration(): number {
    const { duration } = this.#options.audio;
    return Number.isFinite(duration) ? duration : this.#knownSeconds;
  }

  async start(seconds: number): Promise<void> {
    const { audio } = this.#options;
    const { signal } = this.#closing;
    // A managed source plays only where the sound cannot be sent on to another device.
    audio.disableRemotePlayback = true;
    const opened = nextEvent(this.#source, 'sourceopen');
    audio.src = this.#url;
    await opened;
    if (signal.aborted) return;
    this.#buffer = new BufferOperations(this.#source, this.#source.addSourceBuffer(mime));
    // The browser itself lets sound go when it wants to, and then waits for it.
    for (const name of ['seeking', 'waiting']) {
      audio.addEventListener(name, () => this.#settle(), { signal });
    }
    audio.addEventListener(
      'error',
      () => this.#fail(this.#listener, 'MEDIA_ERROR', audio.error?.message ?? ''),
      { signal },
    );
    this.#listenFrom(seconds);
    if (seconds > 0) audio.currentTime = seconds;
  }

  /** The browser's own slider comes the same way. */
  seek(seconds: number): void {
    this.#options.audio.currentTime = seconds;
  }

  growTo(seconds: number): void {
    this.#knownSeconds = Math.max(seconds, this.#knownSeconds);
    // Of a buffer that is gone meanwhile nobody needs to know.
    this.#buffer?.growTo(this.#knownSeconds).catch(() => undefined);
  }

  close(): void {
    clearTimeout(this.#settling);
    this.#closing.abort();
    this.#giveUp();
    this.#buffer?.close();
    URL.revokeObjectURL(this.#url);
  }

  /** What would not be heard any more is given up at once; where to begin anew is decided when the hand rests. */
  #settle(): void {
    if (!this.#comesSoon(this.position)) this.#giveUp();
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      if (this.#listener === undefined) this.#listenFrom(this.position);
    }, settleMs);
  }

  #giveUp(): void {
    this.#listener?.stop();
    this.#filler?.close();
    this.#listener = undefined;
  }

  /** Whether there is sound at that time, or will be shortly. */
  #comesSoon(seconds: number): boolean {
    const range = this.#filler?.hasBegun === true ? this.#buffer?.range : undefined;
    const { start, end } = range ?? { start: this.#startSeconds, end: this.#startSeconds };
    return seconds >= start && seconds <= end + soonSeconds;
  }

  #listenFrom(seconds: number): void {
    const { buffer, options } = { buffer: this.#buffer, options: this.#options };
    if (buffer === undefined) return;
    this.#giveUp();
    const frame = Math.max(0, frameAtSecond(seconds) - leadFrames);
    this.#startSeconds = secondsOf(frame);
    const filler = new BufferFiller({ ...options, buffer, source: this.#source, grid: this.#grid });
    const listener: StreamListener = new StreamListener({
      connect: () => requestTicket(options.gatewayUrl, { podcast_id: options.podcastId }),
      WebSocket: options.WebSocket,
      offset: this.#grid.offsetOf(frame),
      sink: filler,
      onStatus: ({ available_bytes: available }) => this.growTo(secondsOf(this.#grid.frameAt(available))),
      onState: (state) => {
        if (this.#listener === listener) options.onState(state);
      },
      mostTries,
    });
    this.#filler = filler;
    this.#listener = listener;
    listener.run().then(
      (end) => this.#end(listener, end),
      (error: unknown) => this.#fail(listener, 'BUFFER_ERROR', String(error)),
    );
  }

  #end(listener: StreamListener, end: ListenEnd): void {
    if (listener !== this.#listener || this.#closing.signal.aborted) return;
    if (end.status === 'failed' && !isEndOfEpisode(end.code)) {
      this.#fail(listener, end.code, end.message);
    } else if (end.status !== 'stopped') {
      // Also where it failed: what there is has an end then, and the element says so when it gets there.
      this.#buffer?.end().catch((error: unknown) => this.#fail(listener, 'BUFFER_ERROR', String(error)));
    }
  }

  #fail(listener: StreamListener | undefined, code: string, message: string): void {
    if (listener === this.#listener && !this.#closing.signal.aborted) this.#options.onTrouble(code, message);
  }
}
