import type { QueryClient } from '@tanstack/react-query';
import type { ListenState } from '../../listen/index';
import { EpisodePlayer } from '../../listen/player';
import { followEpisode, type EpisodeEvent } from './episode-events';
import { connectionLost, failureOf } from './player-problems';
import type { PlayerProblem, Position, Track } from './track';
import { segmentsOf } from './use-segments';

export type ListeningOptions = {
  audio: HTMLAudioElement;
  queries: QueryClient;
  track: Track;
  atMs: number;
  /** The length known so far, until the stream reports it. */
  availableMs?: number;
  onChange: () => void;
  /** The element has a new source; the caller decides whether it plays. */
  onSource: () => void;
};

/** One episode in the player until the next one is chosen: what feeds the element, and its state. */
export class Listening {
  readonly #options: ListeningOptions;
  #track: Track;
  #episode: EpisodePlayer | undefined;
  #unfollow: (() => void) | undefined;
  /** The seek target, until playback arrives there. */
  #targetMs: number | undefined;
  #availableMs: number;
  #guessMs = 0;
  /** All audio has arrived. */
  #isFinished = false;
  /** The episode is complete. */
  #isWhole = false;
  #wasHeard = false;
  #problem: PlayerProblem | undefined;
  #failure: PlayerProblem | undefined;

  constructor(options: ListeningOptions) {
    this.#options = options;
    this.#track = options.track;
    this.#targetMs = options.atMs;
    this.#availableMs = options.availableMs ?? 0;
  }

  get track(): Track {
    return this.#track;
  }

  get problem(): PlayerProblem | undefined {
    return this.#failure ?? this.#problem;
  }

  get hasFailed(): boolean {
    return this.#failure !== undefined;
  }

  /** There is buffered audio although the stream has failed. */
  get hasSound(): boolean {
    return this.#episode?.mode === 'mse' && this.#options.audio.buffered.length > 0;
  }

  get hasEnded(): boolean {
    // Over plain HTTP the element also ends where a response broke off.
    return this.#options.audio.ended && (this.#episode?.mode === 'mse' || this.#isFinished);
  }

  get wasHeard(): boolean {
    return this.#wasHeard;
  }

  get position(): Position {
    const positionMs = this.#targetMs ?? (this.#episode?.position ?? 0) * 1_000;
    const heardMs = (this.#episode?.duration ?? 0) * 1_000;
    if (heardMs > 0) this.#availableMs = heardMs;
    const availableMs = this.#availableMs;
    const durationMs = !this.#track.isLive && availableMs > 0 ? availableMs : null;
    const expectedMs = durationMs ?? Math.max(this.#guessMs, availableMs, positionMs);
    return { positionMs, availableMs, durationMs, expectedMs };
  }

  /** Starts fetching, if it has not started. */
  open(): void {
    if (this.#episode !== undefined) return;
    const { audio, onSource } = this.#options;
    const { podcastId } = this.#track;
    const episode: EpisodePlayer = new EpisodePlayer({
      audio,
      podcastId,
      startAtSeconds: (this.#targetMs ?? 0) / 1_000,
      onState: (state) => this.#hear(episode, state),
    });
    this.#episode = episode;
    // Called before there is a source, so that plain HTTP knows it should play, and after, since a new source stops.
    onSource();
    episode.start().catch((error: unknown) => this.#hear(episode, brokenBy(error)));
    onSource();
    this.#follow();
  }

  close(): void {
    this.#unfollow?.();
    this.#unfollow = undefined;
    this.#episode?.close();
    this.#episode = undefined;
  }

  seek(ms: number): void {
    const most = this.#availableMs > 0 ? this.#availableMs : Infinity;
    this.#targetMs = Math.max(0, Math.min(ms, most));
    this.#episode?.seek(this.#targetMs / 1_000);
  }

  /** The element has arrived at the seek target. */
  arrive(): void {
    this.#targetMs = undefined;
  }

  heard(): void {
    this.#wasHeard = true;
    this.#targetMs = undefined;
  }

  describe(track: Track): void {
    // The page's data may be older than what the stream has reported.
    this.#track = { ...track, isLive: track.isLive && !this.#isWhole && this.#failure === undefined };
    if (this.#episode !== undefined) this.#follow();
  }

  #hear(episode: EpisodePlayer, state: ListenState): void {
    if (episode !== this.#episode) return;
    if (['receiving', 'waiting', 'finished'].includes(state.name)) this.#problem = undefined;
    if (state.name === 'reconnecting' && state.tries > 0) this.#problem = connectionLost;
    if (state.name === 'failed' && state.end.status === 'failed') {
      this.#failure = failureOf(state.end);
      this.#track = { ...this.#track, isLive: false };
    }
    if (state.name === 'finished') {
      this.#isFinished = true;
      this.#completed();
    }
    this.#options.onChange();
  }

  /** Also for a failed episode, since it may be retried. */
  #follow(): void {
    const { podcastId, isLive } = this.#track;
    if (isLive) this.#unfollow ??= followEpisode(podcastId, (event) => this.#told(event));
  }

  #completed(): void {
    this.#isWhole = true;
    this.#track = { ...this.#track, isLive: false };
  }

  #told(event: EpisodeEvent): void {
    if (event.name === 'joined') void this.#catchUp();
    else if (event.name === 'segment_ready') this.#episode?.segmentReady(event.data);
    else if (event.name === 'progress') {
      const { segments_done: done, segments_total: total, available_ms: availableMs } = event.data;
      this.#guessMs = total === null || done === 0 ? 0 : (availableMs * total) / done;
    } else if (event.name === 'generation_status') {
      const { is_terminal: isOver, final_status: final = '' } = event.data;
      if (isOver && final.startsWith('completed')) this.#completed();
      else if (!isOver && this.#failure !== undefined) this.#again();
    }
    this.#options.onChange();
  }

  /** The run is retried: playback continues where it ended. */
  #again(): void {
    const { positionMs } = this.position;
    this.#episode?.close();
    this.#episode = undefined;
    this.#targetMs = positionMs;
    this.#problem = undefined;
    this.#failure = undefined;
    this.#track = { ...this.#track, isLive: true };
    this.open();
  }

  /** Fetches the segments from before the channel was joined. */
  async #catchUp(): Promise<void> {
    const { podcastId } = this.#track;
    const segments = await this.#options.queries.query(segmentsOf(podcastId)).catch(() => []);
    for (const segment of segments) this.#episode?.segmentReady({ podcast_id: podcastId, ...segment });
    this.#options.onChange();
  }
}

function brokenBy(error: unknown): ListenState {
  const message = error instanceof Error ? error.message : String(error);
  return { name: 'failed', end: { status: 'failed', code: 'PLAYER', message } };
}
