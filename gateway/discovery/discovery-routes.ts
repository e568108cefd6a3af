import type { Route } from '../http/route.js';
import { exploreTopics } from './explore-topics.js';
import { listCategories } from './list-categories.js';
import { listSnippets } from './list-snippets.js';
import { searchPodcasts } from './search-podcasts.js';

export const discoveryRoutes: readonly Route[] = [
  listSnippets,
  listCategories,
  searchPodcasts,
  exploreTopics,
];
