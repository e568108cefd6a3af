import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { api } from '../../api/client';
import { useMe } from '../../me/me';
import { ProblemNotice } from '../../components/problem-notice';
import { idempotencyKey } from '../../api/idempotency-key';
import type { UiDefinition } from '../../ui-definition/types';
import { cardsIn } from './cards';
import { Categories } from './categories';
import { SkeletonCards } from './skeletons';
import { TopicsView } from './topics-view';
import { againAfter } from './use-landing';
import { useStandingReason } from './use-standing-reason';

/** So long the same words mean the same search: a reload or the way back shows its results at once. */
const sameSearchMs = 15 * 60_000;

export function SearchResults({ query, say }: { query: string; say: (text: string) => void }) {
  const { clientId } = useMe();
  const { data, error, failureReason, refetch } = useQuery({
    queryKey: ['search', query],
    queryFn: ({ signal }) => search(query, clientId, signal),
    staleTime: sameSearchMs,
    refetchInterval: ({ state }) => againAfter(state.error),
  });
  const reason = useStandingReason({ error, failureReason }, data !== undefined);
  const cards = data === undefined ? [] : cardsIn(data);
  useEffect(() => {
    if (data !== undefined) say(cards.length === 0 ? 'Nothing was found.' : `${cards.length} topics found.`);
  }, [say, data, cards.length]);

  if (data !== undefined) return <TopicsView definition={data} cards={cards} context={{}} say={say} />;
  if (reason === null) {
    return <SkeletonCards what="the results" heading={`Searching for “${query}”`} count={5} />;
  }
  return (
    <>
      <Categories />
      <ProblemNotice
        error={reason}
        title={`The search for “${query}” failed.`}
        onRetry={() => void refetch()}
      >
        <p>
          <Link href={`/create?topic=${encodeURIComponent(query)}`}>Make an episode about “{query}”</Link>
        </p>
      </ProblemNotice>
    </>
  );
}

async function search(query: string, clientId: string, signal: AbortSignal): Promise<UiDefinition> {
  const { data: found } = await api.POST('/api/v1/search/podcasts', {
    body: { query, client_id: clientId },
    headers: { 'Idempotency-Key': idempotencyKey(`search ${query}`, sameSearchMs) },
    signal,
  });
  const { data: view } = await api.GET('/api/v1/ui/view/{viewId}', {
    params: {
      path: { viewId: 'searchResultsView' },
      query: found === undefined ? {} : { search_id: found.workflow_id },
    },
    signal,
  });
  if (view === undefined) throw new Error('a view without content');
  return view;
}
