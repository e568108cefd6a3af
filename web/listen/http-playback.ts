import { backoffMs, pause } from './backoff.js';
import { isObject } from './frames.js';
import { frameAtSecond, secondsOf, type FrameGrid } from './mp3-grid.js';
import type { Playback, PlaybackOptions } from './playback.js';

/** Where an episode stands, of its detail object. */
type Standing = {
  over: 'completed' | 'failed' | undefined;
  seconds: number | undefined;
  /** How much of it can be heard so far. */
  availableSeconds: number;
  why: string;
};

/** When the gateway does not say: there may be more, so it is asked for. */
const unknown: Standing = { over: undefined, seconds: undefined, availableSeconds: Infinity, why: '' };

/** An element that stops this close to the end has reached it. */
const endSeconds = 0.5;
/** Chromium plays what it has got in blocks of 32 KiB: the last 2.7 seconds of what there is wait for more of it. */
const fewSeconds = 3;
/** Who has waited so long for more finds out whether there is more. */
const stallMs = 10_000;

/**
 * Plays what the gateway serves at the episode's address, by the element alone: where the browser has no buffer for our
 * audio, or the live stream cannot be reached. An answer that is cut is asked for again from the place that plays.
 */
export class HttpPlayback implements Playback {
  readonly mode = 'http';
  readonly #options: PlaybackOptions;
  readonly #grid: FrameGrid;
  readonly #closing = new AbortController();
  /** The time of the episode at which the element's own begins. */
  #baseSeconds = 0;
  #finishedSeconds: number | undefined;
  #knownSeconds = 0;
  #tries = 0;
  #loads = 0;
  /** Whether the gateway answered when it was asked last. */
  #isReached = false;
  /** What the person wants. The element is paused at every end and by every error, too. */
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

  /** Of an answer that was cut Chromium says nothing and waits for ever, as if the episode took its time. */
  #watch(): void {
    clearTimeout(this.#stall);
    const since = this.position;
    this.#stall = setTimeout(() => {
      const { paused } = this.#options.audio;
      if (!paused && this.position - since < endSeconds) void this.#goOn({ hasStalled: true });
    }, stallMs);
  }

  /** A finished episode has ranges, so the element can go where it wants; a growing one begins where it is asked to. */
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
    // A new source stops the element. Whether it may play was decided when it began to.
    if (!this.#shallPlay) return;
    this.#watch();
    audio.play().catch(() => undefined);
  }

  /** The element has nothing more: at the end of what there is, or because the answer was cut. */
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
    await pause(inMs, signal);
    // Whoever went elsewhere meanwhile is there already.
    if (load === this.#loads) await this.#load(this.position);
  }

  async #standing(): Promise<Standing> {
    const { gatewayUrl, podcastId } = this.#options;
    try {
      const response = await fetch(`${gatewayUrl}/api/v1/podcasts/${podcastId}`);
      if (response.status === 404 || response.status === 410) {
        return { over: 'failed', seconds: undefined, availableSeconds: 0, why: 'There is no such episode.' };
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
