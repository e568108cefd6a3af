import { notifyManager, QueryClient } from '@tanstack/react-query';
import { toProblem } from './api-problem';
import { isWorthRetrying, retryDelayMs } from './ask-again';

// Notify before the next frame, not in a later task: until then React would reset a field to its old value.
notifyManager.setScheduler(queueMicrotask);

/** Passing failures are retried with growing delays; lasting ones are shown at once. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (retries, error) => isWorthRetrying(error, retries),
        retryDelay: retryDelayMs,
        // A page that failed for the moment recovers without a reload.
        refetchInterval: ({ state: { error } }) =>
          error !== null && toProblem(error).retryable ? 10_000 : false,
        refetchOnReconnect: 'always',
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
