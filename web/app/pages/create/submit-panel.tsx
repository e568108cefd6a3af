import type { ApiProblem } from '../../api/api-problem';
import { Icon } from '../../components/icon';
import { ProblemNotice } from '../../components/problem-notice';
import { EstimatePanel } from './estimate-panel';
import type { SubmissionState } from './submission-store';
import type { useEstimate } from './use-estimate';

const stateWords: Record<SubmissionState, string> = {
  idle: '',
  sending: 'Sending your request.',
  retrying: 'The server isn’t answering. We’ll keep trying; you’ll get exactly one episode.',
};

/** The estimate and the submit button. */
export function SubmitPanel({
  estimate,
  state,
  failure,
  isKept,
  playsWhenReady,
  onPlaysWhenReady,
  onStop,
  onStartOver,
}: {
  estimate: ReturnType<typeof useEstimate>;
  state: SubmissionState;
  /** Why the last submission failed, if no field is to blame. */
  failure: ApiProblem | undefined;
  /** Whether the draft is safe in this browser. */
  isKept: boolean;
  playsWhenReady: boolean;
  onPlaysWhenReady: (plays: boolean) => void;
  onStop: () => void;
  /** Undefined if there is nothing to clear. */
  onStartOver: (() => void) | undefined;
}) {
  const isBusy = state !== 'idle';
  return (
    <aside className="card create-submit-panel" aria-label="Your episode">
      <EstimatePanel estimate={estimate} />
      <button type="submit" className="button button-primary create-submit" aria-disabled={isBusy}>
        <Icon name="spark" /> {isBusy ? 'Sending…' : 'Create episode'}
      </button>
      <label className="create-plays">
        <input
          type="checkbox"
          checked={playsWhenReady}
          disabled={isBusy}
          onChange={({ target }) => onPlaysWhenReady(target.checked)}
        />
        Play when ready
      </label>
      <p role="status" className={isBusy ? 'small' : 'hidden'}>
        {stateWords[state]}
      </p>
      {state === 'retrying' ? (
        <button type="button" className="button" onClick={onStop}>
          Stop trying
        </button>
      ) : null}
      {failure === undefined ? null : (
        <ProblemNotice error={failure} title="The episode could not be created.">
          <p>Nothing you entered is lost. If you try again, you still get only one episode.</p>
        </ProblemNotice>
      )}
      <p className="small quiet">
        {isKept
          ? 'Your draft is saved in this browser until the episode is on its way.'
          : 'Your draft cannot be saved, because this browser’s storage is blocked or full. Reloading the page loses it.'}
      </p>
      {onStartOver === undefined || isBusy ? null : (
        <button type="button" className="button button-link create-start-over" onClick={onStartOver}>
          Start over
        </button>
      )}
    </aside>
  );
}
