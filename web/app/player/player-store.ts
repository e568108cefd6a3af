import type { QueryClient } from '@tanstack/react-query';
import { EpisodePlayer } from '../../listen/player';
import type { ListenState } from '../../listen/index';
import { followEpisode, type EpisodeEvent } from './episode-events';
import { Followers } from './followers';
import {
  keepPosition,
  keepSession,
  keepVolume,
  keptPosition,
  keptSession,
  keptVolume,
} from './kept-positions';
import { playState } from './play-state';
import { failureOf, reconnecting } from './player-problems';
import type { PlayerProblem, PlayerSnapshot, Position, Track } from './track';
import { segmentsOf } from './use-segments';

const keepEveryMs = 5_000;
const nowhere: Position = { positionMs: 0, availableMs: 0, durationMs: null, expectedMs: 0 };

/** The one player of the page: an element that no page takes away, and what feeds it. */
export class PlayerStore {
  readonly changes = new Followers();
  readonly moves = new Followers();
  readonly #audio = new Audio();
  readonly #queries: QueryClient;
  #snapshot: PlayerSnapshot;
  #position = nowhere;
  #track: Track | undefined;
  #episode: EpisodePlayer | undefined;
  #unfollow: (() => void) | undefined;
  /** Whether the listener wants to hear it now. */
  #wanted = false;
  #isMoving = false;
  #wasHeard = false;
  /** All of it has arrived. */
  #isFinished = false;
  /** All of it is made. */
  #isWhole = false;
  #needsPress = false;
  #problem: PlayerProblem | undefined;
  #failure: PlayerProblem | undefined;
  #resumeMs: number | undefined;
  /** Where it is going, until it plays there. */
  #targetMs: number | undefined;
  #guessMs = 0;
  #keptAt = 0;

  constructor(queries: QueryClient) {
    this.#queries = queries;
    const { volume, muted } = keptVolume();
    this.#audio.volume = volume;
    this.#audio.muted = muted;
    this.#audio.preload = 'auto';
    this.#snapshot = this.#newSnapshot();
    this.#hearElement();
  }

  get snapshot(): PlayerSnapshot {
    return this.#snapshot;
  }

  get position(): Position {
    return this.#position;
  }

  /** Takes up what was played when the page was left. Answers how to end it. */
  open(): () => void {
    const leaving = new AbortController();
    addEventListener('pagehide', () => this.#keep(), { signal: leaving.signal });
    const kept = this.#track === undefined ? keptSession() : undefined;
    if (kept !== undefined) {
      const { track, positionMs, availableMs, isPlaying } = kept;
      this.#change(track, positionMs);
      this.#position = { ...this.#position, availableMs, expectedMs: availableMs };
      if (isPlaying) this.#start();
      this.#show();
    }
    return () => leaving.abort();
  }

  play(track: Track, atMs?: number): void {
    const isOther = track.podcastId !== this.#track?.podcastId;
    if (isOther || this.#failure !== undefined) {
      this.#keep();
      const resumeMs = keptPosition(track.podcastId);
      this.#change(track, atMs ?? (isOther ? 0 : this.#position.positionMs));
      if (isOther && atMs === undefined) this.#resumeMs = resumeMs;
    } else if (atMs !== undefined && this.#episode === undefined) {
      this.seek(atMs);
    }
    const isSought = atMs !== undefined && this.#episode !== undefined;
    // Over plain HTTP a seek may need a new source, which plays on only if the old one did.
    this.#start();
    if (isSought) this.seek(atMs);
  }

  toggle(): void {
    const { state } = this.#snapshot;
    if (this.#track === undefined) return;
    if (state === 'failed') this.play(this.#track);
    else if (state === 'ended') this.play(this.#track, 0);
    else if (this.#wanted) this.pause();
    else this.#start();
  }

  pause(): void {
    this.#wanted = false;
    this.#audio.pause();
    this.#keep();
    this.#show();
  }

  seek(ms: number): void {
    const { availableMs } = this.#position;
    const to = Math.max(0, availableMs > 0 ? Math.min(ms, availableMs) : ms);
    this.#targetMs = to;
    this.#resumeMs = undefined;
    this.#episode?.seek(to / 1_000);
    this.#show();
  }

  setSpeed(speed: number): void {
    // A new source begins with the default.
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
    this.#letGo();
    this.#track = undefined;
    this.#wanted = false;
    this.#position = nowhere;
    keepSession(undefined);
    this.#show();
  }

  /** What is known better meanwhile of the track that is played: its title, its cover. */
  describe(track: Track): void {
    const now = this.#track;
    if (now?.podcastId !== track.podcastId) return;
    // The page may have asked a while ago.
    const isLive = track.isLive && !this.#isWhole;
    if (now.title === track.title && now.coverUrl === track.coverUrl && now.isLive === isLive) return;
    this.#track = { ...track, isLive };
    this.#show();
  }

  #change(track: Track, atMs: number): void {
    this.#letGo();
    const isSame = this.#track?.podcastId === track.podcastId;
    this.#track = track;
    this.#position = { ...(isSame ? this.#position : nowhere), positionMs: atMs };
    this.#guessMs = isSame ? this.#guessMs : 0;
    this.#targetMs = atMs;
    this.#wasHeard = false;
    this.#isFinished = false;
    this.#isWhole = false;
    this.#needsPress = false;
    this.#problem = undefined;
    this.#failure = undefined;
    this.#resumeMs = undefined;
  }

  #letGo(): void {
    this.#unfollow?.();
    this.#unfollow = undefined;
    this.#episode?.close();
    this.#episode = undefined;
    this.#isMoving = false;
  }

  #start(): void {
    const track = this.#track;
    if (track === undefined) return;
    this.#wanted = true;
    this.#needsPress = false;
    if (this.#episode === undefined) {
      const episode = this.#newEpisode(track);
      this.#episode = episode;
      // Asked before there is a source, so that plain HTTP knows that it is to play, and after it, since a new source stops.
      this.#playElement();
      episode.start().catch((error: unknown) => this.#hear(episode, brokenBy(error)));
      if (track.isLive) this.#unfollow = followEpisode(track.podcastId, (event) => this.#told(event));
    }
    this.#playElement();
    this.#show();
  }

  #newEpisode({ podcastId }: Track): EpisodePlayer {
    const episode: EpisodePlayer = new EpisodePlayer({
      audio: this.#audio,
      podcastId,
      startAtSeconds: (this.#targetMs ?? 0) / 1_000,
      onState: (state) => this.#hear(episode, state),
    });
    return episode;
  }

  #playElement(): void {
    this.#audio.play().catch((error: unknown) => {
      // Any other end of it concerns a source that is not the present one any more.
      if (!(error instanceof DOMException) || error.name !== 'NotAllowedError') return;
      this.#wanted = false;
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
        if (isMoving) this.#wasHeard = true;
        if (isMoving) this.#targetMs = undefined;
        // A headset was taken off, or another program wants to be heard.
        if (name === 'pause' && !audio.ended) this.#wanted = false;
        this.#show();
      });
    }
    audio.addEventListener('seeked', () => {
      this.#targetMs = undefined;
      this.#show();
    });
    for (const name of ['ended', 'timeupdate', 'durationchange', 'ratechange']) {
      audio.addEventListener(name, () => this.#show());
    }
  }

  #hear(episode: EpisodePlayer, state: ListenState): void {
    if (episode !== this.#episode) return;
    if (state.name === 'reconnecting' && state.tries > 0) this.#problem = reconnecting();
    if (state.name === 'receiving' || (state.name === 'waiting' && episode.mode === 'mse')) {
      this.#problem = undefined;
    }
    if (state.name === 'failed' && state.end.status === 'failed') this.#failure = failureOf(state.end);
    if (state.name === 'finished') {
      this.#isFinished = true;
      this.#problem = undefined;
      this.#completed();
    }
    this.#show();
  }

  #completed(): void {
    this.#isWhole = true;
    if (this.#track?.isLive === true) this.#track = { ...this.#track, isLive: false };
  }

  #told(event: EpisodeEvent): void {
    const track = this.#track;
    if (track === undefined) return;
    if (event.name === 'joined') void this.#catchUp(track);
    else if (event.name === 'segment_ready') this.#episode?.segmentReady(event.data);
    else if (event.name === 'progress') {
      const { segments_done: done, segments_total: total, available_ms: availableMs } = event.data;
      this.#guessMs = total === null || done === 0 ? 0 : (availableMs * total) / done;
    } else if (event.name === 'generation_status') this.#standing(event.data, track);
    this.#show();
  }

  #standing(
    { is_terminal: isOver, final_status: final }: { is_terminal: boolean; final_status?: string },
    track: Track,
  ) {
    if (isOver && (final === 'completed' || final === 'completed_with_errors')) {
      this.#completed();
    } else if (!isOver && this.#failure !== undefined) {
      // It is tried once more: what comes is played from where this one ended.
      const wanted = this.#wanted;
      this.#change({ ...track, isLive: true }, this.#position.positionMs);
      if (wanted) this.#start();
    }
  }

  /** What could be heard before the channel was joined. */
  async #catchUp({ podcastId }: Track): Promise<void> {
    const segments = await this.#queries.fetchQuery(segmentsOf(podcastId)).catch(() => []);
    if (this.#track?.podcastId !== podcastId) return;
    for (const segment of segments) this.#episode?.segmentReady({ podcast_id: podcastId, ...segment });
    this.#show();
  }

  #keep(): void {
    const track = this.#track;
    if (track === undefined) return;
    const { positionMs, availableMs, durationMs } = this.#position;
    this.#keptAt = Date.now();
    keepSession({ track, positionMs, availableMs, isPlaying: this.#wanted && !this.#audio.ended });
    // An offer that nobody has answered yet stands for the place where the listener left off.
    if (this.#resumeMs === undefined) keepPosition(track.podcastId, positionMs, durationMs);
  }

  #show(): void {
    this.#move();
    const next = this.#newSnapshot();
    if (JSON.stringify(next) === JSON.stringify(this.#snapshot)) return;
    this.#snapshot = next;
    this.changes.tell();
  }

  #move(): void {
    const episode = this.#episode;
    if (episode === undefined && this.#targetMs === undefined) {
      this.moves.tell();
      return;
    }
    const before = this.#position;
    const positionMs = this.#targetMs ?? (episode?.position ?? 0) * 1_000;
    const availableMs = Math.max(episode === undefined ? before.availableMs : episode.duration * 1_000, 0);
    const durationMs = this.#track?.isLive === false && availableMs > 0 ? availableMs : null;
    const expectedMs = durationMs ?? Math.max(this.#guessMs, availableMs, positionMs);
    this.#position = { positionMs, availableMs: availableMs || before.availableMs, durationMs, expectedMs };
    if (this.#resumeMs !== undefined && positionMs > 30_000) this.#resumeMs = undefined;
    if (this.#isMoving && Date.now() - this.#keptAt > keepEveryMs) this.#keep();
    this.moves.tell();
  }

  #newSnapshot(): PlayerSnapshot {
    const { volume, muted, defaultPlaybackRate: speed, ended } = this.#audio;
    const problem = this.#failure ?? this.#problem;
    return {
      track: this.#track,
      state: playState({
        hasTrack: this.#track !== undefined,
        hasFailed: this.#failure !== undefined,
        hasSound: this.#audio.buffered.length > 0 && this.#episode?.mode === 'mse',
        // Over plain HTTP the element also ends where an answer was cut.
        hasEnded: ended && (this.#episode?.mode === 'mse' || this.#isFinished),
        isWanted: this.#wanted,
        isMoving: this.#isMoving,
        wasHeard: this.#wasHeard,
      }),
      ...(problem === undefined ? {} : { problem }),
      speed,
      volume,
      muted,
      needsPress: this.#needsPress,
      resumeMs: this.#resumeMs,
    };
  }
}

function brokenBy(error: unknown): ListenState {
  const message = error instanceof Error ? error.message : String(error);
  return { name: 'failed', end: { status: 'failed', code: 'PLAYER', message } };
}
