import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client';
import { useDebouncedValue } from '../../components/use-debounced-value';
import { hasSubject, type Draft } from './draft';
import { podcastBody, type PodcastBody } from './podcast-body';
import { draftErrors } from './form-errors';

export type Estimate = Schemas['Estimate'];

const restMs = 500;

/** What can be asked about: a request, or why there is none yet (nothing to say: the form is empty). */
export type Estimable = { body: PodcastBody } | { why: string | undefined };

/** The draft as far as it can be estimated: what is on its way to the server does not count yet. */
export function estimable(draft: Draft, order: { minutes: number; clientId: string }): Estimable {
  const here = { ...draft, files: draft.files.filter(({ uploadId }) => uploadId !== undefined) };
  if (!hasSubject(here)) return { why: undefined };
  const [error] = draftErrors(here, order.minutes, false);
  return error === undefined ? podcastBody(here, order) : { why: error.message };
}

/** What the request would come to, asked a moment after the last change. */
export function useEstimate(asked: Estimable) {
  // A text, since a request is another one at each render.
  const body = useDebouncedValue('body' in asked ? JSON.stringify(asked.body) : '', restMs);
  const query = useQuery({
    queryKey: ['estimate', body],
    enabled: body !== '' && 'body' in asked,
    // Long texts are in the keys.
    gcTime: 30_000,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<Estimate> => {
      const { data } = await api.POST('/api/v1/podcasts/estimate', {
        body: JSON.parse(body) as PodcastBody,
        signal,
      });
      if (data === undefined) throw new Error('The estimate came without content.');
      return data;
    },
  });
  return { ...query, asked };
}
