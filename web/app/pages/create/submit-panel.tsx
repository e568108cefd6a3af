import { ProblemNotice } from '../../components/problem-notice';
import { Icon } from '../../components/icon';
import type { ApiProblem } from '../../api/api-problem';
import { EstimatePanel } from './estimate-panel';
import type { useEstimate } from './use-estimate';

const says = {
  idle: '',
  sending: 'Asking for the episode.',
  retrying:
    'The server does not take it yet. Asking again by itself; however often it is asked, it makes one episode.',
} as const;

/** What it comes to, and the button. What later asks for a person's yes (a price, a review) stands between the two. */
export function OrderPanel({
  estimate,
  waiting,
  failure,
  isKept,
  onStop,
  onStartOver,
}: {
  estimate: ReturnType<typeof useEstimate>;
  waiting: keyof typeof says;
  /** Of the last press, where it is about no field. */
  failure: ApiProblem | undefined;
  /** Whether the draft is safe in this browser. */
  isKept: boolean;
  onStop: () => void;
  /** Undefined where there is nothing to clear. */
  onStartOver: (() => void) | undefined;
}) {
  const isBusy = waiting !== 'idle';
  return (
    <aside className="card create-order" aria-label="Your episode">
      <EstimatePanel estimate={estimate} />
      <button type="submit" className="button button-primary create-submit" aria-disabled={isBusy}>
        <Icon name="spark" /> {isBusy ? 'Asking…' : 'Make the episode'}
      </button>
      <p role="status" className={says[waiting] === '' ? 'hidden' : 'small'}>
        {says[waiting]}
      </p>
      {waiting === 'retrying' ? (
        <button type="button" className="button" onClick={onStop}>
          Stop asking
        </button>
      ) : null}
      {failure === undefined ? null : (
        <ProblemNotice error={failure} title="The episode could not be asked for.">
          <p>Nothing that you entered is lost. Press the button again: it makes one episode.</p>
        </ProblemNotice>
      )}
      <p className="small quiet">
        {isKept
          ? 'What you enter is kept in this browser until the episode is on its way.'
          : 'This browser keeps nothing of what you enter (its storage is closed or full): do not reload.'}
      </p>
      {onStartOver === undefined || isBusy ? null : (
        <button type="button" className="button button-link create-start-over" onClick={onStartOver}>
          Start over
        </button>
      )}
    </aside>
  );
}
