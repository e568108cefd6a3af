import { createRequire } from 'node:module';
import { LRUCache } from 'lru-cache';
import type { default as RobotsParser } from 'robots-parser';

// The package is CommonJS whose types claim a `default` that is not there at run time.
const robotsParser = createRequire(import.meta.url)('robots-parser') as typeof RobotsParser.default;

/** Fetches a robots.txt through the guard: its text, or undefined when there is none to be had. */
export type RobotsFetch = (url: URL) => Promise<string | undefined>;

/** How long a site's answer is kept, ms: RFC 9309 §2.4 says not over a day; one hour follows a changed mind sooner. */
const keptMs = 3_600_000;

/** A site whose robots.txt did not answer is asked again soon. */
const missKeptMs = 300_000;

/**
 * The sites' robots.txt, cached per origin. A missing, unreachable or failing (5xx) file allows. RFC 9309 §2.3.1.4
 * would have a crawler stay away on 5xx; we are no crawler: one page is fetched because a person named it, and where
 * the site is really down the page fails by itself.
 */
export class RobotsCache {
  readonly #cache = new LRUCache<string, string>({ max: 500 });

  constructor(
    private readonly fetchRobots: RobotsFetch,
    private readonly userAgent: string,
  ) {}

  async allows(url: URL): Promise<boolean> {
    const rules = this.#cache.get(url.origin) ?? (await this.#load(url.origin));
    return robotsAllow(rules, url, this.userAgent);
  }

  async #load(origin: string): Promise<string> {
    const rules = await this.fetchRobots(new URL('/robots.txt', origin));
    this.#cache.set(origin, rules ?? '', { ttl: rules === undefined ? missKeptMs : keptMs });
    return rules ?? '';
  }
}

/** A rule that is longer than any address we fetch matches none of them; its signs are compared one by one all the same. */
const longestRule = 2_048;

/** Rules of a site for one program are few; what is beyond is compared with every address. */
const mostRules = 5_000;

/** Whether these rules let the program fetch the address. */
export function robotsAllow(rules: string, url: URL, userAgent: string): boolean {
  const read = rules
    .split(/\r\n|\n|\r/, mostRules)
    .map((rule) => rule.slice(0, longestRule).replace(/\*{2,}/g, '*'))
    .join('\n');
  return robotsParser(`${url.origin}/robots.txt`, read).isAllowed(url.href, userAgent) ?? true;
}
