import { z } from 'zod';
import { asCategory } from '../../platform/categories.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';
import { isStorableText } from '../../platform/storable.js';
import type { RouteDeps } from '../route-deps.js';
import type { FaultCodes } from '../http/faults.js';
import { text } from '../http/text.js';
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
  client_id: text(128).optional().describe('The session whose preferred categories count.'),
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
  const { limit, cursor = '', categories, client_id: clientId } = query;
  const wish: PageWish = {
    limit,
    categories:
      cleanCategories(categories?.split(',') ?? []) ?? (await categoriesOfSession(deps, owner, clientId)),
    shown: cursor === '' ? [] : topicsBefore(cursor),
  };
  if (key === undefined) return (await landing.fromCache(wish)) ?? landing.generated(wish);
  return landing.generated(wish, { ownerId: owner, key, asked: wish, response });
}

/** Undefined when none is left. */
function cleanCategories(names: readonly string[]): string[] | undefined {
  const cleaned = names
    .filter(isStorableText)
    .map(asCategory)
    .filter((name) => name !== '' && name.length <= maxCategoryLength && !name.includes(','));
  const unique = [...new Set(cleaned)].sort().slice(0, maxCategories);
  return unique.length === 0 ? undefined : unique;
}

/** The session is only read here: looking at a page does not open one. */
async function categoriesOfSession(
  deps: RouteDeps,
  owner: string,
  clientId: string | undefined,
): Promise<string[]> {
  if (clientId === undefined) return [];
  const preferences = await peekPreferences(deps, owner, clientId);
  return cleanCategories(preferredCategories(preferences)) ?? [];
}
