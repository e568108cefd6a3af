import { counted, moment } from '../../components/format';
import type { Script } from './transcript/use-script';

type Source = Script['sources'][number];

const kinds: Record<Source['kind'], string> = { text: 'Your text', file: 'Your file', url: 'Web page' };

/** What a reader wants to know of a source beside its name: where it is from, by whom, when, how long. */
export function sourceFacts({
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
