import { Icon } from '../components/icon';
import { SourceLink } from '../components/source-link';
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
              <SourceLink source={source} />
            </span>
          ))}
        </span>
      )}
    </p>
  );
}
