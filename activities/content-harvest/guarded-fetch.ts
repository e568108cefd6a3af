import { fetch, type Agent, type Response } from 'undici';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { Config } from '../../platform/config/load-config.js';
import type { DocumentKind } from '../../platform/documents/sniff-document.js';
import { checkPublicUrl, testAllowedHosts } from '../../platform/public-url.js';
import { asFetchError, statusError } from './fetch-failure.js';
import { createGuardedAgent, type Resolver } from './guarded-agent.js';
import { checkContentType, pageKind } from './page-type.js';
import { readBody } from './read-body.js';
import { RobotsCache } from './robots.js';

/** A document from the internet. `url` is where it was found in the end, `fetchedAt` ISO 8601. */
export type FetchedPage = {
  url: string;
  bytes: Uint8Array;
  kind: DocumentKind;
  charset?: string;
  fetchedAt: string;
};

export interface GuardedFetcher {
  /**
   * Fetches one document from the public internet.
   * @throws AethercastError of WCHA_ codes with details {url, reason}; the signal's reason when aborted
   */
  fetch(url: string, signal?: AbortSignal): Promise<FetchedPage>;
  close(): Promise<void>;
}

/** Redirects followed before we give up: http -> https -> www -> article. */
const maxRedirects = 3;

/** What crawlers must read of a robots.txt (RFC 9309 §2.5), and the longest wait for one. */
const maxRobotsBytes = 512 * 1024;
const robotsTimeoutMs = 4000;

type GuardedFetchConfig = Pick<
  Config,
  'WCHA_REQUEST_TIMEOUT' | 'WCHA_MAX_PAGE_MB' | 'WCHA_USER_AGENT' | 'TEST_MODE' | 'WCHA_TEST_ALLOWED_HOSTS'
>;

/**
 * The only door from sources to the network. One deadline covers robots.txt, redirects and body; every hop is checked
 * anew; nothing of one site (cookies, credentials, referrers) is sent to another, since nothing is ever kept.
 */
export function createGuardedFetcher(config: GuardedFetchConfig, resolve?: Resolver): GuardedFetcher {
  const allowedHosts = testAllowedHosts(config);
  const timeoutMs = config.WCHA_REQUEST_TIMEOUT * 1000;
  const agent = createGuardedAgent({
    allowedHosts,
    timeoutMs,
    ...(resolve === undefined ? {} : { resolve }),
  });
  const robots = new RobotsCache(
    (url) => fetchRobots(url, request, allowedHosts, timeoutMs),
    config.WCHA_USER_AGENT,
  );
  const maxBytes = config.WCHA_MAX_PAGE_MB * 1024 * 1024;

  function request(url: URL, signal: AbortSignal): Promise<Response> {
    return getOnce(url, agent, config.WCHA_USER_AGENT, signal);
  }

  async function fetchPage(url: string, signal: AbortSignal): Promise<FetchedPage> {
    const { response, finalUrl } = await follow(
      checkPublicUrl(url, allowedHosts),
      allowedHosts,
      async (hop) => {
        if (!(await robots.allows(hop))) {
          throw new AethercastError('WCHA_ROBOTS_DISALLOWED', {
            details: { url: hop.href, reason: 'robots_txt' },
          });
        }
        return request(hop, signal);
      },
    );
    try {
      if (!response.ok) throw statusError(response.status, finalUrl, response.headers.get('retry-after'));
      const { mediaType, charset } = checkContentType(response.headers.get('content-type'), finalUrl);
      const bytes = await readBody(response, maxBytes, 'throw');
      const fetchedAt = new Date().toISOString();
      const page = { url: finalUrl, bytes, kind: pageKind(bytes, mediaType, finalUrl), fetchedAt };
      return charset === undefined ? page : { ...page, charset };
    } catch (error) {
      await discard(response);
      throw error;
    }
  }

  return {
    async fetch(url, signal) {
      signal?.throwIfAborted();
      const deadline = AbortSignal.timeout(timeoutMs);
      const either = signal === undefined ? deadline : AbortSignal.any([deadline, signal]);
      try {
        return await unlessAborted(fetchPage(url, either), either);
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof AethercastError) throw asFetchError(error, url);
        if (deadline.aborted) {
          throw new AethercastError('WCHA_FETCH_TIMEOUT', {
            message: `The page did not arrive whole within ${config.WCHA_REQUEST_TIMEOUT} seconds.`,
            details: { url, reason: 'deadline' },
            cause: error,
          });
        }
        throw asFetchError(error, url);
      }
    },
    close: () => agent.destroy(),
  };
}

type Requester = (url: URL, signal: AbortSignal) => Promise<Response>;

async function getOnce(url: URL, agent: Agent, userAgent: string, signal: AbortSignal): Promise<Response> {
  const headers = {
    'user-agent': userAgent,
    accept: 'text/html,application/xhtml+xml,text/plain,text/markdown,application/pdf;q=0.9,*/*;q=0.1',
    'accept-language': 'en,*;q=0.5',
  };
  return fetch(url.href, { dispatcher: agent, redirect: 'manual', credentials: 'omit', headers, signal });
}

/** Follows redirects by hand, so that each hop passes the same checks as the first address. */
async function follow(
  start: URL,
  allowedHosts: readonly string[],
  get: (url: URL) => Promise<Response>,
): Promise<{ response: Response; finalUrl: string }> {
  let url = start;
  for (let hops = 0; hops <= maxRedirects; hops += 1) {
    const response = await get(url);
    const location = response.headers.get('location');
    if (![301, 302, 303, 307, 308].includes(response.status) || location === null) {
      return { response, finalUrl: url.href };
    }
    await discard(response);
    url = nextHop(url, location, allowedHosts);
  }
  throw new AethercastError('WCHA_TOO_MANY_REDIRECTS', { details: { url: start.href, reason: 'redirects' } });
}

function nextHop(from: URL, location: string, allowedHosts: readonly string[]): URL {
  if (!URL.canParse(location, from.href)) {
    throw new AethercastError('WCHA_BAD_RESPONSE', { details: { url: from.href, reason: 'location' } });
  }
  const next = checkPublicUrl(new URL(location, from).href, allowedHosts);
  if (from.protocol === 'https:' && next.protocol === 'http:') {
    throw new AethercastError('WCHA_URL_BLOCKED', {
      message: 'The page redirects from https to unprotected http.',
      details: { url: next.href, reason: 'downgrade' },
    });
  }
  return next;
}

/** Any trouble with robots.txt itself counts as "no rules"; the page's own fetch meets the same guard. */
async function fetchRobots(
  url: URL,
  request: Requester,
  allowedHosts: readonly string[],
  timeoutMs: number,
): Promise<string | undefined> {
  const signal = AbortSignal.timeout(Math.min(robotsTimeoutMs, timeoutMs / 2));
  try {
    const { response } = await follow(url, allowedHosts, (hop) => request(hop, signal));
    if (!response.ok) {
      await discard(response);
      return undefined;
    }
    return new TextDecoder().decode(await readBody(response, maxRobotsBytes, 'cut'));
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** An unread body holds its connection; cancelling one that already failed rejects with that failure. */
async function discard(response: Response): Promise<void> {
  if (response.body !== null && !response.body.locked) await response.body.cancel().catch(() => undefined);
}

/** A wait that knows no signal (the shared robots.txt) must not outlast the deadline. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const settled = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { signal: settled.signal });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    settled.abort();
  }
}
