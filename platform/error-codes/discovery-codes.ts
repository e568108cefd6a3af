import { code } from './code-entry.js';

/** What topic discovery (TDA) fails with. Failures of single feeds and services are reported with the topics found. */
export const discoveryCodes = {
  TDA_FEED_LIST_INVALID: code(500, 'The list of feeds cannot be read.'),
  TDA_FEED_UNREADABLE: code(502, 'The address does not lead to a readable RSS, Atom, RDF or JSON feed.'),
  TDA_FEED_EMPTY: code(502, 'The feed contains no articles.'),
  TDA_SEARCH_REFUSED: code(502, 'The search service refused the request.'),
  TDA_SEARCH_LIMITED: code(
    503,
    'The search service accepts no more requests for now. Try again later.',
    true,
  ),
  TDA_SEARCH_FAILED: code(502, 'The search service did not answer.', true),
  TDA_SEARCH_BAD_ANSWER: code(502, 'The search service sent an unreadable answer.'),
  TDA_GROUPING_STOPPED: code(500, 'Grouping what was found takes too long or too much memory.'),
  TDA_CATEGORY_UNKNOWN: code(400, 'There is no such category.'),
  TDA_TOPIC_NOT_FOUND: code(404, 'There is no topic with this id.'),
} as const;
