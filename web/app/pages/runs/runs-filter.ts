import { useSearchParams } from 'wouter';
import type { Schemas } from '../../api/client';
import { runStates, statusesOf, type RunStateName } from '../../components/run/run-states';
import { isKind } from './run-words';

export const spans = ['hour', 'day', 'week'] as const;
type Span = (typeof spans)[number];
export const spanWords: Record<Span, string> = {
  hour: 'In the last hour',
  day: 'In the last 24 hours',
  week: 'In the last 7 days',
};
const hourMs = 3_600_000;
const spanMs: Record<Span, number> = { hour: hourMs, day: 24 * hourMs, week: 168 * hourMs };

export type RunsFilter = {
  kind: NonNullable<Schemas['Run']['kind']> | undefined;
  state: RunStateName | undefined;
  since: Span | undefined;
  page: number;
};

/** `?kind=&state=&since=&page=`: what a reload and a shared address keep. A change of a filter begins at page 1. */
export function useRunsFilter(): [RunsFilter, (field: keyof RunsFilter, value: string) => void] {
  const [search, setSearch] = useSearchParams();
  const kind = search.get('kind');
  const page = Number(search.get('page') ?? 1);
  const filter = {
    kind: isKind(kind) ? kind : undefined,
    state: runStates.find((state) => state === search.get('state')),
    since: spans.find((span) => span === search.get('since')),
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
  function change(field: keyof RunsFilter, value: string): void {
    setSearch((before) => {
      const after = new URLSearchParams(before);
      after.delete('page');
      if (value === '' || (field === 'page' && value === '1')) after.delete(field);
      else after.set(field, value);
      return after;
    });
  }
  return [filter, change];
}

/** As the API asks for it; "the last hour" moves on with every question. */
export function queryOf({ kind, state, since, page }: RunsFilter) {
  return {
    page,
    per_page: 25,
    ...(kind === undefined ? {} : { kind }),
    ...(state === undefined ? {} : { status: statusesOf[state] }),
    ...(since === undefined ? {} : { since: new Date(Date.now() - spanMs[since]).toISOString() }),
  };
}
