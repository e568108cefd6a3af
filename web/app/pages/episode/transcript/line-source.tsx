import { Icon } from '../../../components/icon';
import { SourceLink } from '../../../components/source-link';
import type { Source } from './transcript-rows';

/** The sources of the line that is spoken now. */
export function LineSource({ sources }: { sources: readonly Source[] }) {
  return (
    <p className="transcript-source small">
      <Icon name="link" />
      {sources.length === 0 ? (
        <span className="quiet">The hosts’ own words</span>
      ) : (
        <span>
          <span className="quiet">Source of the current line: </span>
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
