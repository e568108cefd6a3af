import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client';
import { refreshEpisodes } from '../../api/refresh-episodes';
import { isUnderWay } from './run-state';

export type Action = 'cancel' | 'pause' | 'resume' | 'retry';
/** `sent`: the engine has not confirmed it yet. */
type Taken = 'applied' | 'sent';
/** The state of an episode or its run. */
export type Stand = { overall_status: Schemas['OverallStatus']; status: string; cancelling?: boolean };

/**
 * The actions on an episode's run, and the outcome of the last one.
 *
 * @param stand undefined while it is unknown
 */
export function useRunControl(id: string, stand: Stand | undefined) {
  const queries = useQueryClient();
  const act = useMutation({
    mutationFn: (action: Action) => control(id, action),
    // Busy until the page shows the new state.
    onSettled: () => refreshEpisodes(queries),
  });
  const done = act.isSuccess ? act.variables : undefined;
  // Somebody may have cancelled it elsewhere.
  const isCancelling =
    stand !== undefined &&
    isUnderWay(stand.overall_status) &&
    (done === 'cancel' || stand.cancelling === true);
  return {
    act: (action: Action) => act.mutate(action),
    busy: act.isPending ? act.variables : undefined,
    /** The run ends when its work in progress has stopped. */
    isCancelling,
    error: act.isError ? act.error : undefined,
    failed: act.isError ? act.variables : undefined,
    said: isCancelling
      ? 'Cancelling. Work in progress is stopped first.'
      : done === undefined || act.data === undefined || stand === undefined
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

/** Describes the outcome while it matches the run's state; then nothing. */
function saidOf(action: Action, taken: Taken, { overall_status: overall, status }: Stand): string {
  if (action === 'cancel' || !isUnderWay(overall)) return '';
  if (action === 'retry') return 'Restarted. Only what is missing is made.';
  if (action === 'pause') {
    if (status === 'paused') return 'Paused. The current lines will finish.';
    return taken === 'sent' ? 'Pause requested. It takes effect as soon as the server can pass it on.' : '';
  }
  if (status !== 'paused') return 'Resumed.';
  return taken === 'sent' ? 'Resume requested. It takes effect as soon as the server can pass it on.' : '';
}
