import type { Article, DomDocument } from '../../../text/dom.js';

/** The title of a page as it names itself, before the reader view looks at it. */
export function documentTitle(document: DomDocument): string | undefined {
  const social = document.querySelector('meta[property="og:title"]')?.getAttribute('content');
  const heading = document.querySelector('h1')?.textContent;
  return (
    [social, document.title, heading].find((text) => typeof text === 'string' && text.trim() !== '') ??
    undefined
  );
}

/** A title in one line without the site's name behind it. */
export function headline(title: string | null | undefined): string | undefined {
  const text = title?.replace(/\s+/g, ' ').trim();
  if (text === undefined || text === '') return undefined;
  const cut = text.replace(/\s+[|–—»·]\s+[^|–—»·]{2,40}$/, '');
  return cut.length >= 10 ? cut : text;
}

export function bylineOf(byline: Article['byline']): string | undefined {
  const text = byline
    ?.replace(/\s+/g, ' ')
    .replace(/^by:?\s+/i, '')
    .trim();
  return text === undefined || text === '' || text.length > 80 || /https?:/.test(text) ? undefined : text;
}

export function metaDate(document: DomDocument): string | undefined {
  const meta = document.querySelector(
    'meta[property="article:published_time"], meta[name="date"], meta[name="dc.date"], meta[itemprop="datePublished"]',
  );
  return isoDate(
    meta?.getAttribute('content') ?? document.querySelector('time[datetime]')?.getAttribute('datetime'),
  );
}

export function isoDate(text: string | null | undefined): string | undefined {
  if (text === null || text === undefined) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
