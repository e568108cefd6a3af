import { parseFeed as parseAnyFeed, type AnyFeed } from 'feedsmith';
import type { FeedArticle } from '../../../../db/schema/feed-states.js';
import { AethercastError } from '../../../../platform/aethercast-error.js';
import { defined } from '../../../../platform/defined.js';
import { decodeText } from '../../../text/decode-text.js';
import { isoDate, plainSummary, plainTitle, webAddress } from '../plain-text.js';

/** Feeds give their newest first; more than these are an archive. */
const maxArticles = 60;

/**
 * The articles of an RSS, Atom, RDF or JSON feed, in its order. Entries without a title or an address are left out.
 *
 * @param charset what the HTTP header says; without it, the XML declaration's word is taken
 * @param url where the feed was found: its links may be relative
 * @throws AethercastError TDA_FEED_UNREADABLE, TDA_FEED_EMPTY
 */
export function parseFeed(bytes: Uint8Array, charset: string | undefined, url: string): FeedArticle[] {
  if (bytes.length === 0) throw new AethercastError('TDA_FEED_EMPTY', { details: { url } });
  const entries = entriesOf(parse(decodeText(bytes, charset ?? declaredCharset(bytes)).trim(), url));
  const articles = entries.slice(0, maxArticles).flatMap((entry) => toArticle(entry, url));
  if (articles.length === 0) throw new AethercastError('TDA_FEED_EMPTY', { details: { url } });
  return articles;
}

/** `<?xml version="1.0" encoding="ISO-8859-1"?>`: readable in every encoding that names itself there. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const beginning = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(beginning)?.[1];
}

function parse(text: string, url: string): AnyFeed {
  try {
    return parseAnyFeed(text, { maxItems: maxArticles });
  } catch (error) {
    throw new AethercastError('TDA_FEED_UNREADABLE', { details: { url }, cause: error });
  }
}

type Entry = {
  links: (string | undefined)[];
  title: string | undefined;
  summary: string | undefined;
  date: string | undefined;
};

/** The four formats' words for the same things. */
function entriesOf({ format, feed }: AnyFeed): Entry[] {
  switch (format) {
    case 'rss':
      return (feed.items ?? []).map((item) => ({
        links: [item.link, item.guid?.isPermaLink === false ? undefined : item.guid?.value],
        title: item.title,
        summary: item.description ?? item.content?.encoded,
        date: item.pubDate ?? item.dc?.dates?.[0],
      }));
    case 'atom':
      return (feed.entries ?? []).map((entry) => ({
        links: [
          entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href,
          entry.links?.[0]?.href,
        ],
        title: entry.title?.value,
        summary: entry.summary?.value ?? entry.content?.value,
        date: entry.published ?? entry.updated,
      }));
    case 'rdf':
      return (feed.items ?? []).map((item) => ({
        links: [item.link, item.rdf?.about],
        title: item.title,
        summary: item.description ?? item.content?.encoded,
        date: item.dc?.dates?.[0],
      }));
    case 'json':
      return (feed.items ?? []).map((item) => ({
        links: [item.url, item.external_url],
        title: item.title,
        summary: item.summary ?? item.content_text ?? item.content_html,
        date: item.date_published ?? item.date_modified,
      }));
  }
}

function toArticle(entry: Entry, base: string): FeedArticle[] {
  const url = entry.links.map((link) => webAddress(link, base)).find((link) => link !== undefined);
  const title = plainTitle(entry.title);
  if (url === undefined || title === '') return [];
  const published = isoDate(entry.date);
  return [
    {
      url,
      title,
      summary: plainSummary(entry.summary),
      ...defined({ published_at: published }),
    },
  ];
}
