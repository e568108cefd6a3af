import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { useLocation, useSearch } from 'wouter';
import { api } from '../../api/client';
import { dataOf } from '../../api/data-of';
import { draftOfRequest } from './draft-of-request';
import type { useDraft } from './use-draft';

/** Takes over what an episode was asked to be (`?again=<its id>`), so that it can be changed and asked for again. */
export function useEarlierRequest(replace: ReturnType<typeof useDraft>['replace']) {
  const id = new URLSearchParams(useSearch()).get('again') ?? '';
  const [, go] = useLocation();
  const query = useQuery({
    queryKey: ['podcast-request', id],
    enabled: id !== '',
    gcTime: 0,
    queryFn: async ({ signal }) =>
      dataOf(await api.GET('/api/v1/podcasts/{id}/request', { params: { path: { id } }, signal })),
  });
  const { data } = query;
  const take = useEffectEvent((request: NonNullable<typeof data>) => {
    replace(draftOfRequest(request));
    go('/create', { replace: true });
  });
  useEffect(() => {
    if (data !== undefined) take(data);
  }, [data]);
  return query;
}
