import './run-controls.css';
import { useState } from 'react';
import { toProblem } from '../../api/api-problem';
import { ConfirmDialog } from '../confirm-dialog';
import { Icon } from '../icon';
import { ProblemNotice } from '../problem-notice';
import { isUnderWay } from './run-state';
import type { Action, Stand, useRunControl } from './use-run-control';

type Control = ReturnType<typeof useRunControl>;

/** The buttons for a run in progress. Each page places its own retry button. */
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
          <Icon name="play" /> {control.busy === 'resume' ? 'Resuming…' : 'Resume making'}
        </button>
      ) : (
        <button
          type="button"
          className="button"
          disabled={isBusy || overall === 'pending'}
          onClick={() => control.act('pause')}
        >
          <Icon name="pause" /> {control.busy === 'pause' ? 'Pausing…' : 'Pause making'}
        </button>
      )}
      <button type="button" className="button button-danger" disabled={isBusy} onClick={() => setAsks(true)}>
        <Icon name="close" /> {control.isCancelling ? 'Cancelling…' : 'Cancel'}
      </button>
      {asks ? (
        <ConfirmDialog
          title="Stop making this episode?"
          confirm="Stop it"
          keep="Keep going"
          isBusy={isBusy}
          onConfirm={() => {
            setAsks(false);
            control.act('cancel');
          }}
          onClose={() => setAsks(false)}
        >
          <p>
            What has been made so far is kept, and a retry continues from there. Until then you cannot listen
            to it.
          </p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}

const refusals: Record<Action, string> = {
  cancel: 'The episode was not cancelled.',
  pause: 'The episode was not paused.',
  resume: 'The episode was not resumed.',
  retry: 'The episode was not restarted.',
};

/** Says what the last action has led to. */
export function ControlNotice({ control: { said, error, failed } }: { control: Control }) {
  return (
    <>
      <p role="status" className={said === '' ? 'hidden' : 'control-said'}>
        {said}
      </p>
      {failed === undefined ? null : (
        <ProblemNotice error={error} title={refusals[failed]}>
          {toProblem(error).status === 409 ? (
            <p>Its state has changed in the meantime. This page shows the current state.</p>
          ) : null}
        </ProblemNotice>
      )}
    </>
  );
}
