import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Fetches all episodes and runs again after an episode was changed. Resolves when what is on screen has arrived. Data of
 * an episode that is `gone` is not fetched, since its page is about to be left, but removed from the cache.
 */
export async function refreshEpisodes(queries: QueryClient, gone?: string): Promise<void> {
  function isOfGone({ queryKey: [, , of] }: { queryKey: QueryKey }): boolean {
    return gone !== undefined && of === gone;
  }
  queries.removeQueries({ predicate: isOfGone, type: 'inactive' });
  void queries.invalidateQueries({ predicate: isOfGone, refetchType: 'none' });
  await queries.invalidateQueries({
    predicate: (query) => ['podcasts', 'runs'].includes(String(query.queryKey[0])) && !isOfGone(query),
  });
}
