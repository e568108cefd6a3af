import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { localOwnerId } from '../../db/connect.js';
import { isDatabaseAway } from '../../platform/database-away.js';
import { findRecordedDiscovery } from '../../db/discovery-runs.js';
import { landingSetName } from '../../db/landing-pages.js';
import type { DiscoveryRequest, DiscoveryResult } from '../../workflows/contract/discovery.js';
import { categories } from '../../platform/categories.js';
import { landingView } from '../ui-definition/landing-view.js';
import { areSamples } from '../ui-definition/snippet-list.js';
import { sourcesNotice } from '../ui-definition/sources-notice.js';
import type { SnippetDataObject, SourceFault } from '../../workflows/contract/topics.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { LandingCache, type SnippetSet } from './landing-cache.js';
import { cursorAfter } from './landing-cursor.js';
import { budgetOf, runDiscovery } from './run-discovery.js';
import { viewSnippets } from './snippet-view.js';

export type PageWish = {
  limit: number;
  categories: string[];
  /** Topics that were shown on earlier pages. */
  shown: string[];
};

/** Pictures are signed for 15 minutes, so a page is rendered again well before that. */
const renderedMs = 300_000;
/** Pages in demand: sets, times limits, times the first few cursors. */
const maxRendered = 500;
/** Categories and combinations of them that people look at. */
const maxRenewals = 1_000;
/** Nobody waits for the set that brings what was late. */
const lateMs = 30_000;
/** Requests for a page that is not there share one run within this time. */
const sharedRunMs = 30_000;

/** Pages of snippets: of the last good set where there is one, else of a run that makes them. */
export class LandingPage {
  readonly #deps: GatewayDeps;
  readonly #cache: LandingCache;
  readonly #rendered = new LRUCache<string, { of: SnippetSet; body: Buffer }>({
    max: maxRendered,
    ttl: renderedMs,
  });

  /** Sets whose renewal was started less than a refresh interval ago. */
  readonly #renewed: LRUCache<string, true>;
  readonly #patienceMs: number;

  constructor(deps: GatewayDeps) {
    this.#deps = deps;
    this.#patienceMs = deps.config.LANDING_PAGE_SECONDS * 1_000;
    this.#cache = new LandingCache(deps);
    this.#renewed = new LRUCache<string, true>({
      max: maxRenewals,
      ttl: deps.config.DISCOVERY_REFRESH_MINUTES * 60_000,
    });
  }

  /** The page as JSON, from the last good set; undefined when that does not have it. */
  async fromCache(wish: PageWish): Promise<Buffer | undefined> {
    const name = landingSetName(wish.categories);
    const set = await this.#cache.find(name);
    if (set === undefined) return undefined;
    this.#renewIfOld(wish, set);
    const key = JSON.stringify([name, wish.limit, wish.shown]);
    const ready = this.#rendered.get(key);
    if (ready?.of === set) return ready.body;
    const page = pageOf(set, wish);
    if (page === undefined) return undefined;
    const faults = await this.#faultsOf(set);
    if (faults.some(isLate)) this.#renew(wish, set, { budgetMs: lateMs });
    const body = await this.#render(wish, set.workflowId, page.snippets, {
      source: 'cache',
      faults,
      generated_at: set.generatedAt.toISOString(),
      next_cursor: page.isLast ? null : nextCursor(wish.shown, page.snippets),
    });
    this.#rendered.set(key, { of: set, body });
    return body;
  }

  /** The page as JSON, made now: of the run that `own` names, or of one that all who ask at this time share. */
  async generated(wish: PageWish, own?: OwnRun): Promise<Buffer> {
    const details = this.#requestOf(wish);
    const run = own ?? sharedRun(details);
    const result = await runDiscovery(
      this.#deps,
      { kind: 'landing', details, answerBy: Date.now() + this.#patienceMs, ...run },
      own?.response ?? nowhere,
    );
    this.#cache.forget(landingSetName(wish.categories));
    const { workflow_id, status, snippets, faults, cut_short: isCutShort } = result;
    const isLast = snippets.length < wish.limit && !isCutShort;
    return this.#render(wish, workflow_id, snippets, {
      source: 'generation',
      generated_at: generatedAt(result),
      status,
      faults,
      next_cursor: isLast ? null : nextCursor(wish.shown, snippets),
    });
  }

  /** What the run that made the set could not use. Without the database, the page is shown without it. */
  async #faultsOf({ workflowId }: SnippetSet): Promise<SourceFault[]> {
    try {
      const run = await findRecordedDiscovery(this.#deps.db, workflowId);
      return run?.result?.faults ?? [];
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      return [];
    }
  }

  async #render(
    wish: PageWish,
    workflowId: string,
    snippets: SnippetDataObject[],
    facts: { faults: SourceFault[]; next_cursor: string | null; [fact: string]: unknown },
  ): Promise<Buffer> {
    const shown = await viewSnippets(this.#deps.media, snippets);
    const ui_definition = landingView({
      snippets: shown,
      categories: [...categories],
      chosen: wish.categories,
      next_cursor: facts.next_cursor,
      notice: sourcesNotice(facts.faults, { areSamples: areSamples(shown) }),
    });
    return Buffer.from(JSON.stringify({ workflow_id: workflowId, snippets: shown, ...facts, ui_definition }));
  }

  /**
   * Looking at an old set renews it: no timer renews most sets, and the timer may have stopped. A set that cannot be
   * renewed is not tried again before a refresh interval has passed.
   */
  #renewIfOld(wish: PageWish, set: SnippetSet): void {
    const { config } = this.#deps;
    const oldAfterMs = 2 * config.DISCOVERY_REFRESH_MINUTES * 60_000;
    if (oldAfterMs === 0 || Date.now() - set.generatedAt.getTime() < oldAfterMs) return;
    this.#renew(wish, set);
  }

  #renew(wish: PageWish, set: SnippetSet, { budgetMs }: { budgetMs?: number } = {}): void {
    const { log } = this.#deps;
    const request = this.#requestOf({ ...wish, shown: [] });
    const details = { ...request, limit: set.wanted, budget_ms: budgetMs ?? request.budget_ms };
    const name = `${landingSetName(wish.categories)}${budgetMs === undefined ? '' : ' late'}`;
    if (this.#renewed.has(name)) return;
    this.#renewed.set(name, true);
    runDiscovery(
      this.#deps,
      { kind: 'landing', details, answerBy: Date.now() + this.#patienceMs, ...sharedRun(details) },
      nowhere,
    ).catch((error: unknown) => log.warn({ err: error }, 'an old set of snippets could not be renewed'));
  }

  #requestOf({ limit, categories, shown }: PageWish): DiscoveryRequest {
    return {
      limit,
      ...(categories.length === 0 ? {} : { categories }),
      ...(shown.length === 0 ? {} : { exclude_topic_ids: shown }),
      budget_ms: budgetOf(this.#patienceMs),
    };
  }
}

/** What nobody waited for, such as a cover: it is made when somebody looks at the page. */
function isLate({ code }: SourceFault): boolean {
  return code === 'DISCOVERY_LATE';
}

type OwnRun = { ownerId: string; key: string; asked: unknown; response: Parameters<typeof runDiscovery>[2] };

/** A shared run is nobody's answer in particular. */
const nowhere = { set: () => undefined };

/** Snippets of the set that were not shown yet; undefined when these are too few and there may be more elsewhere. */
function pageOf(
  set: SnippetSet,
  { limit, shown }: PageWish,
): { snippets: SnippetDataObject[]; isLast: boolean } | undefined {
  const left = set.snippets.filter(({ topic_id }) => !shown.includes(topic_id));
  const isShort = set.snippets.length < set.wanted;
  // A set that is shorter than it was meant to be has all there was, unless errors have cut it short: then it is
  // shown as it is, but is not the end.
  const isComplete = isShort && !set.cutShort;
  const isAllThatCouldBeMade = isShort && set.cutShort && limit <= set.wanted && left.length > 0;
  if (left.length < limit && !isComplete && !isAllThatCouldBeMade) return undefined;
  return { snippets: left.slice(0, limit), isLast: isComplete && left.length <= limit };
}

function nextCursor(shown: readonly string[], snippets: readonly SnippetDataObject[]): string | null {
  return cursorAfter([...shown, ...snippets.map(({ topic_id }) => topic_id)]) ?? null;
}

function sharedRun(details: DiscoveryRequest) {
  const content = createHash('sha256').update(JSON.stringify(details)).digest('hex');
  const key = `shared:${Math.floor(Date.now() / sharedRunMs)}:${content}`;
  return { ownerId: localOwnerId, key, asked: details };
}

/** When the last of its snippets was made. */
function generatedAt({ snippets }: DiscoveryResult): string | null {
  return (
    snippets
      .map(({ generation_timestamp }) => generation_timestamp)
      .sort()
      .at(-1) ?? null
  );
}
