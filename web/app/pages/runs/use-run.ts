import { useQuery } from '@tanstack/react-query';
import { toProblem } from '../../api/api-problem';
import { api, type Schemas } from '../../api/client';
import { dataOf } from '../../api/data-of';
import { restPollMs } from '../../api/rest-poll-ms';
import { isUnderWay } from '../../components/run/run-state';

export type RunDetail = Schemas['RunDetail'];

const pollMs = 2_500;
/** The record of a long episode is large. */
const auditPollMs = 10_000;

export function useRun(id: string) {
  return useQuery({
    queryKey: ['runs', 'one', id],
    queryFn: async ({ signal }) =>
      dataOf(await api.GET('/api/v1/runs/{id}', { params: { path: { id } }, signal })),
    refetchInterval({ state }) {
      if (state.status === 'error') return toProblem(state.error).retryable ? pollMs : false;
      return state.data !== undefined && isUnderWay(state.data.overall_status) ? pollMs : restPollMs;
    },
  });
}

/** What only episodes have. Undefined for other runs, and for deleted episodes. */
export function useEpisodeOf(run: RunDetail) {
  const id = run.run_id;
  return useQuery({
    // The run's last change is part of the key, so that its end is seen here too.
    queryKey: ['podcasts', 'diagnostics', id, run.last_updated_timestamp],
    queryFn: async ({ signal }) =>
      dataOf(await api.GET('/api/v1/podcasts/{id}', { params: { path: { id } }, signal })),
    enabled: run.podcast_url !== null,
    placeholderData: (before) => before,
  });
}

export function useAudit(run: RunDetail) {
  const id = run.run_id;
  const live = isUnderWay(run.overall_status);
  return useQuery({
    queryKey: ['podcasts', 'audit', id, run.run_number, live],
    queryFn: async ({ signal }) =>
      dataOf(await api.GET('/api/v1/podcasts/{id}/audit', { params: { path: { id } }, signal })),
    enabled: run.podcast_url !== null,
    placeholderData: (before) => before,
    refetchInterval({ state: { error } }) {
      if (error !== null) return toProblem(error).retryable ? auditPollMs : false;
      return live ? auditPollMs : false;
    },
  });
}
