import { z } from 'zod';
import type { Database } from '../../db/connect.js';
import { findCategories } from '../../db/topics.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { asCategory, categories, noCategory } from '../../platform/categories.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';
import { plainLine } from '../../platform/plain-text.js';
import { shorten } from '../../platform/shorten.js';
import { isStorableText } from '../../platform/storable.js';
import type { RouteDeps } from '../route-deps.js';
import type { FaultCodes } from '../http/faults.js';
import { line } from '../http/text.js';
import { peekPreferences, preferredCategories } from '../sessions/preferences.js';
import { topicsBefore } from './landing-cursor.js';
import type { PageWish } from './landing-page.js';
import { runErrors } from './run-errors.js';

const defaultLimit = 6;
const maxLimit = 20;
const maxCategories = 8;
const maxCategoryLength = 80;

/** What a page of snippets is chosen by. */
export const landingQuery = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(maxLimit)
    .catch(defaultLimit)
    .describe(`Anything else is ${defaultLimit}.`),
  categories: z.string().optional().catch(undefined).describe('Only these categories, separated by commas.'),
  client_id: line(128).optional().describe('The session whose preferred categories count.'),
  cursor: z
    .string()
    .meta({ pattern: '^[A-Za-z0-9_-]*$' })
    .optional()
    .catch(undefined)
    .describe('`next_cursor` of the previous page.'),
};

export const landingCodes: FaultCodes = { other: 'API_GW_CLIENT_ID_INVALID' };

export const landingErrors: readonly ErrorCode[] = [
  ...runErrors('SNIPPET'),
  'TDA_CATEGORY_UNKNOWN',
  'API_GW_SNIPPETS_CURSOR_INVALID',
  'API_GW_SNIPPETS_UNEXPECTED_ERROR',
];

type LandingQuery = z.output<z.ZodObject<typeof landingQuery>>;

/** The page as JSON. An idempotency key asks for a page of its own, made once. */
export async function landingPageFor(
  deps: RouteDeps,
  query: LandingQuery,
  {
    owner,
    key,
    response,
  }: { owner: string; key: string | undefined; response: { set(name: string, value: string): unknown } },
): Promise<Buffer> {
  const { landing } = deps;
  const { limit, cursor = '', categories: named, client_id: clientId } = query;
  const wish: PageWish = {
    limit,
    categories:
      (await askedCategories(deps, named?.split(',') ?? [])) ??
      (await categoriesOfSession(deps, owner, clientId)),
    shown: cursor === '' ? [] : topicsBefore(cursor),
  };
  if (key === undefined) return (await landing.fromCache(wish)) ?? landing.generated(wish);
  return landing.generated(wish, { ownerId: owner, key, asked: wish, response });
}

/** Undefined when none is named. One that does not exist is refused: a run for it would find nothing. */
async function askedCategories({ db }: RouteDeps, names: readonly string[]): Promise<string[] | undefined> {
  const { known, unknown } = await lookUp(db, names);
  const [first] = unknown;
  if (first !== undefined) {
    throw new AethercastError('TDA_CATEGORY_UNKNOWN', {
      message: `There is no category "${shorten(first, maxCategoryLength)}". GET /api/v1/categories lists ours.`,
    });
  }
  return known.length === 0 ? undefined : known;
}

/**
 * Categories that topics can have or have: a feed of the operator's may bring others than ours. The known ones are written
 * as topics have them, in the order in which sets of snippets are named.
 */
async function lookUp(
  db: Database,
  given: readonly string[],
): Promise<{ known: string[]; unknown: string[] }> {
  const cleaned = given.filter(isStorableText).map((name) => asCategory(plainLine(name)));
  const names = [...new Set(cleaned)].filter((name) => name !== '').slice(0, maxCategories);
  const others = names.filter((name) => !isOurs(name));
  const found = others.length === 0 ? [] : await findCategories(db, others);
  const known = names.flatMap((name) => (isOurs(name) ? name : (writtenIn(found, name) ?? [])));
  return {
    known: [...new Set(known)].sort(),
    unknown: others.filter((name) => writtenIn(found, name) === undefined),
  };
}

function isOurs(name: string): boolean {
  return [...categories, noCategory].some((our) => our === name);
}

function writtenIn(found: readonly string[], name: string): string | undefined {
  return found.find((other) => other.toLowerCase() === name.toLowerCase());
}

/** The session is only read here: looking at a page does not open one. */
async function categoriesOfSession(
  deps: RouteDeps,
  owner: string,
  clientId: string | undefined,
): Promise<string[]> {
  if (clientId === undefined) return [];
  const preferences = await peekPreferences(deps, owner, clientId);
  return (await lookUp(deps.db, preferredCategories(preferences))).known;
}
