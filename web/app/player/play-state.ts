import type { PlayState } from './track';

export type Facts = {
  hasTrack: boolean;
  hasFailed: boolean;
  /** There is something to hear although it failed. */
  hasSound: boolean;
  hasEnded: boolean;
  isWanted: boolean;
  isMoving: boolean;
  wasHeard: boolean;
};

export function playState(facts: Facts): PlayState {
  if (!facts.hasTrack) return 'idle';
  if (facts.hasFailed && (facts.hasEnded || !facts.hasSound)) return 'failed';
  if (facts.hasEnded) return 'ended';
  if (!facts.isWanted) return 'paused';
  if (facts.isMoving) return 'playing';
  return facts.wasHeard ? 'waiting' : 'loading';
}
