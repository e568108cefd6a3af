import { Component, type ReactNode } from 'react';
import { ProblemNotice } from './problem-notice';

/** A page that breaks leaves the rest of the app standing. A chunk that could not be fetched is the usual reason. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <ProblemNotice error={error} title="This page could not be shown." onRetry={() => location.reload()} />
    );
  }
}
