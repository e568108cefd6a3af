import { useSearchParams } from 'wouter';
import { runStates, type RunStateName } from '../../components/run/run-states';

export type LibraryFilter = { words: string; state: RunStateName | 'all' };

/** `?q=&state=`: what a reload and a shared address keep. */
export function useLibraryFilter(): [LibraryFilter, (changes: Partial<LibraryFilter>) => void] {
  const [search, setSearch] = useSearchParams();
  const filter: LibraryFilter = {
    words: (search.get('q') ?? '').trim().slice(0, 300),
    state: runStates.find((state) => state === search.get('state')) ?? 'all',
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
