import type { Request, Response } from 'express';
import { findTopic } from '../../db/topics.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { categories } from '../../platform/categories.js';
import type { DiscoveryRequest } from '../../workflows/contract/discovery.js';
import type { DiscoveryKind } from '../../workflows/contract/runs.js';
import { parseExploreBody, parseSearchBody } from './discovery-bodies.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { idempotencyKeyOf } from '../http/idempotency-key.js';
import { preferencesOf } from '../sessions/preferences.js';
import { budgetOf, runDiscovery } from './run-discovery.js';
import { viewSnippets } from './snippet-view.js';

/** How many snippets an answer has at most (seeds). */
const searchResults = 7;
const exploredTopics = 3;

/** `GET /api/v1/categories`. */
export function getCategories() {
  return (_request: Request, response: Response): void => {
    response.json({ categories });
  };
}

/** `POST /api/v1/search/podcasts`: snippets of topics that match the words. */
export function searchPodcasts(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const { query, client_id: clientId } = parseSearchBody(request.body);
    const details = { limit: searchResults, query };
    const { snippets, ...found } = await discover(
      deps,
      { kind: 'search', details, clientId },
      request,
      response,
    );
    response.json({
      ...found,
      search_results: snippets,
      ...(snippets.length === 0 ? { message: `Nothing was found for "${query}".` } : {}),
    });
  };
}

/** `POST /api/v1/topics/explore`: from a topic or from words, deeper or broader. */
export function exploreTopics(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const body = parseExploreBody(request.body);
    const { current_topic_id: topicId, keywords = [], depth_mode, client_id: clientId } = body;
    if (topicId !== undefined && keywords.length === 0 && !(await findTopic(deps.db, topicId))) {
      throw new AethercastError('TDA_TOPIC_NOT_FOUND', { details: { topic_id: topicId } });
    }
    const details = {
      limit: exploredTopics,
      explore: {
        ...(topicId === undefined ? {} : { topic_id: topicId }),
        ...(keywords.length === 0 ? {} : { keywords }),
        depth_mode,
      },
    };
    const { snippets, ...found } = await discover(
      deps,
      { kind: 'explore', details, clientId },
      request,
      response,
    );
    response.json({
      ...found,
      explored_topics: snippets,
      ...(snippets.length === 0 ? { message: `Nothing was found that goes ${depth_mode}.` } : {}),
    });
  };
}

async function discover(
  deps: GatewayDeps,
  wish: {
    kind: DiscoveryKind;
    details: Omit<DiscoveryRequest, 'budget_ms'>;
    clientId: string | undefined;
  },
  request: Request,
  response: Response,
) {
  const patienceMs = deps.config.SEARCH_SECONDS * 1_000;
  const answerBy = Date.now() + patienceMs;
  const { kind } = wish;
  const details = { ...wish.details, budget_ms: budgetOf(patienceMs) };
  const key = idempotencyKeyOf(request);
  const ownerId = await deps.resolveOwner(request);
  // The session is seen; so far nothing in its preferences shapes what is found.
  await preferencesOf(deps, ownerId, wish.clientId);
  const order = { kind, ownerId, key, asked: request.body as unknown, details, answerBy };
  const { workflow_id, status, faults, snippets } = await runDiscovery(deps, order, response);
  return { workflow_id, status, faults, snippets: await viewSnippets(deps.media, snippets) };
}
