import type { ReactNode } from 'react';
import { toProblem } from '../api/api-problem';
import { ErrorCode } from './error-code';
import { Icon } from './icon';

/** A failure in plain words, with what can be done about it; its code is behind "Details". */
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
        <ErrorCode code={problem.code} />
        {onRetry === undefined ? null : (
          <button type="button" className="button" onClick={onRetry}>
            <Icon name="retry" /> Try again
          </button>
        )}
      </div>
    </div>
  );
}
