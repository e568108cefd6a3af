import './run-controls.css';
import { useState } from 'react';
import { toProblem } from '../../api/api-problem';
import { ConfirmDialog } from '../confirm-dialog';
import { Icon } from '../icon';
import { ProblemNotice } from '../problem-notice';
import { isUnderWay } from './run-state';
import type { Action, Stand, useRunControl } from './use-run-control';

type Control = ReturnType<typeof useRunControl>;

/** The buttons that fit the state of a run under way. A retry is offered where each page has room for it. */
export function RunControls({
  stand: { overall_status: overall, status },
  control,
}: {
  stand: Stand;
  control: Control;
}) {
  const [asks, setAsks] = useState(false);
  if (!isUnderWay(overall)) return null;
  const isBusy = control.busy !== undefined || control.isCancelling;
  return (
    <>
      {status === 'paused' ? (
        <button type="button" className="button" disabled={isBusy} onClick={() => control.act('resume')}>
          <Icon name="play" /> {control.busy === 'resume' ? 'Resuming' : 'Resume making'}
        </button>
      ) : (
        <button
          type="button"
          className="button"
          disabled={isBusy || overall === 'pending'}
          onClick={() => control.act('pause')}
        >
          <Icon name="pause" /> {control.busy === 'pause' ? 'Pausing' : 'Pause making'}
        </button>
      )}
      <button type="button" className="button button-danger" disabled={isBusy} onClick={() => setAsks(true)}>
        <Icon name="close" /> {control.isCancelling ? 'Being cancelled' : 'Cancel'}
      </button>
      {asks ? (
        <ConfirmDialog
          title="Stop making this episode?"
          confirm="Stop it"
          keep="Let it go on"
          isBusy={isBusy}
          onConfirm={() => {
            setAsks(false);
            control.act('cancel');
          }}
          onClose={() => setAsks(false)}
        >
          <p>
            What is made so far is kept, and a retry goes on from there. Until then there is nothing to listen
            to.
          </p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}

const refusals: Record<Action, string> = {
  cancel: 'It was not cancelled.',
  pause: 'It was not paused.',
  resume: 'It was not resumed.',
  retry: 'It was not started again.',
};

/** What came of it. */
export function ControlNotice({ control: { said, error, failed } }: { control: Control }) {
  return (
    <>
      <p role="status" className={said === '' ? 'hidden' : 'control-said'}>
        {said}
      </p>
      {failed === undefined ? null : (
        <ProblemNotice error={error} title={refusals[failed]}>
          {toProblem(error).status === 409 ? (
            <p>It has changed meanwhile. This page shows how it stands now.</p>
          ) : null}
        </ProblemNotice>
      )}
    </>
  );
}
