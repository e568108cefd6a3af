import type { Config } from '../../../platform/config/load-config.js';
import { alternativesOf, type SearchRequest } from './search-provider.js';

/** What a service that only answers to words is asked for: the query, else the categories, else what is configured. */
export function askedWords(
  { query, categories }: SearchRequest,
  config: Pick<Config, 'TDA_NEWS_DEFAULT_KEYWORDS'>,
): string[] {
  const alternatives = alternativesOf(query ?? '');
  if (alternatives.length > 0) return alternatives;
  return categories !== undefined && categories.length > 0
    ? [...categories]
    : [...config.TDA_NEWS_DEFAULT_KEYWORDS];
}

/**
 * The category of an article that a service found: the one that was asked for; of several, the one whose name its
 * text mentions.
 */
export function askedCategory(
  categories: readonly string[] | undefined,
  text: string,
  usual = 'News & Current Events',
): string {
  const [only, ...others] = categories ?? [];
  if (only === undefined) return usual;
  if (others.length === 0) return only;
  const lower = text.toLowerCase();
  return categories?.find((category) => namesOf(category).some((name) => lower.includes(name))) ?? usual;
}

/** `Arts & Culture` -> arts, culture. */
function namesOf(category: string): string[] {
  return category.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
}
