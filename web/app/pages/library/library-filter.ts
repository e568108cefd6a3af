import { useSearchParams } from 'wouter';

export const states = ['all', 'underway', 'finished', 'failed', 'cancelled'] as const;
export type State = (typeof states)[number];
export type LibraryFilter = { words: string; state: State };

export const stateWords: Record<State, string> = {
  all: 'All',
  underway: 'Under way',
  finished: 'Finished',
  failed: 'Failed',
  cancelled: 'Cancelled',
};

/** The states of the API that each stands for. */
export const statusesOf: Record<State, string | undefined> = {
  all: undefined,
  underway: 'pending,in_progress',
  finished: 'completed,completed_with_errors',
  failed: 'failed',
  cancelled: 'cancelled',
};

/** `?q=&state=`: what a reload and a shared address keep. */
export function useLibraryFilter(): [LibraryFilter, (changes: Partial<LibraryFilter>) => void] {
  const [search, setSearch] = useSearchParams();
  const filter = {
    words: (search.get('q') ?? '').trim().slice(0, 300),
    state: states.find((state) => state === search.get('state')) ?? 'all',
  };
  function change(changes: Partial<LibraryFilter>): void {
    setSearch(
      (before) => {
        const { words = before.get('q') ?? '', state = before.get('state') ?? 'all' } = changes;
        return new URLSearchParams({
          ...(words.trim() === '' ? {} : { q: words.trim() }),
          ...(state === 'all' ? {} : { state }),
        });
      },
      { replace: true },
    );
  }
  return [filter, change];
}
