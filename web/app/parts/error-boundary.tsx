import { useQuery } from '@tanstack/react-query';
import { Component, useEffect, type ReactNode } from 'react';
import { toProblem } from '../api/api-problem';
import { ProblemNotice } from './problem-notice';

/** A page that breaks leaves the rest of the app standing. */
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

/** The usual reason is that the page's code could not be fetched: it comes as soon as the server is there again. */
function Broken({ error }: { error: unknown }) {
  const isOutOfReach = toProblem(error).code === 'NETWORK';
  const server = useQuery({
    queryKey: ['server'],
    queryFn: async ({ signal }) => (await fetch('/livez', { signal })).ok,
    enabled: isOutOfReach,
    retry: false,
    refetchInterval: ({ state }) => (state.status === 'error' ? 2_000 : false),
    gcTime: 0,
  });
  const isBack = server.data === true;
  useEffect(() => {
    // Not if it was there all along: then the code itself is missing, and would be again.
    if (isBack && server.errorUpdateCount > 0) location.reload();
  }, [isBack, server.errorUpdateCount]);
  return (
    <ProblemNotice error={error} title="This page could not be shown." onRetry={() => location.reload()}>
      {isBack ? <p>The server is there: perhaps it has a newer version of this page.</p> : null}
    </ProblemNotice>
  );
}
