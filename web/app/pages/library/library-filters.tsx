import { useEffect, useState } from 'react';
import { runStates, runStateWords } from '../../components/run/run-states';
import type { LibraryFilter } from './library-filter';

/** Words are searched for when the typing stops. */
const restMs = 250;

export function LibraryFilters({
  filter,
  onChange,
}: {
  filter: LibraryFilter;
  onChange: (changes: Partial<LibraryFilter>) => void;
}) {
  const [typed, setTyped] = useState(filter.words);
  // "Show all" and the browser's Back button change the address; the field follows.
  const [followed, setFollowed] = useState(filter.words);
  if (followed !== filter.words) {
    setFollowed(filter.words);
    setTyped(filter.words);
  }
  useEffect(() => {
    if (typed.trim() === filter.words) return undefined;
    const timer = setTimeout(() => onChange({ words: typed }), restMs);
    return () => clearTimeout(timer);
  });
  return (
    <div className="library-filters" role="search" aria-label="Your episodes">
      <div className="field">
        <label htmlFor="library-words">Search your episodes</label>
        <input
          id="library-words"
          type="search"
          maxLength={300}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <div className="chips" role="group" aria-label="Show">
        {(['all', ...runStates] as const).map((state) => (
          <button
            key={state}
            type="button"
            className="chip"
            aria-pressed={filter.state === state}
            onClick={() => onChange({ state })}
          >
            {state === 'all' ? 'All' : runStateWords[state]}
          </button>
        ))}
      </div>
    </div>
  );
}
