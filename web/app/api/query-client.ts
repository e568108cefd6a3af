import { notifyManager, QueryClient } from '@tanstack/react-query';
import { toProblem } from './api-problem';

// Before the next frame, not in a later task: until then React would put a field back to what it showed before.
notifyManager.setScheduler(queueMicrotask);

/** What may pass is tried again by itself, slower and slower; what will not is shown at once. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (count, error) => toProblem(error).retryable && count < 3,
        retryDelay: (count) => Math.min(500 * 2 ** count, 10_000),
        // What failed for now comes back by itself, without a reload.
        refetchInterval: ({ state: { error } }) =>
          error !== null && toProblem(error).retryable ? 10_000 : false,
        refetchOnReconnect: 'always',
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
