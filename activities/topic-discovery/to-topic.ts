import { v5 as uuidv5 } from 'uuid';
import type { TopicObject } from '../../workflows/contract/topics.js';
import type { FoundArticle } from '../models/search/search-provider.js';
import { canonicalUrl } from '../text/canonical-url.js';
import type { Story } from './cluster-articles.js';
import { contentWords } from './content-words.js';
import { cutAtWord } from '../../platform/cut-at-word.js';
import { defined } from '../../platform/defined.js';
import { coverageOf, matchOf, recencyOf, relevanceOf, type Wanted } from './relevance.js';

const maxSummaryLength = 250;
const maxKeywords = 8;
const maxSources = 6;
/** Topics travel through the workflow, so their sources' words are kept short. */
const maxSummaries = 4;
const maxQuotedLength = 500;

/**
 * A story as a topic; undefined where the query wants something else.
 *
 * @param wanted the query's stems; undefined without a query
 * @param now ms since 1970, for the recency
 */
export function toTopic(story: Story, wanted: Wanted | undefined, now: number): TopicObject | undefined {
  const ranked = story.articles.map((article) => ({ article, match: matchOfArticle(wanted, article) }));
  const match = wanted === undefined ? undefined : Math.max(...ranked.map((each) => each.match));
  if (match === 0) return undefined;
  ranked.sort((a, b) => b.match - a.match || byTelling(a.article, b.article));
  const [first] = story.articles;
  const best = ranked[0]?.article;
  if (first === undefined || best === undefined) return undefined;
  const articles = ranked.map(({ article }) => article);
  const newest = articles
    .flatMap(({ published_at }) => published_at ?? [])
    .sort()
    .at(-1);
  const summary = articles.find(({ summary }) => summary !== '')?.summary ?? best.title;
  return {
    topic_id: uuidv5(canonicalUrl(first.url), uuidv5.URL),
    title_suggestion: best.title,
    summary: cutAtWord(summary, maxSummaryLength),
    keywords: keywordsOf(articles),
    potential_sources: articles
      .slice(0, maxSources)
      .map(({ url, title, source_name }) => ({ url, title, source_name })),
    relevance_score: relevanceOf({
      match,
      recency: recencyOf(newest, now),
      coverage: coverageOf(articles.map(({ source_name }) => source_name)),
    }),
    ...defined({ publication_date: newest }),
    category_suggestion: best.category,
    source_feed_name: best.feed,
    timestamp_discovered: new Date(now).toISOString(),
    original_topic_details: {
      ...best.details,
      articles: articles.length,
      feeds: [...new Set(articles.map(({ feed }) => feed))].sort(),
      summaries: summariesOf(articles),
      ...defined({ first_published: first.published_at }),
    },
  };
}

/** What snippets are made of: the sources' own words, none twice. */
function summariesOf(articles: readonly FoundArticle[]): { source_name: string; summary: string }[] {
  const texts = new Map(
    articles.flatMap(({ source_name, summary }) => (summary === '' ? [] : [[summary, source_name] as const])),
  );
  return [...texts]
    .slice(0, maxSummaries)
    .map(([summary, source_name]) => ({ source_name, summary: cutAtWord(summary, maxQuotedLength) }));
}

function matchOfArticle(wanted: Wanted | undefined, article: FoundArticle): number {
  if (wanted === undefined) return 1;
  const { title, summary, category, matched } = article;
  return matchOf(wanted, { title, text: `${summary} ${category}`, matched: matched === true });
}

/** The more informative comes first: one with a real summary, then the newer one. */
function byTelling(a: FoundArticle, b: FoundArticle): number {
  const telling = Number(b.summary.length >= 80) - Number(a.summary.length >= 80);
  if (telling !== 0) return telling;
  const newer = (b.published_at ?? '').localeCompare(a.published_at ?? '');
  return newer !== 0 ? newer : a.url < b.url ? -1 : 1;
}

/** The words that the story's articles share most, as they are written; a title's words count double. */
function keywordsOf(articles: readonly FoundArticle[]): string[] {
  const counts = new Map<string, { word: string; count: number; at: number }>();
  function count(text: string, weight: number): void {
    for (const { word, stem } of contentWords(text)) {
      const entry = counts.get(stem) ?? { word, count: 0, at: counts.size };
      counts.set(stem, { ...entry, count: entry.count + weight });
    }
  }
  for (const { title } of articles) count(title, 2);
  for (const { summary } of articles) count(summary.slice(0, 300), 1);
  return [...counts.values()]
    .filter(({ word }) => !/^\d/.test(word))
    .sort((a, b) => b.count - a.count || a.at - b.at)
    .slice(0, maxKeywords)
    .map(({ word }) => word);
}
