import { z } from 'zod';
import { AethercastError } from '../../../../platform/aethercast-error.js';
import type { Config } from '../../../../platform/config/load-config.js';
import { defined } from '../../../../platform/defined.js';
import { asFault } from '../as-fault.js';
import { askedCategory, askedWords } from '../asked-words.js';
import { createJsonService, serviceError } from '../json-service.js';
import { isoDate, plainSummary, plainTitle, webAddress } from '../plain-text.js';
import type { FoundArticle, SearchProvider, SearchRequest } from '../search-provider.js';

/** A SearXNG search is one set of words: alternatives are searches of their own, this many at most. */
const maxSearches = 4;

const result = z.object({
  url: z.string().nullish(),
  title: z.string().nullish(),
  content: z.string().nullish(),
  publishedDate: z.string().nullish(),
  engines: z.array(z.string()).nullish(),
});
/** docs.searxng.org/dev/search_api.html; `unresponsive_engines` are pairs of name and reason. */
const answer = z.object({
  results: z.array(result),
  unresponsive_engines: z.array(z.array(z.string())).nullish(),
});

/** Any SearXNG server that allows the format json. Without a query its news are searched. */
export function createSearxngProvider(config: Config, address: string): SearchProvider {
  const service = createJsonService(config, address);

  async function find(words: string, request: SearchRequest): Promise<FoundArticle[]> {
    const url = new URL('search', address.endsWith('/') ? address : `${address}/`);
    url.search = new URLSearchParams({
      q: words,
      format: 'json',
      language: config.TDA_NEWS_DEFAULT_LANGUAGE,
      ...(request.query === undefined ? { categories: 'news' } : {}),
    }).toString();
    const { status, body } = await service.get(url, { budgetMs: request.budgetMs, signal: request.signal });
    if (status === 403) {
      throw new AethercastError('TDA_SEARCH_REFUSED', {
        message: `SearXNG answered with the status 403: its settings (search.formats) must allow json.`,
        details: { status },
      });
    }
    if (status !== 200) throw serviceError('SearXNG', status);
    const found = answer.safeParse(body);
    if (!found.success) throw new AethercastError('TDA_SEARCH_BAD_ANSWER', { cause: found.error });
    const { results, unresponsive_engines: silent } = found.data;
    if (results.length === 0 && silent && silent.length > 0) {
      throw new AethercastError('TDA_SEARCH_FAILED', {
        message: `None of SearXNG's engines answered (${silent.map((pair) => pair.join(': ')).join('; ')}).`,
      });
    }
    return results.flatMap((each) => toArticle(each, request));
  }

  return {
    async search(request) {
      const searches = askedWords(request, config).slice(0, maxSearches);
      const answers = await Promise.allSettled(searches.map((words) => find(words, request)));
      request.signal.throwIfAborted();
      const articles = answers.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
      const failed = answers.find((each) => each.status === 'rejected');
      return {
        articles,
        faults: failed === undefined ? [] : [asFault('SearXNG', failed.reason)],
        answered: answers.some(({ status }) => status === 'fulfilled'),
      };
    },
    close: () => service.close(),
  };
}

function toArticle(found: z.infer<typeof result>, request: SearchRequest): FoundArticle[] {
  const url = webAddress(found.url ?? undefined);
  const title = plainTitle(found.title ?? undefined);
  if (url === undefined || title === '') return [];
  const published = isoDate(found.publishedDate ?? undefined);
  const summary = plainSummary(found.content ?? undefined);
  return [
    {
      url,
      title,
      summary,
      ...defined({ published_at: published }),
      source_name: new URL(url).hostname.replace(/^www\./, ''),
      feed: 'searxng',
      category: askedCategory(request.categories, `${title} ${summary}`),
      ...(request.query === undefined ? {} : { matched: true as const }),
      details: { engines: (found.engines ?? []).slice(0, 5).map(plainTitle) },
    },
  ];
}
