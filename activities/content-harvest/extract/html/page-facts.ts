import type { Article, DomDocument } from '../../../text/dom.js';
import { readStructuredData, type StructuredData } from './structured-data.js';

/** What a page says of itself; read before anything is taken out of it. */
export type PageFacts = {
  title: string | undefined;
  /** The first heading of the first rank, in one line. */
  heading: string | undefined;
  byline: string | undefined;
  siteName: string | undefined;
  publishedAt: string | undefined;
} & StructuredData;

export function readPageFacts(document: DomDocument): PageFacts {
  return {
    title: headline(documentTitle(document)),
    heading: oneLine(document.querySelector('h1')?.textContent),
    byline: shownByline(document),
    siteName: siteNameOf(document),
    publishedAt: metaDate(document),
    ...readStructuredData(document),
  };
}

function documentTitle(document: DomDocument): string | undefined {
  const social = document.querySelector('meta[property="og:title"]')?.getAttribute('content');
  const heading = document.querySelector('h1')?.textContent;
  return (
    [social, document.title, heading].find((text) => typeof text === 'string' && text.trim() !== '') ??
    undefined
  );
}

function siteNameOf(document: DomDocument): string | undefined {
  const name = document.querySelector('meta[property="og:site_name"]')?.getAttribute('content')?.trim();
  return name === '' ? undefined : name;
}

function shownByline(document: DomDocument): string | undefined {
  const names = '[rel="author"], [itemprop~="author"], .byline, .p-author, .author-name, .byline-name';
  return bylineOf(document.querySelector(names)?.textContent);
}

/**
 * A title in one line without the site's name behind it. What stands behind the page's heading and a hyphen is one, too:
 * "Lighthouse - Wikipedia".
 */
export function headline(title: string | null | undefined, heading?: string): string | undefined {
  const text = oneLine(title);
  if (text === undefined) return undefined;
  if (
    heading !== undefined &&
    text.startsWith(heading) &&
    /^ [-:|–—] .{2,40}$/.test(text.slice(heading.length))
  )
    return heading;
  const cut = text.replace(/\s+[|–—»·]\s+[^|–—»·]{2,40}$/, '');
  return cut.length >= 10 ? cut : text;
}

export function bylineOf(byline: Article['byline']): string | undefined {
  const text = byline
    ?.replace(/\s+/g, ' ')
    .replace(/^(?:written )?by:?\s+/i, '')
    .trim();
  return text === undefined || text === '' || text.length > 80 || /https?:/.test(text) ? undefined : text;
}

function metaDate(document: DomDocument): string | undefined {
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

function oneLine(text: string | null | undefined): string | undefined {
  const line = text?.replace(/\s+/g, ' ').trim();
  return line === '' ? undefined : line;
}
