// The player of growing episodes for browsers: an <audio> element, and what feeds it. Loaded as it is, without a
// bundler; imports nothing but its own folder.
import { HttpPlayback } from './http-playback.js';
import { FrameGrid } from './mp3-grid.js';
import { findMediaSource, MsePlayback } from './mse-playback.js';
import type { Playback, PlaybackOptions } from './playback.js';
import type { SegmentReady } from './protocol.js';
import type { SocketClass } from './socket.js';
import type { ListenState } from './stream-listener.js';

export type PlayerOptions = {
  audio: HTMLAudioElement;
  podcastId: string;
  /** Default: the page's own origin. */
  gatewayUrl?: string;
  /** Where to start. Default: 0. */
  startAtSeconds?: number;
  /** Default: 120. */
  aheadSeconds?: number;
  /** Default: 300. */
  behindSeconds?: number;
  onState?: (state: ListenState) => void;
  /** Called when the way of playing is chosen or changes; `why` says why it is plain HTTP. */
  onMode?: (mode: Playback['mode'], why?: string) => void;
  /** Default: the browser's. */
  WebSocket?: SocketClass;
};

/**
 * Plays an episode while it is being made: from the live stream where the browser can, and otherwise, or when the
 * stream cannot be reached, over plain HTTP. Play and pause are the element's own.
 */
export class EpisodePlayer {
  readonly #audio: HTMLAudioElement;
  readonly #options: PlayerOptions;
  readonly #grid = new FrameGrid();
  #playback: Playback | undefined;
  #knownSeconds = 0;

  constructor(options: PlayerOptions) {
    this.#options = options;
    this.#audio = options.audio;
  }

  get mode(): Playback['mode'] | undefined {
    return this.#playback?.mode;
  }

  /** Seconds of the episode. The element's own time may begin later. */
  get position(): number {
    return this.#playback?.position ?? 0;
  }

  /** The length of the available audio in seconds; exact once the episode is finished. */
  get duration(): number {
    return this.#playback?.duration ?? 0;
  }

  async start(): Promise<void> {
    const seconds = this.#options.startAtSeconds ?? 0;
    const SourceOfBrowser = findMediaSource();
    if (SourceOfBrowser === undefined) await this.#playOverHttp(seconds, 'NO_MEDIA_SOURCE');
    else await this.#play(new MsePlayback(this.#playbackOptions(), this.#grid, SourceOfBrowser), seconds);
  }

  seek(seconds: number): void {
    this.#playback?.seek(Math.max(0, seconds));
  }

  /** Takes an event of the UI channel: the episode has grown, and the start of a line is known exactly. */
  segmentReady({ offset, start_ms: startMs, duration_ms: durationMs }: SegmentReady): void {
    this.#grid.learn({ offset, frame: Math.round((startMs * 44.1) / 1_152) });
    this.#knownSeconds = (startMs + durationMs) / 1_000;
    this.#playback?.growTo(this.#knownSeconds);
  }

  /** Stops and releases everything, including the element's source. */
  close(): void {
    this.#playback?.close();
    this.#playback = undefined;
    this.#audio.removeAttribute('src');
    this.#audio.load();
  }

  async #play(playback: Playback, seconds: number, why?: string): Promise<void> {
    this.#playback = playback;
    this.#options.onMode?.(playback.mode, why);
    playback.growTo(this.#knownSeconds);
    await playback.start(seconds);
  }

  async #playOverHttp(seconds: number, why: string): Promise<void> {
    await this.#play(new HttpPlayback(this.#playbackOptions(), this.#grid), seconds, why);
  }

  #playbackOptions(): PlaybackOptions {
    const { audio, podcastId, gatewayUrl = '', aheadSeconds = 120, behindSeconds = 300 } = this.#options;
    const { WebSocket = globalThis.WebSocket, onState } = this.#options;
    return {
      audio,
      podcastId,
      gatewayUrl,
      WebSocket,
      aheadSeconds,
      behindSeconds,
      onState: (state) => onState?.(state),
      onTrouble: (code, message) => this.#fallBack(`${code}: ${message}`),
    };
  }

  #fallBack(why: string): void {
    const playback = this.#playback;
    if (playback?.mode !== 'mse') return;
    const { position } = playback;
    playback.close();
    void this.#playOverHttp(position, why);
  }
}
