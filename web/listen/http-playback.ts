import { backoffMs } from './backoff-ms.js';
import { delay } from './delay.js';
import { isObject } from './frames.js';
import { frameAtSecond, secondsOf, type FrameGrid } from './mp3-grid.js';
import type { Playback, PlaybackOptions } from './playback.js';

/** The state of an episode, read from its detail object. */
type Standing = {
  over: 'completed' | 'failed' | undefined;
  seconds: number | undefined;
  /** How much of it can be heard so far. */
  availableSeconds: number;
  why: string;
};

/** The gateway did not answer. There may be more, so it is asked for. */
const unknown: Standing = { over: undefined, seconds: undefined, availableSeconds: Infinity, why: '' };

/** An element that stops this close to the end has reached it. */
const endSeconds = 0.5;
/** Chromium reads in blocks of 32 KiB, so up to 2.7 seconds at the end of the available audio wait for more. */
const fewSeconds = 3;
/** After this long without progress, the player asks whether there is more. */
const stallMs = 10_000;

/**
 * Plays the gateway's `audio.mp3` with the element alone: for browsers whose buffers take no MP3, and when the live stream
 * cannot be reached. A response that breaks off is requested again from the current position.
 */
export class HttpPlayback implements Playback {
  readonly mode = 'http';
  readonly #options: PlaybackOptions;
  readonly #grid: FrameGrid;
  readonly #closing = new AbortController();
  /** The episode time at which the element's own time starts. */
  #baseSeconds = 0;
  #finishedSeconds: number | undefined;
  #knownSeconds = 0;
  #tries = 0;
  #loads = 0;
  /** Whether the gateway's last answer arrived. */
  #isReached = false;
  /** What the listener wants. The element also pauses at every end and error. */
  #shallPlay = false;
  #stall: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PlaybackOptions, grid: FrameGrid) {
    this.#options = options;
    this.#grid = grid;
  }

  get position(): number {
    return this.#baseSeconds + this.#options.audio.currentTime;
  }

  get duration(): number {
    return this.#finishedSeconds ?? Math.max(this.#knownSeconds, this.position);
  }

  async start(seconds: number): Promise<void> {
    const { audio } = this.#options;
    const { signal } = this.#closing;
    function at(name: string, then: () => void): void {
      audio.addEventListener(name, then, { signal });
    }
    this.#shallPlay = !audio.paused;
    at('play', () => (this.#shallPlay = true));
    at('pause', () => {
      if (audio.error === null && !audio.ended) this.#shallPlay = false;
    });
    at('error', () => {
      this.#isReached = false;
      void this.#goOn();
    });
    at('ended', () => void this.#goOn());
    at('playing', () => {
      this.#tries = 0;
      this.#options.onState({ name: 'receiving' });
    });
    at('waiting', () => {
      if (this.#isReached) this.#options.onState({ name: 'waiting' });
      this.#watch();
    });
    await this.#load(seconds);
  }

  seek(seconds: number): void {
    const { audio } = this.#options;
    const inElement = seconds - this.#baseSeconds;
    const isWhole = this.#finishedSeconds !== undefined && this.#baseSeconds === 0;
    if (isWhole || isWithin(audio.buffered, inElement)) audio.currentTime = inElement;
    else void this.#load(seconds);
  }

  growTo(seconds: number): void {
    this.#knownSeconds = Math.max(seconds, this.#knownSeconds);
  }

  close(): void {
    clearTimeout(this.#stall);
    this.#closing.abort();
  }

  /** Chromium does not report a response that broke off: it waits forever, as if the episode were slow. */
  #watch(): void {
    clearTimeout(this.#stall);
    const since = this.position;
    this.#stall = setTimeout(() => {
      const { paused } = this.#options.audio;
      if (!paused && this.position - since < endSeconds) void this.#goOn({ hasStalled: true });
    }, stallMs);
  }

  /** A finished episode is served with ranges, so the element can seek. A growing one starts at the requested offset. */
  async #load(seconds: number): Promise<void> {
    const load = ++this.#loads;
    const { audio, podcastId, gatewayUrl } = this.#options;
    const standing = await this.#standing();
    if (this.#closing.signal.aborted || load !== this.#loads) return;
    this.#isReached = standing !== unknown;
    const address = `${gatewayUrl}/api/v1/podcasts/${podcastId}/audio.mp3`;
    if (standing.over === 'completed') {
      this.#finishedSeconds = standing.seconds;
      this.#baseSeconds = 0;
      audio.src = address;
      audio.currentTime = seconds;
    } else {
      const frame = frameAtSecond(seconds);
      this.#baseSeconds = secondsOf(frame);
      audio.src = `${address}?offset=${this.#grid.offsetOf(frame)}`;
    }
    // A new source stops the element. That it may play was decided when it first played.
    if (!this.#shallPlay) return;
    this.#watch();
    audio.play().catch(() => undefined);
  }

  /** The element ran out of audio: at the end of what there is, or because the response broke off. */
  async #goOn({ hasStalled = false } = {}): Promise<void> {
    clearTimeout(this.#stall);
    const load = this.#loads;
    const { position } = this;
    const { onState, audio } = this.#options;
    const { signal } = this.#closing;
    const standing = await this.#standing();
    if (signal.aborted || load !== this.#loads) return;
    const { over, seconds = Infinity, availableSeconds, why } = standing;
    if (over === 'completed' && audio.error === null && position >= seconds - endSeconds) {
      this.#finishedSeconds = seconds;
      this.#shallPlay = false;
      onState({ name: 'finished', end: { status: 'finished', totalBytes: 0, withErrors: false } });
      return;
    }
    if (over === 'failed') {
      onState({ name: 'failed', end: { status: 'failed', code: 'ASF_EPISODE_FAILED', message: why } });
      return;
    }
    if (hasStalled && over === undefined && availableSeconds < position + fewSeconds) {
      this.#watch();
      return;
    }
    const inMs = backoffMs(this.#tries++);
    onState({ name: 'reconnecting', inMs, tries: this.#tries });
    await delay(inMs, signal);
    // A seek in the meantime has already loaded another place.
    if (load === this.#loads) await this.#load(this.position);
  }

  async #standing(): Promise<Standing> {
    const { gatewayUrl, podcastId } = this.#options;
    try {
      const response = await fetch(`${gatewayUrl}/api/v1/podcasts/${podcastId}`);
      if (response.status === 404 || response.status === 410) {
        return {
          over: 'failed',
          seconds: undefined,
          availableSeconds: 0,
          why: 'This episode does not exist.',
        };
      }
      const body: unknown = response.ok ? await response.json() : undefined;
      return isObject(body) ? readStanding(body) : unknown;
    } catch (error) {
      if (error instanceof TypeError || error instanceof SyntaxError) return unknown;
      throw error;
    }
  }
}

function readStanding(detail: Record<string, unknown>): Standing {
  const { overall_status, duration_ms, error_message, progress } = detail;
  const available = isObject(progress) ? progress['available_ms'] : undefined;
  const completed = overall_status === 'completed' || overall_status === 'completed_with_errors';
  const failed = overall_status === 'failed' || overall_status === 'cancelled';
  return {
    over: completed ? 'completed' : failed ? 'failed' : undefined,
    seconds: typeof duration_ms === 'number' ? duration_ms / 1_000 : undefined,
    availableSeconds: typeof available === 'number' ? available / 1_000 : 0,
    why: typeof error_message === 'string' ? error_message : 'The episode will not be finished.',
  };
}

function isWithin(ranges: TimeRanges, seconds: number): boolean {
  for (let at = 0; at < ranges.length; at++) {
    if (seconds >= ranges.start(at) && seconds <= ranges.end(at)) return true;
  }
  return false;
}
