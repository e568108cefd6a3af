import { useQuery } from '@tanstack/react-query';
import { Component, useEffect, type ReactNode } from 'react';
import { ApiProblem, toProblem } from '../api/api-problem';
import { fetchWhole } from '../api/fetch-whole';
import { ProblemNotice } from './problem-notice';

/** Keeps an error in one page from breaking the rest of the app. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === undefined ? this.props.children : <Broken error={error} />;
  }
}

/** If the page's code could not be loaded, reloads as soon as the server is available again. */
function Broken({ error }: { error: unknown }) {
  const isOutOfReach = toProblem(error).code === 'PAGE_CODE';
  const server = useQuery({
    queryKey: ['server'],
    queryFn: async ({ signal }) => {
      const response = await fetchWhole('/livez', { signal });
      // For example, from a proxy in front of the server.
      if (!response.ok) throw await ApiProblem.of(response);
      return true;
    },
    enabled: isOutOfReach,
    retry: false,
    refetchInterval: ({ state }) => (state.status === 'error' ? 2_000 : false),
    gcTime: 0,
  });
  const isBack = server.data === true;
  useEffect(() => {
    // Not if the server was there all along: then the code itself is missing, and a reload does not help.
    if (isBack && server.errorUpdateCount > 0) location.reload();
  }, [isBack, server.errorUpdateCount]);
  return (
    <ProblemNotice error={error} title="This page could not be shown." onRetry={() => location.reload()}>
      {isOutOfReach ? (
        <p>
          {isBack
            ? 'The server is available. It may have a newer version of this page.'
            : 'It loads automatically when the server is available again.'}
        </p>
      ) : null}
    </ProblemNotice>
  );
}
