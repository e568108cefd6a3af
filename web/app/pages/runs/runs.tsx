import './runs.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { dataOf } from '../../api/data-of';
import { counted } from '../../components/format';
import { Loading } from '../../components/loading';
import { Page } from '../../components/page';
import { ProblemNotice } from '../../components/problem-notice';
import { queryOf, useRunsFilter, type RunsFilter } from './runs-filter';
import { RunsFilters } from './runs-filters';
import { RunsTable } from './runs-table';

const pollMs = 4_000;

/** The Activity page: every run, live, fetched again every few seconds while the page is visible. */
export default function Runs() {
  const [filter, setFilter] = useRunsFilter();
  const runs = useRuns(filter);
  const { data } = runs;
  return (
    <Page title="Activity" intro="Everything this server is making or has made.">
      <RunsFilters filter={filter} onChange={setFilter} />
      {runs.isError ? (
        <ProblemNotice
          error={runs.error}
          title={data === undefined ? 'The activity could not be loaded.' : 'This may be out of date.'}
          onRetry={() => void runs.refetch()}
        />
      ) : null}
      {runs.isPending ? <Loading what="the activity" lines={8} /> : null}
      {data === undefined ? null : (
        <div className="runs-list" aria-busy={runs.isPlaceholderData}>
          <p className="small quiet" role="status">
            {counted(data.total_runs, 'run')}
          </p>
          {data.runs.length === 0 ? (
            <Nothing isFiltered={isFiltered(filter)} />
          ) : (
            <RunsTable runs={data.runs} />
          )}
          <Pages page={data.page} pages={data.total_pages} onGo={(page) => setFilter('page', String(page))} />
        </div>
      )}
    </Page>
  );
}

function useRuns(filter: RunsFilter) {
  return useQuery({
    queryKey: ['runs', 'list', filter],
    queryFn: async ({ signal }) =>
      dataOf(await api.GET('/api/v1/runs', { params: { query: queryOf(filter) }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: pollMs,
  });
}

function isFiltered({ kind, state, since }: RunsFilter): boolean {
  return (kind ?? state ?? since) !== undefined;
}

function Nothing({ isFiltered: filtered }: { isFiltered: boolean }) {
  return (
    <div className="card">
      <p>
        {filtered
          ? 'No run matches these filters.'
          : 'Nothing has been made yet. What is asked for appears here as soon as it starts.'}
      </p>
    </div>
  );
}

function Pages({ page, pages, onGo }: { page: number; pages: number; onGo: (page: number) => void }) {
  if (pages <= 1 && page === 1) return null;
  return (
    <nav className="actions runs-pages" aria-label="Pages of activity">
      <button type="button" className="button" disabled={page <= 1} onClick={() => onGo(page - 1)}>
        Newer
      </button>
      <span className="number">
        Page {page} of {Math.max(pages, 1)}
      </span>
      <button type="button" className="button" disabled={page >= pages} onClick={() => onGo(page + 1)}>
        Older
      </button>
    </nav>
  );
}
