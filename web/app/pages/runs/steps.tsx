import { useState } from 'react';
import type { Schemas } from '../../api/client';
import { counted } from '../../components/format';
import { Icon, type IconName } from '../../components/icon';
import { advise } from '../../components/run/advise';
import { JsonPreview } from './json-preview';
import { took } from '../../components/took';
import { stepWords } from './run-words';

type Step = Schemas['Step'];

/** A long episode has a step per line: so many are shown at once. */
const shownAtOnce = 20;

export function Steps({ steps, now }: { steps: readonly Step[]; now: number }) {
  const [all, setAll] = useState(false);
  if (steps.length === 0) return <p className="quiet">No step has started yet.</p>;
  // What failed or is at work is what people look for.
  const shown = all ? steps : steps.filter(({ status }, at) => at < shownAtOnce || status !== 'completed');
  return (
    <>
      <ul className="run-steps">
        {shown.map((step) => (
          <li key={step.task_id}>
            <StepRow step={step} now={now} />
          </li>
        ))}
      </ul>
      {shown.length === steps.length ? null : (
        <button type="button" className="button run-more" onClick={() => setAll(true)}>
          Show all {steps.length} steps
        </button>
      )}
    </>
  );
}

const looks: Record<Step['status'], { words: string; icon: IconName; tone: string }> = {
  pending: { words: 'Waiting', icon: 'spark', tone: '' },
  dispatched: { words: 'Waiting', icon: 'spark', tone: '' },
  in_progress: { words: 'In progress', icon: 'brand', tone: 'state-live' },
  completed: { words: 'Completed', icon: 'check', tone: 'state-good' },
  failed: { words: 'Failed', icon: 'warning', tone: 'state-bad' },
  skipped: { words: 'Skipped', icon: 'forward', tone: '' },
};

/** Its content is made when it is opened: there may be hundreds. */
function StepRow({ step, now }: { step: Step; now: number }) {
  const [isOpen, setOpen] = useState(false);
  const { words, icon, tone } = looks[step.status];
  return (
    <details className="run-step" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="chevron" />
        <span className="run-step-name">
          <b>{stepWords(step.activity_id, step.agent_name)}</b>
        </span>
        {step.retry_count === 0 ? null : (
          <span className="small">{counted(step.retry_count, 'retry', 'retries')}</span>
        )}
        <span className={`state ${tone}`}>
          <Icon name={icon} /> {words}
        </span>
        <span className="run-step-time number small quiet">{tookOf(step, now)}</span>
      </summary>
      {isOpen ? (
        <div className="run-step-body">
          <StepError error={step.error} />
          <p className="small quiet">
            Step <code>{step.activity_id}</code> of agent <code>{step.agent_name}</code>
          </p>
          <JsonPreview title="Input" value={step.input} />
          <JsonPreview title="Output" value={step.output} />
        </div>
      ) : null}
    </details>
  );
}

function tookOf({ started_at: from, ended_at: to }: Step, now: number): string {
  if (from === null) return '';
  return took((to === null ? now : Date.parse(to)) - Date.parse(from));
}

/** As steps record their failures: `{error_type, message, details?}`. */
function StepError({ error }: { error: unknown }) {
  if (typeof error !== 'object' || error === null) return null;
  const code = 'error_type' in error && typeof error.error_type === 'string' ? error.error_type : undefined;
  const message = 'message' in error && typeof error.message === 'string' ? error.message : undefined;
  const details = 'details' in error ? error.details : undefined;
  return (
    <div className="run-step-error">
      <p>{message ?? 'It failed without giving a reason.'}</p>
      {code === undefined ? null : <p>{advise(code)}</p>}
      {code === undefined ? null : <p className="small quiet">{code}</p>}
      {details === undefined ? null : <JsonPreview title="Details of the failure" value={details} />}
    </div>
  );
}
