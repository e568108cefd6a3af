import { Icon } from '../parts/icon';
import { usePlayer, type PlayState } from './player';

/** Why nothing is heard, or soon will not be. Problems are announced; that it waits a moment now and then is not. */
export function PlayerNotice() {
  const { state, problem, needsPress, track, toggle } = usePlayer();
  const wait = problem === undefined ? waitOf(state, track?.isLive === true) : undefined;
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
      {wait === undefined ? null : (
        <p>
          <Icon name="spark" /> <span>{wait}</span>
        </p>
      )}
      {state === 'failed' || needsPress ? (
        <button type="button" className="button" onClick={toggle}>
          <Icon name={needsPress ? 'play' : 'retry'} /> {needsPress ? 'Go on listening' : 'Try again'}
        </button>
      ) : null}
    </div>
  );
}

function waitOf(state: PlayState, isLive: boolean): string | undefined {
  if (state === 'loading') return isLive ? 'Waiting for the first words.' : 'Loading.';
  if (state === 'waiting')
    return isLive ? 'The next words are being recorded. It goes on by itself.' : 'Loading.';
  return undefined;
}
