import type { Request, Response } from 'express';
import { isDatabaseAway } from '../../platform/database-away.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { asCategory } from '../../platform/categories.js';
import type { RouteContext } from '../http/route.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { hasIdempotencyKey, idempotencyKeyOf } from '../http/idempotency-key.js';
import { topicsBefore } from './landing-cursor.js';
import type { PageWish } from './landing-page.js';
import { peekPreferences, preferredCategories } from '../sessions/preferences.js';
import { isStorableText } from '../../platform/storable.js';

const usualLimit = 6;
const mostSnippets = 20;
const mostCategories = 8;
const longestCategory = 80;

/**
 * `GET /api/v1/snippets?limit=&categories=&client_id=&cursor=`: the landing page, from the last good set of its
 * categories at once; where there is none, made now. An idempotency key asks for a page of its own, made once.
 */
export function getSnippets(context: RouteContext) {
  return async (request: Request, response: Response): Promise<void> => {
    try {
      send(response, await landingPageFor(context, request, response));
    } catch (error) {
      if (error instanceof AethercastError || isDatabaseAway(error)) throw error;
      throw new AethercastError('API_GW_SNIPPETS_UNEXPECTED_ERROR', { cause: error });
    }
  };
}

/** The page that the request's query asks for, as JSON. */
export async function landingPageFor(
  context: RouteContext,
  request: Request,
  response: Response,
): Promise<Buffer> {
  const { landing } = context;
  const { limit, cursor, categories, client_id: clientId } = request.query;
  const wish: PageWish = {
    limit: limitOf(limit),
    categories: categoriesOf(categories) ?? (await categoriesOfSession(context, request, clientId)),
    shown: typeof cursor === 'string' && cursor !== '' ? topicsBefore(cursor) : [],
  };
  if (!hasIdempotencyKey(request)) return (await landing.fromCache(wish)) ?? landing.generated(wish);
  response.set('Idempotency-Replayed', 'false');
  const key = idempotencyKeyOf(request);
  const ownerId = await context.resolveOwner(request);
  return landing.generated(wish, { ownerId, key, asked: wish, response });
}

/** Without what Express adds to JSON: the page is ready, and asked for more often than anything else. */
function send(response: Response, body: Buffer): void {
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', body.length);
  response.setHeader('Cache-Control', 'private, no-cache');
  response.end(body);
}

/** Out of range: the usual. */
function limitOf(value: unknown): number {
  const limit = typeof value === 'string' && /^\d{1,2}$/.test(value) ? Number(value) : NaN;
  return limit >= 1 && limit <= mostSnippets ? limit : usualLimit;
}

function categoriesOf(value: unknown): string[] | undefined {
  if (typeof value !== 'string') return undefined;
  return cleanCategories(value.split(','));
}

/** Undefined when none is left. */
function cleanCategories(names: readonly string[]): string[] | undefined {
  const cleaned = names
    .filter(isStorableText)
    .map(asCategory)
    .filter((name) => name !== '' && name.length <= longestCategory && !name.includes(','));
  const unique = [...new Set(cleaned)].sort().slice(0, mostCategories);
  return unique.length === 0 ? undefined : unique;
}

/** What the session likes to hear of; a session is no more than read here. */
async function categoriesOfSession(deps: GatewayDeps, request: Request, given: unknown): Promise<string[]> {
  if (given === undefined) return [];
  const clientId = typeof given === 'string' ? given.trim() : '';
  const isId = clientId.length >= 1 && clientId.length <= 128;
  if (!isId || !isStorableText(clientId)) throw new AethercastError('API_GW_CLIENT_ID_INVALID');
  const preferences = await peekPreferences(deps, await deps.resolveOwner(request), clientId);
  return cleanCategories(preferredCategories(preferences)) ?? [];
}
