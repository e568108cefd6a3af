import { Icon } from '../components/icon';
import { usePlayer, usePositionOf } from './player';

/** So close to the end of what can be heard it is the making that is waited for. */
const edgeMs = 1_500;

/** Why nothing is heard, or soon will not be. Problems are announced; that it waits a moment now and then is not. */
export function PlayerNotice() {
  const { state, problem, needsPress, toggle } = usePlayer();
  return (
    <div className="player-notice">
      <div role="status">
        {problem === undefined ? null : (
          <p className={state === 'failed' ? 'player-notice-bad' : undefined}>
            <Icon name="warning" /> <span>{problem.message}</span>
            <span className="small quiet">{problem.code}</span>
          </p>
        )}
        {needsPress ? <p>Your browser plays only after a press of the button.</p> : null}
      </div>
      {state === 'failed' || needsPress ? (
        <button type="button" className="button" onClick={toggle}>
          <Icon name={needsPress ? 'play' : 'retry'} /> {needsPress ? 'Go on listening' : 'Try again'}
        </button>
      ) : null}
    </div>
  );
}

/** Says that it is the making that the listener waits for; what merely loads is shown by the button alone. */
export function MakingNotice() {
  const { state, problem, track } = usePlayer();
  const isAtEdge = usePositionOf(({ positionMs, availableMs }) => availableMs - positionMs < edgeMs);
  const hasNothing = usePositionOf(({ availableMs }) => availableMs === 0);
  const waits = state === 'loading' || state === 'waiting';
  if (track?.isLive !== true || problem !== undefined || !waits || !isAtEdge) return null;
  return (
    <p className="player-making small">
      <Icon name="spark" />{' '}
      {hasNothing
        ? 'The first line is being recorded. It begins by itself.'
        : 'The next words are being recorded. It goes on by itself.'}
    </p>
  );
}
