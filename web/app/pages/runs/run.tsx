import './runs.css';
import './run.css';
import { Link, useParams } from 'wouter';
import { toProblem } from '../../api/api-problem';
import { Loading } from '../../components/loading';
import { Page } from '../../components/page';
import { ProblemNotice } from '../../components/problem-notice';
import { ControlNotice } from '../../components/run/run-controls';
import { useRunControl } from '../../components/run/use-run-control';
import { RunActions } from './run-actions';
import { RunBody } from './run-body';
import { titleOf } from './run-words';
import { useRun } from './use-run';

/** One run: what it did, step by step, and how that can be trusted. */
export default function Run() {
  const { id = '' } = useParams();
  const run = useRun(id);
  const { data } = run;
  const control = useRunControl(id, data);
  const isUnknown = run.isError && toProblem(run.error).status === 404;
  return (
    <Page
      title={data === undefined ? 'Activity' : titleOf(data)}
      intro={<Link href="/runs">All activity</Link>}
      {...(data === undefined ? {} : { actions: <RunActions run={data} control={control} /> })}
    >
      <ControlNotice control={control} />
      {run.isPending ? <Loading what="the run" lines={8} /> : null}
      {run.isError ? (
        <ProblemNotice
          error={run.error}
          title={data === undefined ? 'The run could not be loaded.' : 'This may be out of date.'}
          {...(isUnknown ? {} : { onRetry: () => void run.refetch() })}
        />
      ) : null}
      {data === undefined ? null : <RunBody run={data} />}
    </Page>
  );
}
