import { counted, moment } from '../../../parts/format';
import type { Script } from './use-script';

type Source = Script['sources'][number];

/** What the episode is made of, numbered as its lines name them. */
export function SourceList({ sources }: { sources: readonly Source[] }) {
  return (
    <section aria-labelledby="episode-sources">
      <h3 id="episode-sources">Sources</h3>
      <ol className="episode-sources">
        {sources.map((source) => (
          <li key={source.source_id}>
            <SourceTitle source={source} />
            <p className="small quiet">{about(source)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Only what a browser opens as a page becomes a link. */
export function SourceTitle({ source: { title, url } }: { source: Source }) {
  if (url === undefined || !/^https?:\/\//i.test(url)) return <span>{title}</span>;
  return (
    <a href={url} rel="noreferrer noopener" target="_blank">
      {title}
      <span className="hidden"> (opens in a new tab)</span>
    </a>
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
