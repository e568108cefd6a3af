import { AethercastError } from '../../../../platform/aethercast-error.js';
import { defined } from '../../../../platform/defined.js';
import type { Response } from 'undici';
import { discard, withinDeadline, type GuardedClient } from '../../../fetch/guarded-client.js';
import { statusError } from '../../../fetch/fetch-failure.js';
import { readBody } from '../../../fetch/read-body.js';
import type { FeedArticle } from '../../../../db/schema/feed-states.js';
import type { FeedParser } from './feed-parser.js';
import type { ParseFeedTask } from './parse-feed-task.js';

/** Largest feed, decoded: parsing 2 MiB of the worst XML takes a second. */
const maxFeedBytes = 2 * 1024 * 1024;

export type Validators = { etag: string | undefined; lastModified: string | undefined };

export type FeedAnswer =
  { isUnchanged: true } | ({ isUnchanged: false; articles: FeedArticle[] } & Validators);

/**
 * Reads one feed; with validators of an earlier answer it may say that nothing changed. robots.txt is not asked:
 * feeds are published for programs to read.
 * @throws AethercastError of WCHA_ codes (network) or TDA_FEED_ codes; the signal's reason when aborted
 */
export async function fetchFeed(
  client: GuardedClient,
  url: string,
  options: {
    userAgent: string;
    validators: Validators;
    timeoutMs: number;
    signal: AbortSignal;
    parse: FeedParser;
  },
): Promise<FeedAnswer> {
  const { userAgent, validators, timeoutMs, signal, parse } = options;
  const headers = {
    'user-agent': userAgent,
    accept:
      'application/rss+xml,application/atom+xml,application/feed+json,application/xml,text/xml;q=0.9,*/*;q=0.1',
    ...defined({ 'if-none-match': validators.etag, 'if-modified-since': validators.lastModified }),
  };
  const late = `The feed did not arrive whole within ${(timeoutMs / 1000).toFixed(1)} seconds.`;
  return withinDeadline({ url, timeoutMs, late, signal }, async (either) => {
    const { response, finalUrl } = await client.get(url, { headers: () => headers, signal: either });
    try {
      return await readFeed(response, finalUrl, (task) => parse(task, either));
    } catch (error) {
      await discard(response);
      throw error;
    }
  });
}

async function readFeed(
  response: Response,
  url: string,
  parse: (task: ParseFeedTask) => Promise<FeedArticle[]>,
): Promise<FeedAnswer> {
  if (response.status === 304) {
    await discard(response);
    return { isUnchanged: true };
  }
  if (!response.ok) {
    const { code, details } = statusError(response.status, url, response.headers.get('retry-after'));
    const message = `The feed answered with the status ${response.status}.`;
    throw new AethercastError(code, { message, details });
  }
  const charset = /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(response.headers.get('content-type') ?? '')?.[1];
  const bytes = await readBody(response, maxFeedBytes, 'throw');
  return {
    isUnchanged: false,
    articles: await parse({ bytes, charset, url }),
    etag: response.headers.get('etag') ?? undefined,
    lastModified: response.headers.get('last-modified') ?? undefined,
  };
}
