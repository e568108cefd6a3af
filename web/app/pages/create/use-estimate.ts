import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client';
import { useDebounced } from '../../parts/use-debounced';
import type { PodcastBody } from './podcast-body';

export type Estimate = Schemas['Estimate'];

const restMs = 500;

/** What the request would come to, asked a moment after the last change. `undefined` asks for nothing. */
export function useEstimate(body: PodcastBody | undefined) {
  // A text, since a request is another one at each render.
  const asked = useDebounced(body === undefined ? '' : JSON.stringify(body), restMs);
  const query = useQuery({
    queryKey: ['estimate', asked],
    enabled: asked !== '' && body !== undefined,
    // Long texts are in the keys.
    gcTime: 30_000,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<Estimate> => {
      const { data } = await api.POST('/api/v1/podcasts/estimate', {
        body: JSON.parse(asked) as PodcastBody,
        signal,
      });
      if (data === undefined) throw new Error('The estimate came without content.');
      return data;
    },
  });
  return { ...query, isNone: body === undefined };
}
