import {
  infiniteQueryOptions,
  keepPreviousData,
  useInfiniteQuery,
  usePrefetchInfiniteQuery,
} from '@tanstack/react-query';
import { toProblem } from '../../api/api-problem';
import { api } from '../../api/client';
import { useMe } from '../../me/me';
import { cardsIn } from './cards';
import type { UiDefinition } from '../../ui-definition/types';

/** A wide one and two rows of four. */
const pageSize = 9;
const againAfterMs = 8_000;
/** Topics that are being looked for are there in a moment; a cover is drawn in a second or two. */
const pendingMs = 700;
const coverMs = 2_000;
/** A cover that has not come by then could not be made. */
const maxCoverLooks = 15;

/** The landing view's pages. Without categories: of those that the session prefers; with none of them: of all. */
export function useLanding(categories: string[] | undefined) {
  const { clientId, preferences } = useMe();
  const wish =
    categories === undefined
      ? { client_id: clientId }
      : categories.length === 0
        ? {}
        : { categories: categories.join(',') };
  const pages = infiniteQueryOptions({
    // Preferences that change make another page of the same address.
    queryKey: ['landing', wish, categories === undefined ? preferences.preferred_categories : []],
    queryFn: ({ pageParam, signal }) => readPage({ ...wish, ...pageParam }, signal),
    initialPageParam: {},
    getNextPageParam: ({ context_data: data }) => {
      const cursor = data?.['next_cursor'];
      return typeof cursor === 'string' ? { cursor } : undefined;
    },
    staleTime: 60_000,
  });
  // Asked for while the page is drawn, not when it has been painted.
  usePrefetchInfiniteQuery(pages);
  return useInfiniteQuery({
    ...pages,
    // The chips stay where they are while another choice is fetched.
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => {
      if (state.data?.pages.some(isStillLookedFor)) return pendingMs;
      // Covers that were late come with the set that follows.
      if (state.dataUpdateCount < maxCoverLooks && state.data?.pages.some(lacksCovers)) return coverMs;
      return againAfter(state.error);
    },
  });
}

/** Whether the server is still looking for the topics of this page. */
export function isStillLookedFor({ context_data: data }: UiDefinition): boolean {
  return data?.['pending'] === true;
}

function lacksCovers(page: UiDefinition): boolean {
  return cardsIn(page).some(({ image_url: cover }) => cover === null);
}

/** What may pass is asked for again, as long as somebody looks at it. */
export function againAfter(error: unknown): number | false {
  return error !== null && toProblem(error).retryable ? againAfterMs : false;
}

async function readPage(
  wish: { client_id?: string; categories?: string; cursor?: string },
  signal: AbortSignal,
): Promise<UiDefinition> {
  const { data } = await api.GET('/api/v1/ui/view/{viewId}', {
    params: { path: { viewId: 'landingPage' }, query: { limit: pageSize, ...wish } },
    signal,
  });
  if (data === undefined) throw new Error('a view without content');
  return data;
}
