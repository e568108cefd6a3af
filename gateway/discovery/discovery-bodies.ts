import { z } from 'zod';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';
import { checkBody, text } from '../http/check-body.js';

export const searchBody = z.strictObject({
  query: text(300).refine(hasWord, 'must have a word in it'),
  client_id: orAbsent(text(128)),
});

export const exploreBody = z.strictObject({
  current_topic_id: orAbsent(z.uuid('must be a UUID')),
  keywords: orAbsent(
    z.array(text(80).refine(hasWord, 'must have a word in it')).max(20, 'must have at most 20 keywords'),
  ),
  depth_mode: z
    .enum(['deeper', 'broader'], 'must be "deeper" or "broader"')
    .nullable()
    .default('deeper')
    .transform((mode) => mode ?? 'deeper'),
  client_id: orAbsent(text(128)),
});

export type SearchBody = z.infer<typeof searchBody>;
export type ExploreBody = z.infer<typeof exploreBody>;

const codeOfField: Partial<Record<string, ErrorCode>> = {
  query: 'API_GW_SEARCH_QUERY_INVALID',
  client_id: 'API_GW_CLIENT_ID_INVALID',
  current_topic_id: 'API_GW_EXPLORE_INVALID_TOPIC_ID',
  depth_mode: 'API_GW_EXPLORE_INVALID_DEPTH_MODE',
};

/** Checks the body of a search; throws coded 400s. */
export function parseSearchBody(body: unknown): SearchBody {
  return checkBody(searchBody, body, codeAt);
}

/** Checks the body of an exploration, which starts from a topic or from words; throws coded 400s. */
export function parseExploreBody(body: unknown): ExploreBody {
  const parsed = checkBody(exploreBody, body, codeAt);
  if (parsed.current_topic_id === undefined && (parsed.keywords ?? []).length === 0) {
    throw new AethercastError('API_GW_EXPLORE_INPUT_REQUIRED');
  }
  return parsed;
}

function codeAt([field = '', ...inside]: string[]): ErrorCode | undefined {
  if (field !== 'keywords') return codeOfField[field];
  return inside.length === 0 ? 'API_GW_EXPLORE_INVALID_KEYWORDS_TYPE' : 'API_GW_EXPLORE_INVALID_KEYWORD_ITEM';
}

function hasWord(value: string): boolean {
  return /[\p{L}\p{N}]/u.test(value);
}

/** Clients write null where they have nothing. */
function orAbsent<Value>(schema: z.ZodType<Value>) {
  return schema.nullish().transform((value) => value ?? undefined);
}
