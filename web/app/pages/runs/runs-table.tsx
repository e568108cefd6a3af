import { Link } from 'wouter';
import type { Schemas } from '../../api/client';
import { moment } from '../../components/format';
import { isUnderWay, RunState } from '../../components/run/run-state';
import { useNow } from '../../components/use-now';
import { took } from '../../components/took';
import { kindOf, titleOf } from './run-words';

type Run = Schemas['Run'];

/** The roles are said again: a table that is laid out as cards on a phone is none to some screen readers otherwise. */
export function RunsTable({ runs }: { runs: readonly Run[] }) {
  const now = useNow(runs.some(({ overall_status }) => isUnderWay(overall_status)));
  return (
    <table className="runs-table" role="table">
      <caption className="hidden">Activity, newest first</caption>
      <thead role="rowgroup">
        <tr role="row">
          {['About', 'Kind', 'State', 'Started', 'Took', 'Attempt'].map((column) => (
            <th key={column} role="columnheader" scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {runs.map((run) => (
          <tr key={run.run_id} role="row">
            <th role="rowheader" scope="row">
              <Link href={`/runs/${run.run_id}`}>{titleOf(run)}</Link>
              {run.error_message === null ? null : <p className="runs-reason small">{run.error_message}</p>}
            </th>
            <td role="cell" data-label="Kind">
              {kindOf(run)}
            </td>
            <td role="cell">
              <RunState of={{ ...run, status: statusOf(run) }} />
            </td>
            <td role="cell" data-label="Started">
              <time dateTime={run.started_timestamp}>{moment(run.started_timestamp)}</time>
            </td>
            <td role="cell" className="number" data-label="Took">
              {took(lastedMs(run, now))}
            </td>
            <td role="cell" className="number" data-label="Attempt">
              {run.run_number}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Runs without a detailed state say their stage instead. */
export function statusOf({ status, overall_status: overall, stage }: Run): string {
  return status === overall ? (stage ?? status) : status;
}

/** Until its end, or until now. */
export function lastedMs(run: Pick<Run, 'started_timestamp' | 'ended_timestamp'>, now: number): number {
  const { started_timestamp: from, ended_timestamp: to } = run;
  return (to === null ? now : Date.parse(to)) - Date.parse(from);
}
