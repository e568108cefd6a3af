// Its default export runs in a worker thread.
import type { TopicObject } from '../../workflows/contract/topics.js';
import type { FoundArticle } from '../models/search/search-provider.js';
import { clusterArticles } from './cluster-articles.js';
import type { Wanted } from './relevance.js';
import { toTopic } from './to-topic.js';

/** What topics must be like: `wanted` are the query's stems, `now` is in ms since 1970. */
export type GroupingWish = {
  wanted: Wanted | undefined;
  categories: string[] | undefined;
  excluded: ReadonlySet<string>;
  now: number;
};

export type GroupingTask = GroupingWish & { articles: readonly FoundArticle[] };

/** The topics that these articles tell of, as far as they are wished for. */
export function groupTopics({ articles, wanted, categories, excluded, now }: GroupingTask): TopicObject[] {
  return clusterArticles(articles)
    .map((story) => toTopic(story, wanted, now))
    .filter((topic) => topic !== undefined)
    .filter((topic) => !excluded.has(topic.topic_id))
    .filter((topic) => categories?.includes(topic.category_suggestion) ?? true);
}

export default groupTopics;
