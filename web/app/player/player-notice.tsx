import { useOnline } from '../components/connection-notice';
import { ErrorCode } from '../components/error-code';
import { Icon } from '../components/icon';
import { usePlayer, usePositionOf } from './player';

/** This close to the end of the available audio, playback waits for the episode to grow. */
const edgeMs = 1_500;

/** Says why playback has stopped or soon will. Short waits are not announced. */
export function PlayerNotice() {
  const { state, problem, needsPress, toggle } = usePlayer();
  const isOnline = useOnline();
  return (
    <div className="player-notice">
      <div role="status">
        {/* Above every page stands that the device is offline. */}
        {problem === undefined || (problem.code === undefined && !isOnline) ? null : (
          <div className={state === 'failed' ? 'player-problem player-notice-bad' : 'player-problem'}>
            <Icon name={problem.code === undefined ? 'retry' : 'warning'} /> <span>{problem.message}</span>
            {problem.code === undefined ? null : <ErrorCode code={problem.code} />}
          </div>
        )}
        {needsPress ? <p>Your browser needs a click before it plays audio.</p> : null}
      </div>
      {state === 'failed' || needsPress ? (
        <button type="button" className="button" onClick={toggle}>
          <Icon name={needsPress ? 'play' : 'retry'} /> {needsPress ? 'Continue listening' : 'Try again'}
        </button>
      ) : null}
    </div>
  );
}

/** Says that playback waits for the next line to be recorded. Mere loading is shown by the button alone. */
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
        ? 'The first line is being recorded. Playback starts automatically.'
        : 'The next line is being recorded. Playback continues automatically.'}
    </p>
  );
}
