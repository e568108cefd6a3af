import { useMemo, useState } from 'react';
import type { TranscriptRow } from './transcript-rows';

export type Search = {
  words: string;
  /** What matches; undefined while nothing is searched for. */
  wanted: RegExp | undefined;
  /** Places of the rows that match. */
  found: readonly number[];
  /** Which of them is shown. */
  at: number;
  setWords: (words: string) => void;
  /** Goes to the next one, or back; past the last one to the first. */
  step: (by: 1 | -1) => void;
};

/** A search in the lines of a transcript, which the browser's own does not see: only lines on screen are in the page. */
export function useSearch(rows: readonly TranscriptRow[]): Search {
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const wanted = useMemo(() => patternOf(words), [words]);
  const found = useMemo(
    () => (wanted === undefined ? [] : rows.flatMap((row, place) => (matches(row, wanted) ? [place] : []))),
    [rows, wanted],
  );
  return {
    words,
    wanted,
    found,
    at: Math.min(at, Math.max(0, found.length - 1)),
    setWords(words) {
      setWords(words);
      setAt(0);
    },
    step: (by) => setAt(found.length === 0 ? 0 : (at + by + found.length) % found.length),
  };
}

function matches(row: TranscriptRow, wanted: RegExp): boolean {
  return row.kind === 'line' && row.line.text.search(wanted) >= 0;
}

/** In any case, with any kind of quotation mark, apostrophe, dash and blank. */
function patternOf(words: string): RegExp | undefined {
  const trimmed = words.trim();
  if (trimmed === '') return undefined;
  const pattern = trimmed
    .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/['’‘]/g, "['’‘]")
    .replaceAll(/["“”]/g, '["“”]')
    .replaceAll(/[-–—]/g, '[-–—]')
    .replaceAll(/\s+/g, String.raw`\s+`);
  return new RegExp(pattern, 'giu');
}
