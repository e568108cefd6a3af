/** What is played: an episode, as far as the player shows it. */
export type Track = {
  podcastId: string;
  title: string;
  coverUrl: string | null;
  /** Whether it is still being made. */
  isLive: boolean;
};

/**
 * `loading`: nothing was heard yet. `waiting`: it goes on as soon as more has come. `failed`: there is nothing to play,
 * or no more of it.
 */
export type PlayState = 'idle' | 'loading' | 'playing' | 'paused' | 'waiting' | 'ended' | 'failed';

export type PlayerProblem = {
  code: string;
  /** For people. */
  message: string;
};

/** Changes seldom. */
export type PlayerSnapshot = {
  track: Track | undefined;
  state: PlayState;
  /** Why it waits or has failed, or what will stop it although it still plays. */
  problem?: PlayerProblem;
  speed: number;
  /** 0 to 1. */
  volume: number;
  muted: boolean;
  /** The browser wants a press of the button before there is sound. */
  needsPress: boolean;
  /** Where the listener left off earlier: offered, until it is taken or no news any more. */
  resumeMs: number | undefined;
};

/** Changes several times a second. */
export type Position = {
  positionMs: number;
  /** So much can be heard already. */
  availableMs: number;
  /** Null while it is being made. */
  durationMs: number | null;
  /** How long it will be: known, or guessed from what is recorded. */
  expectedMs: number;
};
