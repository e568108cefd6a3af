import type { Listening } from './listening';
import type { PlayState } from './track';

type What = Pick<Listening, 'hasFailed' | 'hasSound' | 'hasEnded' | 'wasHeard'>;

export function playState(
  what: What | undefined,
  { isWanted, isMoving }: { isWanted: boolean; isMoving: boolean },
): PlayState {
  if (what === undefined) return 'idle';
  if (what.hasFailed && (what.hasEnded || !what.hasSound)) return 'failed';
  if (what.hasEnded) return 'ended';
  if (!isWanted) return 'paused';
  if (isMoving) return 'playing';
  return what.wasHeard ? 'waiting' : 'loading';
}
