// Runs in a worker thread.
import type { FeedArticle } from '../../../../db/schema/feed-states.js';
import { parseFeed } from './parse-feed.js';

export type ParseFeedTask = { bytes: Uint8Array; charset: string | undefined; url: string };

export default function parseFeedTask({ bytes, charset, url }: ParseFeedTask): FeedArticle[] {
  return parseFeed(bytes, charset, url);
}
