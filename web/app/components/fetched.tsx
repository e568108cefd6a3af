import type { ReactNode } from 'react';
import { Loading } from './loading';
import { ProblemNotice } from './problem-notice';

/** Shows fetched data: a skeleton while it loads, then the data, or the error with a way to try again. */
export function Fetched<Data>({
  from: { data, error, refetch },
  what,
  children,
}: {
  from: { data: Data | undefined; error: Error | null; refetch: () => Promise<unknown> };
  /** As in the middle of a sentence, e.g. "the log". */
  what: string;
  children: (data: Data) => ReactNode;
}) {
  if (data !== undefined) {
    return (
      <>
        {error === null ? null : (
          <p className="small quiet">This may be out of date: the last update failed.</p>
        )}
        {children(data)}
      </>
    );
  }
  if (error === null) return <Loading what={what} />;
  const title = `${what.charAt(0).toUpperCase()}${what.slice(1)} could not be loaded.`;
  return <ProblemNotice error={error} title={title} onRetry={() => void refetch()} />;
}
