import { BufferFiller } from './buffer-filler.js';
import { BufferOperations, nextEvent } from './buffer-operations.js';
import { isEndOfEpisode } from './episode-end.js';
import { frameAtSecond, secondsOf, type FrameGrid } from './mp3-grid.js';
import type { Playback, PlaybackOptions } from './playback.js';
import { StreamListener, type ListenEnd, type ListenState } from './stream-listener.js';
import { requestTicket, type Ticket } from './tickets.js';

export const mime = 'audio/mpeg';

/** What ManagedMediaSource (Safari) has beside MediaSource. */
type Source = MediaSource & { streaming?: boolean };
type SourceClass = (new () => Source) & { isTypeSupported(type: string): boolean };

/** Decoding a frame takes up to two earlier ones, and a few more do no harm. */
const leadFrames = 8;
/** Audio that will arrive within this time is waited for; for anything later the stream is joined again. */
const soonSeconds = 20;
/** Dragging the slider seeks to many places before the final one. */
const settleMs = 150;
/** After this many without the stream, plain HTTP is tried, if the gateway is there. */
const manyTries = 6;
/** From this `readyState` on, the element has sound ahead of its position. */
const haveFutureData = 3;

const unreachable = { code: 'LISTEN_UNREACHABLE', message: 'The stream could not be joined.' };

/** The class to use, where the browser plays our audio from a buffer at all. Firefox does not. */
export function findMediaSource(): SourceClass | undefined {
  const { ManagedMediaSource, MediaSource } = globalThis as {
    ManagedMediaSource?: SourceClass;
    MediaSource?: SourceClass;
  };
  return [ManagedMediaSource, MediaSource].find((found) => found?.isTypeSupported(mime));
}

/**
 * Plays the live stream through a browser buffer. The buffer always holds one range without holes: a seek outside of it
 * starts again there, at the frame of that time, with an empty buffer. Without the stream, what is buffered plays to its
 * end; only then can another way of playing take over.
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
  /** Where it was sent, maybe before it has started. */
  #soughtSeconds: number | undefined;
  #knownSeconds = 0;
  /** Whether the gateway has answered the last request for a ticket. */
  #isGatewayThere = false;
  /** Why the stream brings nothing more although the gateway is there. */
  #trouble: { code: string; message: string } | undefined;
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
    // A ManagedMediaSource plays only if remote playback is disabled.
    audio.disableRemotePlayback = true;
    const opened = nextEvent(this.#source, 'sourceopen');
    audio.src = this.#url;
    await opened;
    if (signal.aborted) return;
    this.#buffer = new BufferOperations(this.#source, this.#source.addSourceBuffer(mime));
    // The browser may drop buffered audio by itself, and then waits for it.
    for (const name of ['seeking', 'waiting']) {
      audio.addEventListener(name, () => this.#settle(), { signal });
    }
    audio.addEventListener(
      'error',
      () => this.#fail(this.#listener, 'MEDIA_ERROR', audio.error?.message ?? ''),
      { signal },
    );
    const from = this.#soughtSeconds ?? seconds;
    this.#listenFrom(from);
    if (from > 0) audio.currentTime = from;
  }

  /** The browser's own controls seek the same way. */
  seek(seconds: number): void {
    this.#soughtSeconds = seconds;
    this.#options.audio.currentTime = seconds;
    // Before there is any sound, the element does not tell of a seek.
    if (this.#buffer !== undefined) this.#settle();
  }

  growTo(seconds: number): void {
    this.#knownSeconds = Math.max(seconds, this.#knownSeconds);
    // The buffer may be closed by now; that is no failure.
    this.#buffer?.growTo(this.#knownSeconds).catch(() => undefined);
  }

  close(): void {
    clearTimeout(this.#settling);
    this.#closing.abort();
    this.#giveUp();
    this.#buffer?.close();
    URL.revokeObjectURL(this.#url);
  }

  /** Stops a download that is no longer needed at once; where to start again is decided when the slider rests. */
  #settle(): void {
    if (!this.#comesSoon(this.position)) this.#giveUp();
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      this.#changeIfDry();
      if (this.#closing.signal.aborted) return;
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
      connect: () => this.#requestTicket(),
      WebSocket: options.WebSocket,
      offset: this.#grid.offsetOf(frame),
      sink: filler,
      onStatus: ({ available_bytes: available }) => this.growTo(secondsOf(this.#grid.frameAt(available))),
      onState: (state) => {
        if (this.#listener === listener) this.#hear(state);
      },
    });
    this.#filler = filler;
    this.#listener = listener;
    listener.run().then(
      (end) => this.#end(listener, end),
      (error: unknown) => this.#fail(listener, 'BUFFER_ERROR', String(error)),
    );
  }

  async #requestTicket(): Promise<Ticket> {
    const { gatewayUrl, podcastId } = this.#options;
    this.#isGatewayThere = false;
    const ticket = await requestTicket(gatewayUrl, { podcast_id: podcastId });
    this.#isGatewayThere = true;
    return ticket;
  }

  #hear(state: ListenState): void {
    if (isRefused(state)) return;
    this.#options.onState(state);
    if (state.name === 'receiving' || state.name === 'waiting') this.#trouble = undefined;
    if (state.name !== 'reconnecting') return;
    this.#trouble = state.tries >= manyTries && this.#isGatewayThere ? unreachable : undefined;
    this.#changeIfDry();
  }

  /** Another way of playing starts with an empty buffer, so it has to wait for this one to run out of sound. */
  #changeIfDry(): void {
    if (this.#trouble === undefined || this.#options.audio.readyState >= haveFutureData) return;
    this.#options.onTrouble(this.#trouble.code, this.#trouble.message);
  }

  #end(listener: StreamListener, end: ListenEnd): void {
    if (listener !== this.#listener || this.#closing.signal.aborted) return;
    if (end.status === 'failed' && !isEndOfEpisode(end.code)) {
      this.#trouble = { code: end.code, message: end.message };
      this.#changeIfDry();
    } else if (end.status !== 'stopped') {
      // Also after a failure: the audio that arrived has an end then, which the element reaches.
      this.#buffer?.end().catch((error: unknown) => this.#fail(listener, 'BUFFER_ERROR', String(error)));
    }
  }

  #fail(listener: StreamListener | undefined, code: string, message: string): void {
    if (listener === this.#listener && !this.#closing.signal.aborted) this.#options.onTrouble(code, message);
  }
}

/** A stream that is refused although the episode is none the worse: it is played in another way. */
function isRefused(state: ListenState): boolean {
  return state.name === 'failed' && state.end.status === 'failed' && !isEndOfEpisode(state.end.code);
}
