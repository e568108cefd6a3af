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
        <Fact name="Run number">{run.run_number}</Fact>
        <Fact name="Workflow engine">
          {run.engine_url === null ? (
            'Not linked: set TEMPORAL_UI_URL to the address of its web page'
          ) : (
            <a href={run.engine_url} target="_blank" rel="noreferrer">
              Open in the Temporal Web UI
            </a>
          )}
        </Fact>
        <Fact name="ID" isWide>
          <code>{run.run_id}</code>
        </Fact>
      </dl>
    </>
  );
}

function Fact({ name, isWide = false, children }: { name: string; isWide?: boolean; children: ReactNode }) {
  return (
    <div className={isWide ? 'run-fact-wide' : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
