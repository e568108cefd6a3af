import { useEffect, useRef } from 'react';
import type { EpisodeItem } from './use-episodes';

type Seen = { list: string; total: number; episodes: readonly EpisodeItem[] };

/**
 * Tells of episodes that were in the list and are no longer, though nobody deleted them here. Among lists that are
 * filtered by state or words one may be gone for another reason, so those (`list` undefined) are not looked at.
 */
export function useVanished(
  list: string | undefined,
  now: { total: number; episodes: readonly EpisodeItem[] } | undefined,
  onVanished: (titles: string[]) => void,
): { expect: (id: string) => void } {
  const seen = useRef<Seen>(undefined);
  const expected = useRef(new Set<string>());
  useEffect(() => {
    if (now === undefined || list === undefined) {
      seen.current = undefined;
      return;
    }
    const before = seen.current;
    seen.current = { list, ...now };
    // A list that has not become shorter lost its last entries to newer ones.
    if (before?.list !== list || now.total >= before.total) return;
    const ids = new Set(now.episodes.map(({ podcast_id }) => podcast_id));
    const gone = before.episodes.filter(({ podcast_id: id }) => !ids.has(id) && !expected.current.has(id));
    if (gone.length > 0) onVanished(gone.map(({ title, topic }) => title ?? topic));
  });
  return { expect: (id) => void expected.current.add(id) };
}
