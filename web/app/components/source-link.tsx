import type { Schemas } from '../api/client';

type Source = Schemas['PodcastScript']['sources'][number];

/** The name of a source; a link if its address is a web page. */
export function SourceLink({ source: { title, url, site_name: site } }: { source: Source }) {
  const name = title === '' ? (site ?? 'Untitled source') : title;
  if (url === undefined || !/^https?:\/\//i.test(url)) return <span>{name}</span>;
  return (
    <a href={url} rel="noreferrer noopener" target="_blank">
      {name}
      <span className="hidden"> (opens in a new tab)</span>
    </a>
  );
}
