import type { ReactNode } from 'react';
import { toProblem } from '../api/api-problem';
import { Icon } from './icon';

/** A failure in words that a person understands, with what can be done; its code small, for whoever helps. */
export function ProblemNotice({
  error,
  title,
  onRetry,
  children,
}: {
  error: unknown;
  title: string;
  onRetry?: () => void;
  children?: ReactNode;
}) {
  const problem = toProblem(error);
  return (
    <div className="notice notice-bad" role="alert">
      <Icon name="warning" />
      <div>
        <p className="notice-title">{title}</p>
        <p>{problem.message}</p>
        {children}
        <p className="small quiet">{problem.code}</p>
        {onRetry === undefined ? null : (
          <button type="button" className="button" onClick={onRetry}>
            <Icon name="retry" /> Try again
          </button>
        )}
      </div>
    </div>
  );
}
