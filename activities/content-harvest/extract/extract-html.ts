import { defined } from '../../../platform/defined.js';
import { parseHtml, readArticle, type Article, type DomDocument, type DomNode } from '../../text/dom.js';
import { domParagraphs } from './dom-paragraphs.js';
import { type ExtractedDocument, paragraphsToText } from './extracted-document.js';

/** More tags than the longest encyclopaedia article has; beyond, parsing is work for nothing. */
export const maxTags = 150_000;

/** Browsers stop nesting at 512; finding the article takes time by the square of the depth. */
const maxDepth = 1500;

/**
 * The article of a page with its title, byline, site and date; a page in which no article is found gives its whole
 * body. The `<title>` of the page, cut at its site name, stands in for a missing title.
 *
 * @throws RangeError when the page has more than `maxTags` tags or nests deeper than `maxDepth`
 */
export function extractHtml(html: string): ExtractedDocument {
  if (countTags(html) > maxTags) throw new RangeError('too many tags');
  if (depthOf(html) > maxDepth) throw new RangeError('nested too deeply');
  const document = parseHtml(/<body[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  const pageTitle = documentTitle(document);
  const published = metaDate(document);
  const article = articleOf(document);
  const content: DomNode | undefined = article?.content ?? parseHtml(html).body ?? undefined;
  const title = headline(article?.title ?? pageTitle);
  const paragraphs = content === undefined ? [] : domParagraphs(content);
  const body = paragraphs.filter(
    (paragraph, at) => !(at < 3 && title !== undefined && same(paragraph, title)),
  );
  const byline = bylineOf(article?.byline);
  const siteName = article?.siteName?.trim();
  const publishedAt = isoDate(article?.publishedTime) ?? published;
  return {
    text: paragraphsToText(body),
    ...defined({ title, byline }),
    ...(siteName === undefined || siteName === '' ? {} : { siteName }),
    ...defined({ publishedAt }),
  };
}

/** The reader view gives up (or finds scraps) on pages that are not articles: then the body is read as it is. */
function articleOf(document: DomDocument): Article | undefined {
  const wholeLength = document.body?.textContent?.length ?? 0;
  const article = readArticle(document);
  const found = article?.length ?? 0;
  if (article === undefined || found < Math.min(300, wholeLength / 3)) {
    return article === undefined ? undefined : { ...article, content: null };
  }
  return article;
}

function documentTitle(document: DomDocument): string | undefined {
  const social = document.querySelector('meta[property="og:title"]')?.getAttribute('content');
  const heading = document.querySelector('h1')?.textContent;
  return (
    [social, document.title, heading].find((text) => typeof text === 'string' && text.trim() !== '') ??
    undefined
  );
}

function headline(title: string | null | undefined): string | undefined {
  const text = title?.replace(/\s+/g, ' ').trim();
  if (text === undefined || text === '') return undefined;
  const cut = text.replace(/\s+[|–—»·]\s+[^|–—»·]{2,40}$/, '');
  return cut.length >= 10 ? cut : text;
}

function bylineOf(byline: string | null | undefined): string | undefined {
  const text = byline
    ?.replace(/\s+/g, ' ')
    .replace(/^by:?\s+/i, '')
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

function isoDate(text: string | null | undefined): string | undefined {
  if (text === null || text === undefined) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function same(one: string, other: string): boolean {
  return one.toLowerCase().replace(/\W+/g, '') === other.toLowerCase().replace(/\W+/g, '');
}

function countTags(html: string): number {
  let count = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) count += 1;
  return count;
}

/** Counted over the elements that must be closed; an unclosed paragraph or list item nests nothing. */
function depthOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [tag] of html.matchAll(
    /<\/?(?!(?:p|li|br|hr|img|input|meta|link|td|tr|th|dd|dt|option|wbr|source)\b)[a-z][a-z0-9-]*\b/gi,
  )) {
    depth = tag.startsWith('</') ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
