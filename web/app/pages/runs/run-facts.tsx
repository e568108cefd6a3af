import type { ReactNode } from 'react';
import { moment } from '../../components/format';
import { RunState } from '../../components/run/run-state';
import { took } from '../../components/took';
import { kindOf } from './run-words';
import { lastedMs, statusOf } from './runs-table';
import type { RunDetail } from './use-run';

export function RunFacts({ run, now }: { run: RunDetail; now: number }) {
  return (
    <>
      {run.deleted_timestamp === null ? null : (
        <p className="notice">
          The episode was deleted on {moment(run.deleted_timestamp)}. This record of its run remains.
        </p>
      )}
      <dl className="run-facts">
        <Fact name="State">
          <RunState of={{ ...run, status: statusOf(run) }} />
        </Fact>
        <Fact name="Kind">{kindOf(run)}</Fact>
        <Fact name="Started">{moment(run.started_timestamp)}</Fact>
        <Fact name={run.ended_timestamp === null ? 'Running for' : 'Took'}>
          <span className="number">{took(lastedMs(run, now))}</span>
        </Fact>
        <Fact name="Attempt">{run.run_number}</Fact>
        {run.engine_url === null ? null : (
          <Fact name="Workflow engine">
            <a href={run.engine_url} target="_blank" rel="noreferrer">
              Open in the Temporal Web UI
            </a>
          </Fact>
        )}
      </dl>
      <details className="run-details">
        <summary>Technical details</summary>
        <p>
          ID: <code>{run.run_id}</code>
        </p>
        {run.engine_url === null ? (
          <p>
            To link this page to the workflow engine’s own, set <code>TEMPORAL_UI_URL</code> on the server.
          </p>
        ) : null}
      </details>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
