import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { toProblem } from '../../api/api-problem';
import { api } from '../../api/client';
import { Icon } from '../../parts/icon';
import { isUnderWay } from '../../parts/run-state';
import type { RunDetail } from './use-run';

/** What can be done to an episode's run; other runs are asked for again where they came from. */
export function RunActions({ run }: { run: RunDetail }) {
  const queries = useQueryClient();
  const params = { path: { id: run.run_id } };
  const act = useMutation({
    async mutationFn(action: 'retry' | 'cancel') {
      if (action === 'retry') await api.POST('/api/v1/podcasts/{id}/retry', { params });
      else await api.POST('/api/v1/podcasts/{id}/cancel', { params });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['runs'] }),
  });
  if (run.podcast_url === null) return null;
  const live = isUnderWay(run.overall_status);
  const isCancelling = live && act.isSuccess && act.variables === 'cancel';
  return (
    <>
      <Link href={`/episodes/${run.run_id}`} className="button">
        Open the episode
      </Link>
      {live ? (
        <button
          type="button"
          className="button button-danger"
          disabled={act.isPending || isCancelling}
          onClick={() => act.mutate('cancel')}
        >
          {isCancelling ? 'Being cancelled' : 'Cancel'}
        </button>
      ) : null}
      {run.overall_status === 'failed' || run.overall_status === 'cancelled' ? (
        <button
          type="button"
          className="button button-primary"
          disabled={act.isPending}
          onClick={() => act.mutate('retry')}
        >
          <Icon name="retry" /> Retry
        </button>
      ) : null}
      <p role="status" className={act.isError ? 'field-error run-said' : 'hidden'}>
        {act.isError ? toProblem(act.error).message : saidOf(act.isSuccess ? act.variables : undefined)}
      </p>
    </>
  );
}

function saidOf(done: 'retry' | 'cancel' | undefined): string {
  if (done === undefined) return '';
  return done === 'retry' ? 'The run was started again.' : 'The run is being cancelled.';
}
