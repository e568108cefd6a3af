import { Icon } from '../parts/icon';
import type { Source } from './transcript-rows';

/** Where the line that is being spoken is from. */
export function LineSource({ sources }: { sources: readonly Source[] }) {
  return (
    <p className="transcript-source small">
      <Icon name="link" />
      {sources.length === 0 ? (
        <span className="quiet">What is being said now has no source of its own.</span>
      ) : (
        <span>
          <span className="quiet">Being said now, from: </span>
          {sources.map((source, at) => (
            <span key={source.source_id}>
              {at > 0 ? ', ' : ''}
              <SourceName source={source} />
            </span>
          ))}
        </span>
      )}
    </p>
  );
}

function SourceName({ source: { title, url, site_name: site } }: { source: Source }) {
  const name = title === '' ? (site ?? 'a source without a title') : title;
  if (url === undefined || !/^https?:\/\//.test(url)) return <>{name}</>;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {name}
    </a>
  );
}
