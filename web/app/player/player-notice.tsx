import { Icon } from '../parts/icon';
import { usePlayer } from './player';

/** Why nothing is heard, or soon will not be; said once, when it changes. */
export function PlayerNotice() {
  const { state, problem, needsPress, track, toggle } = usePlayer();
  const said = words(state, problem?.message, needsPress, track?.isLive === true);
  return (
    <div className="player-notice" role="status">
      {said === undefined ? null : (
        <p className={state === 'failed' ? 'player-notice-bad' : undefined}>
          <Icon name={problem === undefined ? 'spark' : 'warning'} /> <span>{said}</span>
          {problem === undefined ? null : <span className="small quiet">{problem.code}</span>}
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

function words(
  state: string,
  problem: string | undefined,
  needsPress: boolean,
  isLive: boolean,
): string | undefined {
  if (problem !== undefined) return problem;
  if (needsPress) return 'Your browser waits for a press of the button before it plays.';
  if (state === 'loading') return isLive ? 'Waiting for the first words.' : 'Loading.';
  if (state === 'waiting')
    return isLive ? 'The next words are being recorded. It goes on by itself.' : 'Loading.';
  return undefined;
}
