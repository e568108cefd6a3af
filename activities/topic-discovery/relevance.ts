import { alternativesOf } from '../models/search/search-provider.js';
import { stemsOf } from './content-words.js';

// What a topic's relevance is made of. The weights say what a listener looks for: with a query, the match above all;
// without one, what is new, before what many write about.
const weights = {
  withQuery: { match: 0.6, recency: 0.25, coverage: 0.15 },
  withoutQuery: { match: 0, recency: 0.65, coverage: 0.35 },
} as const;

/** After this long a story is half as new. News of yesterday still count, those of last week hardly. */
const halfLifeMs = 24 * 3_600_000;

/** What an unknown date counts for: as much as two days. */
const unknownRecency = 0.25;

/** A word of the query counts less where it stands in keywords, category or summary than in the title. */
const outsideTitle = 0.6;

/** The match of an article that a search service found by the query in a text that we do not have. */
const matchedElsewhere = 0.5;

/** This part of an alternative's words must be there: all of one or two, two of three, three of four or five. */
const neededShare = 0.6;

export type Wanted = readonly (readonly string[])[];

export type Described = {
  title: string;
  /** Everything else that says what it is about. */
  text: string;
  matched: boolean;
};

/** The query's alternatives as stems. An alternative of stop words alone wants nothing and is left out. */
export function wantedStems(query: string): Wanted {
  return alternativesOf(query)
    .map((alternative) => [...new Set(stemsOf(alternative))])
    .filter((stems) => stems.length > 0);
}

/** How well a text answers the query, 0 to 1; its best alternative counts. 0: not at all. */
export function matchOf(wanted: Wanted, { title, text, matched }: Described): number {
  const inTitle = new Set(stemsOf(title));
  const inText = new Set(stemsOf(text));
  const matches = wanted.map((stems) => {
    const values = stems.map((stem) => (inTitle.has(stem) ? 1 : inText.has(stem) ? outsideTitle : 0));
    const found = values.filter((value) => value > 0).length;
    if (found < Math.ceil(stems.length * neededShare)) return 0;
    return values.reduce<number>((sum, value) => sum + value, 0) / stems.length;
  });
  return Math.max(matched ? matchedElsewhere : 0, ...matches);
}

/** 1 for what was published now, half of it a day later. */
export function recencyOf(publishedAt: string | undefined, now: number): number {
  if (publishedAt === undefined) return unknownRecency;
  return 2 ** (-Math.max(0, now - Date.parse(publishedAt)) / halfLifeMs);
}

/** 0 for one newsroom, 0.5 for two, 0.67 for three. */
export function coverageOf(sourceNames: readonly string[]): number {
  return 1 - 1 / Math.max(1, new Set(sourceNames).size);
}

/** 0 to 1, to four digits. Without a query `match` is undefined. */
export function relevanceOf(parts: { match: number | undefined; recency: number; coverage: number }): number {
  const weight = parts.match === undefined ? weights.withoutQuery : weights.withQuery;
  const sum =
    weight.match * (parts.match ?? 0) + weight.recency * parts.recency + weight.coverage * parts.coverage;
  return Math.round(sum * 10_000) / 10_000;
}
