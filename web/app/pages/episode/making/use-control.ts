import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { isUnderWay } from '../../../parts/run-state';
import { episodeOf, type EpisodeDetail } from '../use-episode';

export type Action = 'cancel' | 'pause' | 'resume' | 'retry';
/** `sent`: it is on its way, and the engine is slow to say that it is taken. */
type Taken = 'applied' | 'sent';

/** What can be done to the run, and what came of the last thing that was done. */
export function useControl(episode: EpisodeDetail) {
  const queries = useQueryClient();
  const id = episode.podcast_id;
  const act = useMutation({
    mutationFn: (action: Action) => control(id, action),
    onSuccess(_, action) {
      // It waits to be started: nothing of the failed run holds any more.
      if (action === 'retry') {
        queries.setQueryData(
          episodeOf(id).queryKey,
          (before): EpisodeDetail | undefined =>
            before && {
              ...before,
              overall_status: 'pending',
              status: 'pending',
              error_code: null,
              error_message: null,
            },
        );
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['podcasts'] }),
  });
  const done = act.isSuccess ? act.variables : undefined;
  return {
    act: (action: Action) => act.mutate(action),
    busy: act.isPending ? act.variables : undefined,
    /** The run stops as soon as what is in flight has stopped. */
    isCancelling: done === 'cancel' && isUnderWay(episode.overall_status),
    error: act.isError ? act.error : undefined,
    failed: act.isError ? act.variables : undefined,
    said: done === undefined || act.data === undefined ? '' : saidOf(done, act.data, episode),
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

/** True only as long as the episode stands as it says. */
function saidOf(action: Action, taken: Taken, { overall_status: overall, status }: EpisodeDetail): string {
  if (action === 'cancel')
    return isUnderWay(overall) ? 'It is being cancelled: what is in flight is stopped first.' : '';
  if (!isUnderWay(overall)) return '';
  if (action === 'retry') return 'It was started again. Only what had not succeeded is done anew.';
  if (action === 'pause') {
    if (status === 'paused') return 'It is paused: lines in flight are finished, nothing new is begun.';
    return taken === 'sent' ? 'The pause is on its way; the engine is slow to take it.' : '';
  }
  if (status !== 'paused') return 'It goes on.';
  return taken === 'sent' ? 'It will go on; the engine is slow to take it.' : '';
}
