import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client';
import { refreshEpisodes } from '../../api/refresh-episodes';
import { isUnderWay } from './run-state';

export type Action = 'cancel' | 'pause' | 'resume' | 'retry';
/** `sent`: it is on its way, and the engine is slow to say that it is taken. */
type Taken = 'applied' | 'sent';
/** How an episode or its run stands. */
export type Stand = { overall_status: Schemas['OverallStatus']; status: string };

/**
 * What can be done to an episode's run, and what came of the last thing that was done.
 *
 * @param stand undefined as long as it is not known
 */
export function useRunControl(id: string, stand: Stand | undefined) {
  const queries = useQueryClient();
  const act = useMutation({
    mutationFn: (action: Action) => control(id, action),
    // Busy until the page shows how it stands now.
    onSettled: () => refreshEpisodes(queries),
  });
  const done = act.isSuccess ? act.variables : undefined;
  return {
    act: (action: Action) => act.mutate(action),
    busy: act.isPending ? act.variables : undefined,
    /** The run stops as soon as what is in flight has stopped. */
    isCancelling: done === 'cancel' && stand !== undefined && isUnderWay(stand.overall_status),
    error: act.isError ? act.error : undefined,
    failed: act.isError ? act.variables : undefined,
    said:
      done === undefined || act.data === undefined || stand === undefined
        ? ''
        : saidOf(done, act.data, stand),
  };
}

async function control(id: string, action: Action): Promise<Taken> {
  const params = { path: { id } };
  switch (action) {
    case 'cancel':
      await api.POST('/api/v1/podcasts/{id}/cancel', { params });
      return 'sent';
    case 'retry':
      await api.POST('/api/v1/podcasts/{id}/retry', { params });
      return 'applied';
    case 'pause': {
      const { data } = await api.POST('/api/v1/podcasts/{id}/pause', { params });
      return data?.applied === true ? 'applied' : 'sent';
    }
    case 'resume': {
      const { data } = await api.POST('/api/v1/podcasts/{id}/resume', { params });
      return data?.applied === true ? 'applied' : 'sent';
    }
  }
}

/** True only as long as the run stands as it says. */
function saidOf(action: Action, taken: Taken, { overall_status: overall, status }: Stand): string {
  if (action === 'cancel') return isUnderWay(overall) ? 'Cancelling. Work in progress is stopped first.' : '';
  if (!isUnderWay(overall)) return '';
  if (action === 'retry') return 'Restarted. Only what is missing is made.';
  if (action === 'pause') {
    if (status === 'paused') return 'Paused. Lines in progress are finished; nothing new is started.';
    return taken === 'sent' ? 'Pause requested. The workflow engine has not confirmed it yet.' : '';
  }
  if (status !== 'paused') return 'Resumed.';
  return taken === 'sent' ? 'Resume requested. The workflow engine has not confirmed it yet.' : '';
}
