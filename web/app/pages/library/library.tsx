import './library.css';
import { Link } from 'wouter';
import { Icon } from '../../components/icon';
import { Loading } from '../../components/loading';
import { Page } from '../../components/page';
import { ProblemNotice } from '../../components/problem-notice';
import { EpisodeList } from './episode-list';
import { LibraryFilters } from './library-filters';
import { useLibraryFilter } from './library-filter';
import { useEpisodes } from './use-episodes';

/** One's episodes, with what can be done to them. */
export default function Library() {
  const [filter, setFilter] = useLibraryFilter();
  const episodes = useEpisodes(filter);
  const isFiltered = filter.words !== '' || filter.state !== 'all';
  const { data } = episodes;
  return (
    <Page
      title="Library"
      intro="Your episodes, newest first."
      actions={
        <Link href="/create" className="button button-primary">
          <Icon name="spark" /> New episode
        </Link>
      }
    >
      <LibraryFilters filter={filter} onChange={setFilter} />
      {episodes.isError ? (
        <ProblemNotice
          error={episodes.error}
          title={data === undefined ? 'Your episodes could not be loaded.' : 'This may be out of date.'}
          onRetry={() => void episodes.refetch()}
        />
      ) : null}
      {episodes.isPending ? <Loading what="your episodes" lines={6} /> : null}
      {data === undefined ? null : (
        <EpisodeList
          data={data}
          isFiltered={isFiltered}
          isStale={episodes.isPlaceholderData}
          empty={
            isFiltered ? (
              <NothingFound onShowAll={() => setFilter({ words: '', state: 'all' })} />
            ) : (
              <NoneYet />
            )
          }
        />
      )}
      {episodes.hasNextPage ? (
        <button
          type="button"
          className="button library-more"
          disabled={episodes.isFetchingNextPage}
          onClick={() => void episodes.fetchNextPage()}
        >
          {episodes.isFetchingNextPage ? 'Loading…' : 'Load more'}
        </button>
      ) : null}
    </Page>
  );
}

function NoneYet() {
  return (
    <div className="card library-empty">
      <h2>No episodes yet</h2>
      <p className="quiet">
        Create one from a topic, a link, a file or a text. You can listen while it is being made.
      </p>
      <div className="actions">
        <Link href="/create" className="button button-primary">
          Create an episode
        </Link>
        <Link href="/" className="button">
          Discover topics
        </Link>
      </div>
    </div>
  );
}

function NothingFound({ onShowAll }: { onShowAll: () => void }) {
  return (
    <div className="card library-empty">
      <h2>No matches</h2>
      <p className="quiet">No episode matches this search and filter.</p>
      <button type="button" className="button" onClick={onShowAll}>
        Show all
      </button>
    </div>
  );
}
