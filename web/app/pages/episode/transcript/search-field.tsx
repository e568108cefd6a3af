import type { KeyboardEvent } from 'react';
import { counted } from '../../../components/format';
import { Icon } from '../../../components/icon';
import type { Search } from './use-search';

/** Searches the transcript: Enter goes to the next match, Shift and Enter to the one before. */
export function SearchField({ search }: { search: Search }) {
  const { words, wanted, found, at, setWords, step } = search;
  function press(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  }
  return (
    <div role="search" className="transcript-search" aria-label="Transcript">
      <label className="hidden" htmlFor="transcript-search">
        Search the transcript
      </label>
      <input
        id="transcript-search"
        type="search"
        placeholder="Search the transcript"
        autoComplete="off"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={press}
      />
      <span role="status" className="small quiet number">
        {wanted === undefined ? '' : saidOf(found.length, at)}
      </span>
      {found.length < 2 ? null : (
        <span className="transcript-search-steps">
          <button type="button" className="icon-button" aria-label="Previous match" onClick={() => step(-1)}>
            <Icon name="chevron" />
          </button>
          <button type="button" className="icon-button" aria-label="Next match" onClick={() => step(1)}>
            <Icon name="chevron" />
          </button>
        </span>
      )}
    </div>
  );
}

function saidOf(count: number, at: number): string {
  if (count === 0) return 'No line says that.';
  return count === 1 ? counted(count, 'line') : `${at + 1} of ${counted(count, 'line')}`;
}
