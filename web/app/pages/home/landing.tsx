import { useEffect } from 'react';
import { Link } from 'wouter';
import { useMe } from '../../me/me';
import { ProblemNotice } from '../../components/problem-notice';
import { Subscribe } from '../../components/subscribe/subscribe';
import { cardsIn, eachOnce } from './cards';
import { chipsOf } from './chips';
import { SkeletonCards, SkeletonLanding } from './skeletons';
import { TopicsView } from './topics-view';
import { useLanding } from './use-landing';

export function Landing({
  categories,
  say,
}: {
  categories: string[] | undefined;
  say: (text: string) => void;
}) {
  const { preferences } = useMe();
  const { data, error, isPlaceholderData: isOfBefore, refetch, fetchNextPage } = useLanding(categories);
  const cards = eachOnce(data?.pages.flatMap(cardsIn) ?? []);
  const isLoaded = data !== undefined && !isOfBefore;
  useEffect(() => {
    if (isLoaded) say(`${cards.length} topics.`);
  }, [say, cards.length, isLoaded]);

  const [first] = data?.pages ?? [];
  if (data === undefined || first === undefined) {
    if (error === null) return <SkeletonLanding />;
    return (
      <ProblemNotice error={error} title="The topics could not be loaded." onRetry={() => void refetch()}>
        {categories === undefined ? null : <Link href="/?categories=">Show all topics</Link>}
      </ProblemNotice>
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
      {isOfBefore ? <SkeletonCards what="the topics" /> : null}
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
