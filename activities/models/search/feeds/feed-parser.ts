import { AethercastError } from '../../../../platform/aethercast-error.js';
import type { FeedArticle } from '../../../../db/schema/feed-states.js';
import { StoppedWork } from '../../../threads/stopped-work.js';
import type { WorkThreads } from '../../../threads/work-threads.js';
import { parseFeed } from './parse-feed.js';
import type { ParseFeedTask } from './parse-feed-task.js';

/** Reading 2 MiB of the worst XML takes a second. */
const timeoutMs = 5_000;

export type FeedParser = (task: ParseFeedTask, signal: AbortSignal) => Promise<FeedArticle[]>;

/** `parseFeed` in a thread: what it costs is up to whoever wrote the feed. Without threads it works where it is. */
export function createFeedParser(threads: WorkThreads | undefined): FeedParser {
  const url = new URL('./parse-feed-task.js', import.meta.url);
  return async (task, signal) => {
    if (threads === undefined) return parseFeed(task.bytes, task.charset, task.url);
    try {
      return (await threads.run(url, task, { timeoutMs, signal })) as FeedArticle[];
    } catch (error) {
      if (!(error instanceof StoppedWork)) throw error;
      throw new AethercastError('TDA_FEED_UNREADABLE', {
        message: 'Reading the feed was stopped: it takes too long or too much memory.',
        details: { url: task.url, reason: error.reason },
        cause: error,
      });
    }
  };
}
