import type { Config } from '../../../platform/config/load-config.js';
import { AethercastError } from '../../../platform/aethercast-error.js';
import { hostAndPort, testAllowedHosts } from '../../../platform/public-url.js';
import { createGuardedClient, discard, withinDeadline } from '../../fetch/guarded-client.js';
import { readBody } from '../../fetch/read-body.js';

/** Largest answer of a search service, decoded. */
const maxAnswerBytes = 4 * 1024 * 1024;

/** An answer in JSON: the body is `undefined` where it is no JSON. */
export type JsonAnswer = { status: number; body: unknown };

export interface JsonService {
  /**
   * @param headers sent to the service's own address only, never to where it redirects
   * @throws AethercastError of WCHA_ codes; the signal's reason when aborted
   */
  get(
    url: URL,
    options: { headers?: Record<string, string>; budgetMs: number; signal: AbortSignal },
  ): Promise<JsonAnswer>;
  close(): Promise<void>;
}

/** A search service at an address that the operator configured, which may be a private one. */
export function createJsonService(config: Config, address: string): JsonService {
  const timeoutMs = config.TDA_NEWS_REQUEST_TIMEOUT * 1_000;
  const { origin } = new URL(address);
  const client = createGuardedClient({
    allowedHosts: [...testAllowedHosts(config), hostAndPort(new URL(address))],
    timeoutMs,
  });
  return {
    async get(url, { headers = {}, budgetMs, signal }) {
      const allowedMs = Math.max(1, Math.min(timeoutMs, budgetMs));
      const late = `${origin} did not answer within ${(allowedMs / 1000).toFixed(1)} seconds.`;
      const shown = `${url.origin}${url.pathname}`;
      return withinDeadline({ url: shown, timeoutMs: allowedMs, late, signal }, async (either) => {
        const { response } = await client.get(url.href, {
          headers: (hop) => ({
            'user-agent': config.TDA_NEWS_USER_AGENT,
            accept: 'application/json',
            ...(hop.origin === origin ? headers : {}),
          }),
          signal: either,
        });
        try {
          const bytes = await readBody(response, maxAnswerBytes, 'throw');
          return { status: response.status, body: parseJson(bytes) };
        } catch (error) {
          await discard(response);
          throw error;
        }
      });
    },
    close: () => client.close(),
  };
}

/** What an answer that is none of the expected ones means, by its status. */
export function serviceError(service: string, status: number, said?: string): AethercastError {
  const code =
    status === 429
      ? 'TDA_SEARCH_LIMITED'
      : status >= 500
        ? 'TDA_SEARCH_FAILED'
        : status >= 400
          ? 'TDA_SEARCH_REFUSED'
          : 'TDA_SEARCH_BAD_ANSWER';
  const reason = said === undefined ? '' : `: ${said.slice(0, 200)}`;
  return new AethercastError(code, {
    message: `${service} answered with the status ${status}${reason}`,
    details: { status },
  });
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
