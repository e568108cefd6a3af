// Search providers (AIMS): one interface for everything that can find articles.
// Imports the shared folders below it, and no agent (activities/README.md).
import type { SourceFault } from '../../../workflows/contract/topics.js';

/** An article that somebody published; texts are plain, clean and short. */
export type FoundArticle = {
  /** http or https, or `sample:<file>` for a text of the sample library. */
  url: string;
  title: string;
  /** May be empty. */
  summary: string;
  /** ISO 8601; absent where the source does not say. */
  published_at?: string;
  source_name: string;
  /** Where it was found: the feed's name, `news_api_org`, `searxng`, `sample_library`. */
  feed: string;
  category: string;
  /** The service found it by the query itself, in texts that we do not have. */
  matched?: true;
  /** What else the source says, small. */
  details: Record<string, unknown>;
};

export type SearchRequest = {
  /** Words, or several alternatives separated by commas. Absent: what is newest. */
  query?: string | undefined;
  /** Only articles of these; a provider that does not sort its articles searches by them. */
  categories?: readonly string[] | undefined;
  /** Nothing is waited for longer than this. */
  budgetMs: number;
  /** Ends the search; its reason is thrown. */
  signal: AbortSignal;
};

export type SearchAnswer = {
  articles: FoundArticle[];
  faults: SourceFault[];
  /** Whether any source gave its articles, be they none, or those it gave before. */
  answered: boolean;
};

export interface SearchProvider {
  /**
   * Finds articles, in no particular order; who asks ranks and limits them. What could not be reached or read is
   * named in `faults` and never ends the search.
   */
  search(request: SearchRequest): Promise<SearchAnswer>;
  close(): Promise<void>;
}

/** The parts of a query that stand for themselves. */
export function alternativesOf(query: string): string[] {
  return query
    .split(',')
    .map((alternative) => alternative.trim())
    .filter((alternative) => alternative !== '');
}
