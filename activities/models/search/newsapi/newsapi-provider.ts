import { z } from 'zod';
import { AethercastError } from '../../../../platform/aethercast-error.js';
import type { Config } from '../../../../platform/config/load-config.js';
import { defined } from '../../../../platform/defined.js';
import { asFault } from '../as-fault.js';
import { askedCategory, askedWords } from '../asked-words.js';
import { createJsonService, serviceError } from '../json-service.js';
import { isoDate, plainSummary, plainTitle, webAddress } from '../plain-text.js';
import type { FoundArticle, SearchProvider, SearchRequest } from '../search-provider.js';

/** Longest `q` that NewsAPI takes, in characters (newsapi.org/docs/endpoints/everything). */
const maxQueryLength = 500;

/** What such a query may be in an address: addresses of over 2,048 characters are not fetched. */
const maxEncodedLength = 1_500;

const article = z.object({
  source: z.object({ name: z.string().nullish() }).nullish(),
  title: z.string().nullish(),
  description: z.string().nullish(),
  content: z.string().nullish(),
  url: z.string().nullish(),
  publishedAt: z.string().nullish(),
  author: z.string().nullish(),
});
const answer = z.object({ status: z.literal('ok'), articles: z.array(article) });
const refusal = z.object({ status: z.literal('error'), code: z.string(), message: z.string() });

/** newsapi.org's protocol, version 2. The key travels in a header, so that it stands in no log of addresses. */
export function createNewsApiProvider(config: Config, key: string): SearchProvider {
  const base = config.TDA_NEWS_API_BASE_URL;
  const service = createJsonService(config, base);

  async function find(request: SearchRequest): Promise<FoundArticle[]> {
    const words = newsQuery(askedWords(request, config));
    if (words === '') return [];
    const url = new URL(config.TDA_NEWS_API_ENDPOINT, base.endsWith('/') ? base : `${base}/`);
    url.search = new URLSearchParams({
      q: words,
      language: config.TDA_NEWS_DEFAULT_LANGUAGE,
      pageSize: String(config.TDA_NEWS_PAGE_SIZE),
      sortBy: 'publishedAt',
    }).toString();
    const { status, body } = await service.get(url, {
      headers: { 'x-api-key': key },
      budgetMs: request.budgetMs,
      signal: request.signal,
    });
    const refused = refusal.safeParse(body).data;
    if (status !== 200 || refused !== undefined) {
      throw serviceError('NewsAPI', status, refused && `${refused.code}, ${refused.message}`);
    }
    const found = answer.safeParse(body);
    if (!found.success) throw new AethercastError('TDA_SEARCH_BAD_ANSWER', { cause: found.error });
    return found.data.articles.flatMap((each) => toArticle(each, request));
  }

  return {
    async search(request) {
      try {
        return { articles: await find(request), faults: [], answered: true };
      } catch (error) {
        request.signal.throwIfAborted();
        return { articles: [], faults: [asFault('NewsAPI', error)], answered: false };
      }
    },
    close: () => service.close(),
  };
}

/** Alternatives joined with OR; the words of one must all be there. Operators in people's words are taken out. */
function newsQuery(alternatives: readonly string[]): string {
  let query = '';
  for (const alternative of alternatives) {
    const words = (alternative.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu) ?? [])
      .filter((word) => !/^(?:and|or|not)$/i.test(word))
      .join(' AND ');
    if (words === '') continue;
    const longer = [query, words.includes(' ') ? `(${words})` : words]
      .filter((part) => part !== '')
      .join(' OR ');
    if (longer.length > maxQueryLength || encodeURIComponent(longer).length > maxEncodedLength) break;
    query = longer;
  }
  return query;
}

function toArticle(found: z.infer<typeof article>, request: SearchRequest): FoundArticle[] {
  const url = webAddress(found.url ?? undefined);
  const title = plainTitle(found.title ?? undefined);
  // Articles that were withdrawn stay in the list under this title.
  if (url === undefined || title === '' || title === '[Removed]') return [];
  const published = isoDate(found.publishedAt ?? undefined);
  // Where there is no description, the beginning of the text; "[+2013 chars]" says how much is cut off.
  const summary = found.description ?? found.content?.replace(/…?\s*\[\+\d+ chars\]\s*$/, '…');
  const text = plainSummary(summary);
  return [
    {
      url,
      title,
      summary: text,
      ...defined({ published_at: published }),
      source_name: plainTitle(found.source?.name ?? undefined) || new URL(url).hostname,
      feed: 'news_api_org',
      category: askedCategory(request.categories, `${title} ${text}`),
      ...(request.query === undefined ? {} : { matched: true as const }),
      details: found.author ? { author: plainTitle(found.author) } : {},
    },
  ];
}
