import type { QueryClient } from '@tanstack/react-query';
import { Emitter } from '../browser/emitter';
import {
  keepPosition,
  keepSession,
  keepVolume,
  keptPosition,
  keptSession,
  keptVolume,
} from './kept-positions';
import { Listening } from './listening';
import { OneTab } from './one-tab';
import { playState } from './play-state';
import type { PlayerSnapshot, Position, Track } from './track';

const keepEveryMs = 5_000;
/** After listening this long from where one was, the offer to begin at the start is withdrawn. */
const offerMs = 30_000;
/** Places this close to each other are the same. */
const sameMs = 1_000;
const nowhere: Position = { positionMs: 0, availableMs: 0, durationMs: null, expectedMs: 0 };

/** The app's only player: an audio element that outlives page changes, and the episode that it plays. */
export class PlayerStore {
  readonly changes = new Emitter();
  readonly moves = new Emitter();
  readonly #audio = new Audio();
  readonly #queries: QueryClient;
  #listening: Listening | undefined;
  #snapshot: PlayerSnapshot;
  #position = nowhere;
  /** Whether the listener wants it to play. */
  #isWanted = false;
  #isMoving = false;
  #needsPress = false;
  /** Where it was resumed, while the start is offered. */
  #resumedMs: number | undefined;
  #keptAt = 0;
  /** Whether there is anything to keep: a tab that only looks on keeps nothing over what another one plays. */
  #isUsed = false;
  readonly #oneTab = new OneTab(() => {
    if (this.#isWanted) this.pause();
  });

  constructor(queries: QueryClient) {
    this.#queries = queries;
    const { volume, muted } = keptVolume();
    this.#audio.volume = volume;
    this.#audio.muted = muted;
    this.#snapshot = this.#newSnapshot();
    this.#hearElement();
  }

  get snapshot(): PlayerSnapshot {
    return this.#snapshot;
  }

  get position(): Position {
    return this.#position;
  }

  /** Restores what was played when the page was left. @returns a function that ends it */
  open(): () => void {
    const leaving = new AbortController();
    addEventListener('pagehide', () => this.#keep(), { signal: leaving.signal });
    this.#oneTab.open();
    const kept = this.#listening === undefined ? keptSession() : undefined;
    if (kept !== undefined) {
      this.#choose(kept.track, kept.positionMs, kept.availableMs);
      if (kept.isPlaying) {
        this.#isUsed = true;
        this.#start();
      } else {
        this.#resumedMs = keptPosition(kept.track.podcastId);
        this.#show();
      }
    }
    return () => {
      leaving.abort();
      this.#oneTab.close();
    };
  }

  play(track: Track, atMs?: number): void {
    const isOther = track.podcastId !== this.#listening?.track.podcastId;
    if (isOther) this.#keep();
    if (isOther || atMs !== undefined) this.#isUsed = true;
    if (isOther) {
      const leftMs = atMs === undefined ? keptPosition(track.podcastId) : undefined;
      this.#choose(track, atMs ?? leftMs ?? 0);
      this.#resumedMs = leftMs;
      this.#start();
    } else if (this.#listening?.hasFailed === true) {
      this.#choose(track, atMs ?? this.#position.positionMs, this.#position.availableMs);
      this.#start();
    } else {
      // Start first: over plain HTTP a seek may need a new source, which only plays if the old one did.
      this.#start();
      if (atMs !== undefined) this.seek(atMs);
    }
  }

  toggle(): void {
    const { state, track } = this.#snapshot;
    if (track === undefined) return;
    if (state === 'failed') this.play(track);
    else if (state === 'ended') this.play(track, 0);
    else if (this.#isWanted) this.pause();
    else this.#start();
  }

  pause(): void {
    this.#isWanted = false;
    this.#audio.pause();
    this.#keep();
    this.#show();
  }

  seek(ms: number): void {
    this.#resumedMs = undefined;
    this.#isUsed = true;
    // At its end the element stops by itself. Start first, as in `play`.
    if (this.#audio.ended) this.#playElement();
    this.#listening?.seek(ms);
    this.#show();
  }

  setSpeed(speed: number): void {
    // A new source starts with the default rate.
    this.#audio.defaultPlaybackRate = speed;
    this.#audio.playbackRate = speed;
    this.#show();
  }

  setVolume(volume: number): void {
    this.#audio.volume = Math.min(1, Math.max(0, volume));
    this.setMuted(false);
  }

  setMuted(muted: boolean): void {
    this.#audio.muted = muted;
    keepVolume({ volume: this.#audio.volume, muted });
    this.#show();
  }

  stop(): void {
    this.#keep();
    this.forget();
  }

  /** Stops, and keeps nothing of what was played. */
  forget(): void {
    this.#letGo();
    this.#isWanted = false;
    this.#isUsed = false;
    keepSession(undefined);
    this.#show();
  }

  describe(track: Track): void {
    if (this.#listening?.track.podcastId !== track.podcastId) return;
    this.#listening.describe(track);
    this.#show();
  }

  #choose(track: Track, atMs: number, availableMs = 0): void {
    this.#letGo();
    this.#needsPress = false;
    this.#resumedMs = undefined;
    this.#listening = new Listening({
      audio: this.#audio,
      queries: this.#queries,
      track,
      atMs,
      availableMs,
      onChange: () => this.#show(),
      onSource: () => this.#playElement(),
    });
  }

  #letGo(): void {
    this.#listening?.close();
    this.#listening = undefined;
    this.#isMoving = false;
  }

  #start(): void {
    this.#catchUp();
    this.#isWanted = true;
    this.#isUsed = true;
    this.#needsPress = false;
    this.#listening?.open();
    this.#playElement();
    this.#show();
  }

  /** Another tab may have played on in this episode meanwhile. */
  #catchUp(): void {
    const track = this.#listening?.track;
    if (track === undefined || this.#isUsed) return;
    const leftMs = keptPosition(track.podcastId);
    if (leftMs === undefined || Math.abs(leftMs - this.#position.positionMs) < sameMs) return;
    this.#choose(track, leftMs);
    this.#resumedMs = leftMs;
  }

  #playElement(): void {
    if (!this.#isWanted) return;
    this.#audio.play().catch((error: unknown) => {
      // Any other rejection concerns a source that was replaced.
      if (!(error instanceof DOMException) || error.name !== 'NotAllowedError') return;
      this.#isWanted = false;
      this.#needsPress = true;
      this.#show();
    });
  }

  #hearElement(): void {
    const audio = this.#audio;
    const moving: Record<string, boolean> = { playing: true, waiting: false, pause: false, emptied: false };
    for (const [name, isMoving] of Object.entries(moving)) {
      audio.addEventListener(name, () => {
        this.#isMoving = isMoving;
        if (isMoving) {
          this.#listening?.heard();
          this.#oneTab.claim();
        }
        // The system paused it: a headset was taken off, or another program plays.
        if (name === 'pause' && !audio.ended) this.#isWanted = false;
        this.#show();
      });
    }
    audio.addEventListener('seeked', () => {
      this.#listening?.arrive();
      this.#show();
      this.#keep();
    });
    for (const name of ['ended', 'timeupdate', 'durationchange']) {
      audio.addEventListener(name, () => this.#show());
    }
  }

  #keep(): void {
    const track = this.#listening?.track;
    if (track === undefined || !this.#isUsed) return;
    const { positionMs, availableMs, durationMs } = this.#position;
    const isPlaying = this.#isWanted && !this.#audio.ended;
    this.#keptAt = Date.now();
    this.#isUsed = isPlaying;
    keepSession({ track, positionMs, availableMs, isPlaying });
    keepPosition(track.podcastId, positionMs, durationMs);
  }

  #show(): void {
    this.#position = this.#listening?.position ?? nowhere;
    const { positionMs } = this.#position;
    if (this.#resumedMs !== undefined && positionMs > this.#resumedMs + offerMs) this.#resumedMs = undefined;
    if (this.#isMoving && Date.now() - this.#keptAt > keepEveryMs) this.#keep();
    this.moves.emit();
    const next = this.#newSnapshot();
    if (JSON.stringify(next) === JSON.stringify(this.#snapshot)) return;
    this.#snapshot = next;
    this.changes.emit();
  }

  #newSnapshot(): PlayerSnapshot {
    const { volume, muted, defaultPlaybackRate: speed } = this.#audio;
    const listening = this.#listening;
    const { problem } = listening ?? {};
    return {
      track: listening?.track,
      state: playState(listening, { isWanted: this.#isWanted, isMoving: this.#isMoving }),
      ...(problem === undefined ? {} : { problem }),
      speed,
      volume,
      muted,
      needsPress: this.#needsPress,
      isResumed: this.#resumedMs !== undefined,
    };
  }
}
