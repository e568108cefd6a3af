/** What the player shows of an episode. */
export type Track = {
  podcastId: string;
  title: string;
  coverUrl: string | null;
  /** Whether it is still being made. */
  isLive: boolean;
};

/**
 * `loading`: nothing has played yet. `waiting`: it continues when more has arrived. `failed`: there is nothing to play, or
 * no more of it.
 */
export type PlayState = 'idle' | 'loading' | 'playing' | 'paused' | 'waiting' | 'ended' | 'failed';

export type PlayerProblem = {
  /** For people. */
  message: string;
  /** None while the connection is lost: that passes. */
  code?: string;
};

/** Changes seldom. */
export type PlayerSnapshot = {
  track: Track | undefined;
  state: PlayState;
  /** Why it waits or has failed, or why it will stop soon. */
  problem?: PlayerProblem;
  speed: number;
  /** 0 to 1. */
  volume: number;
  muted: boolean;
  /** The browser needs a click before it plays audio. */
  needsPress: boolean;
  /** Playback has begun where the listener left off, so the start is offered, too. */
  isResumed: boolean;
};

/** Changes several times a second. */
export type Position = {
  positionMs: number;
  /** How much audio is available. */
  availableMs: number;
  /** Null while it is being made. */
  durationMs: number | null;
  /** How long it will be: known, or guessed from what is recorded. */
  expectedMs: number;
};
