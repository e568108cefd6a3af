import { counted } from '../../components/format';
import { SourceLink } from '../../components/source-link';
import { sourceFacts } from './source-facts';
import type { Script } from './transcript/use-script';

/** What the episode is made of, numbered as its lines name them. */
export function SourceList({
  sources,
  leftOut,
}: {
  sources: Script['sources'];
  leftOut: NonNullable<Script['left_out']>;
}) {
  return (
    <section className="episode-made-of" aria-labelledby="episode-sources">
      <h2 id="episode-sources">Sources</h2>
      <ol className="episode-sources">
        {sources.map((source) => (
          <li key={source.source_id}>
            <SourceLink source={source} />
            <p className="small quiet">{sourceFacts(source)}</p>
            <NotRead counts={leftOut.filter(({ source_id: id }) => id === source.source_id)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What of a source is not in the episode, and why. */
function NotRead({ counts }: { counts: NonNullable<Script['left_out']> }) {
  if (counts.length === 0) return null;
  return (
    <details className="small quiet">
      <summary>
        Not read:{' '}
        {counted(
          counts.reduce((sum, { words }) => sum + words, 0),
          'word',
        )}
      </summary>
      <ul>
        {counts.map(({ reason, in_words: pieces, words }) => (
          <li key={reason}>
            {pieces} ({counted(words, 'word')})
          </li>
        ))}
      </ul>
    </details>
  );
}
