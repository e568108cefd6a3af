import { counted, moment } from '../../../components/format';
import { SourceLink } from '../../../components/source-link';
import type { Script } from './use-script';

type Source = Script['sources'][number];

/** What the episode is made of, numbered as its lines name them. */
export function SourceList({
  sources,
  leftOut,
}: {
  sources: readonly Source[];
  leftOut: NonNullable<Script['left_out']>;
}) {
  return (
    <section aria-labelledby="episode-sources">
      <h3 id="episode-sources">Sources</h3>
      <ol className="episode-sources">
        {sources.map((source) => (
          <li key={source.source_id}>
            <SourceLink source={source} />
            <p className="small quiet">{about(source)}</p>
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

const kinds: Record<Source['kind'], string> = { text: 'Your text', file: 'Your file', url: 'Web page' };

function about({
  kind,
  site_name: site,
  byline,
  published_at: published,
  word_count: words,
}: Source): string {
  return [
    site ?? kinds[kind],
    byline,
    published === undefined || Number.isNaN(Date.parse(published)) ? undefined : moment(published),
    counted(words, 'word'),
  ]
    .filter((fact) => fact !== undefined && fact !== '')
    .join(', ');
}
