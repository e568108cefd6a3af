import { fetch, type Response } from 'undici';
import { AethercastError } from '../../platform/aethercast-error.js';
import { defined } from '../../platform/defined.js';
import { checkPublicUrl } from '../../platform/public-url.js';
import { asFetchError } from './fetch-failure.js';
import { createGuardedAgent, type Resolver } from './guarded-agent.js';

export type GuardedRequest = {
  /** Headers for one hop: what is meant for one site must not go to where it redirects. */
  headers: (hop: URL) => Record<string, string>;
  signal: AbortSignal;
  /** Called before each hop; what it throws ends the request. */
  beforeHop?: (hop: URL) => Promise<void>;
};

export interface GuardedClient {
  /**
   * GET, with redirects followed: each hop passes the same checks as the first address. The caller reads or discards
   * the body, and turns failures of the network with `withinDeadline`.
   * @throws AethercastError WCHA_URL_INVALID, WCHA_URL_BLOCKED, WCHA_TOO_MANY_REDIRECTS, WCHA_BAD_RESPONSE
   */
  get(url: string, request: GuardedRequest): Promise<{ response: Response; finalUrl: string }>;
  close(): Promise<void>;
}

/** Redirects followed before we give up: http -> https -> www -> article. */
const maxRedirects = 3;

/**
 * The only way to the network for what people name: public addresses only, nothing of one site (cookies,
 * credentials, referrers) sent to another, since nothing is ever kept.
 *
 * @param allowedHosts exact `host:port` pairs that are reached although they are not public: those of tests, and
 *   the address of a service that the operator configured
 */
export function createGuardedClient(options: {
  allowedHosts: readonly string[];
  timeoutMs: number;
  resolve?: Resolver | undefined;
}): GuardedClient {
  const { allowedHosts, timeoutMs, resolve } = options;
  const dispatcher = createGuardedAgent({
    allowedHosts,
    timeoutMs,
    ...defined({ resolve }),
  });
  return {
    async get(start, { headers, signal, beforeHop }) {
      let url = checkPublicUrl(start, allowedHosts);
      for (let hops = 0; hops <= maxRedirects; hops += 1) {
        await beforeHop?.(url);
        const response = await fetch(url.href, {
          dispatcher,
          redirect: 'manual',
          credentials: 'omit',
          headers: headers(url),
          signal,
        });
        const location = response.headers.get('location');
        if (![301, 302, 303, 307, 308].includes(response.status) || location === null) {
          return { response, finalUrl: url.href };
        }
        await discard(response);
        url = nextHop(url, location, allowedHosts);
      }
      throw new AethercastError('WCHA_TOO_MANY_REDIRECTS', { details: { url: start, reason: 'redirects' } });
    },
    close: () => dispatcher.destroy(),
  };
}

/**
 * Work on the network under one deadline. Its failures become WCHA_ errors with details {url, reason}; an abort by
 * the caller's signal rejects with the signal's reason.
 *
 * @param late the sentence for work that did not end in time
 */
export async function withinDeadline<T>(
  options: { url: string; timeoutMs: number; late: string; signal?: AbortSignal | undefined },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { url, signal } = options;
  signal?.throwIfAborted();
  const deadline = AbortSignal.timeout(Math.ceil(options.timeoutMs));
  const either = signal === undefined ? deadline : AbortSignal.any([deadline, signal]);
  try {
    return await unlessAborted(work(either), either);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof AethercastError) throw asFetchError(error, url);
    if (deadline.aborted) {
      throw new AethercastError('WCHA_FETCH_TIMEOUT', {
        message: options.late,
        details: { url, reason: 'deadline' },
        cause: error,
      });
    }
    throw asFetchError(error, url);
  }
}

/** An unread body holds its connection; cancelling one that already failed rejects with that failure. */
export async function discard(response: Response): Promise<void> {
  if (response.body !== null && !response.body.locked) await response.body.cancel().catch(() => undefined);
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
