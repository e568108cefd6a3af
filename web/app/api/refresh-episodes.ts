import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * After whatever was done to an episode: all that is known of episodes and of their runs is asked for anew. Resolves when
 * what is on screen has come. Of an episode that is `gone` nothing is asked now, since its page is about to be left, and
 * nothing is kept for who goes back there.
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
