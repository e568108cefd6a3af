import { useEffect } from 'react';
import { useMe } from '../../me/me';
import { ProblemNotice } from '../../components/problem-notice';
import { Subscribe } from '../../components/subscribe/subscribe';
import { cardsIn, eachOnce } from './cards';
import { Categories } from './categories';
import { chipsOf } from './chips';
import { SkeletonCards, SkeletonLanding } from './skeletons';
import { TopicsView } from './topics-view';
import { isStillLookedFor, useLanding } from './use-landing';
import { useStandingReason } from './use-standing-reason';

export function Landing({
  categories,
  say,
}: {
  categories: string[] | undefined;
  say: (text: string) => void;
}) {
  const { preferences } = useMe();
  const {
    data,
    error,
    failureReason,
    isPlaceholderData: isOfBefore,
    refetch,
    fetchNextPage,
  } = useLanding(categories);
  const cards = eachOnce(data?.pages.flatMap(cardsIn) ?? []);
  const isPending = data?.pages.some(isStillLookedFor) ?? false;
  const isLoaded = data !== undefined && !isOfBefore && !isPending;
  const reason = useStandingReason({ error, failureReason }, data !== undefined);
  useEffect(() => {
    if (isLoaded) say(`${cards.length} topics.`);
  }, [say, cards.length, isLoaded]);

  const [first] = data?.pages ?? [];
  if (data === undefined || first === undefined) {
    if (reason === null) return <SkeletonLanding />;
    return (
      <>
        <Categories chosen={categories} />
        <ProblemNotice
          error={reason}
          title="The topics could not be loaded."
          onRetry={() => void refetch()}
        />
      </>
    );
  }

  async function loadMore(): Promise<void> {
    const { error: failure, isFetchNextPageError: hasFailed } = await fetchNextPage();
    if (hasFailed) throw failure;
  }

  const preferred = preferences.preferred_categories;
  const chosen = categories ?? (isOfBefore ? preferred : undefined);
  const last = data.pages.at(-1)?.context_data;
  return (
    <>
      <TopicsView
        definition={first}
        cards={isOfBefore ? [] : cards}
        context={{
          categories: chipsOf(first, { preferred, ...(chosen === undefined ? {} : { chosen }) }),
          next_cursor: isOfBefore ? null : last?.['next_cursor'],
          notice: isOfBefore ? null : noticeIn(data.pages),
          loading: isOfBefore,
        }}
        onMore={loadMore}
        say={say}
      />
      {isOfBefore || isPending ? <SkeletonCards what="the topics" /> : null}
      {error === null ? null : (
        <p className="quiet small">These topics could not be refreshed. Trying again automatically.</p>
      )}
      <Subscribe />
    </>
  );
}

/** What the first page that misses a source says. */
function noticeIn(pages: readonly { context_data?: Record<string, unknown> }[]): unknown {
  return pages.map(({ context_data: data }) => data?.['notice']).find((notice) => typeof notice === 'string');
}
