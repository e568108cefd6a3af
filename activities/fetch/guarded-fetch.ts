// Fetching what people name: public addresses only, robots.txt, deadlines and size limits.
// Shared by the agents and models, and imports none of them (activities/README.md).
import type { Config } from '../../platform/config/load-config.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { DocumentKind } from '../../platform/documents/sniff-document.js';
import { testAllowedHosts } from '../../platform/public-url.js';
import { statusError } from './fetch-failure.js';
import type { Resolver } from './guarded-agent.js';
import { createGuardedClient, discard, withinDeadline, type GuardedClient } from './guarded-client.js';
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

/** What crawlers must read of a robots.txt (RFC 9309 §2.5), and the longest wait for one. */
const maxRobotsBytes = 512 * 1024;
const robotsTimeoutMs = 4000;

type GuardedFetchConfig = Pick<
  Config,
  'WCHA_REQUEST_TIMEOUT' | 'WCHA_MAX_PAGE_MB' | 'WCHA_USER_AGENT' | 'TEST_MODE' | 'WCHA_TEST_ALLOWED_HOSTS'
>;

/** Fetches pages as the harvester does: one deadline covers robots.txt, redirects and body. */
export function createGuardedFetcher(config: GuardedFetchConfig, resolve?: Resolver): GuardedFetcher {
  const timeoutMs = config.WCHA_REQUEST_TIMEOUT * 1000;
  const client = createGuardedClient({ allowedHosts: testAllowedHosts(config), timeoutMs, resolve });
  const headers = {
    'user-agent': config.WCHA_USER_AGENT,
    accept: 'text/html,application/xhtml+xml,text/plain,text/markdown,application/pdf;q=0.9,*/*;q=0.1',
    'accept-language': 'en,*;q=0.5',
  };
  const robots = new RobotsCache(
    (url) => fetchRobots(url, client, headers, timeoutMs),
    config.WCHA_USER_AGENT,
  );
  const maxBytes = config.WCHA_MAX_PAGE_MB * 1024 * 1024;

  async function fetchPage(url: string, signal: AbortSignal): Promise<FetchedPage> {
    const { response, finalUrl } = await client.get(url, {
      headers: () => headers,
      signal,
      async beforeHop(hop) {
        if (await robots.allows(hop)) return;
        throw new AethercastError('WCHA_ROBOTS_DISALLOWED', {
          details: { url: hop.href, reason: 'robots_txt' },
        });
      },
    });
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
    fetch: (url, signal) =>
      withinDeadline(
        {
          url,
          timeoutMs,
          late: `The page did not arrive whole within ${config.WCHA_REQUEST_TIMEOUT} seconds.`,
          signal,
        },
        (either) => fetchPage(url, either),
      ),
    close: () => client.close(),
  };
}

/** Any trouble with robots.txt itself counts as "no rules"; the page's own fetch meets the same guard. */
async function fetchRobots(
  url: URL,
  client: GuardedClient,
  headers: Record<string, string>,
  timeoutMs: number,
): Promise<string | undefined> {
  const signal = AbortSignal.timeout(Math.min(robotsTimeoutMs, timeoutMs / 2));
  try {
    const { response } = await client.get(url.href, { headers: () => headers, signal });
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
