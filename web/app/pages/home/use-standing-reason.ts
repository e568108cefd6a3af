import { useState } from 'react';
import { toProblem } from '../../api/api-problem';

/**
 * Why a request fails that is repeated until it succeeds, null when there is no reason. One that names a cause is told
 * after the first try, stands while it is asked again, and gives way only to another that does.
 */
export function useStandingReason(
  { error, failureReason }: { error: unknown; failureReason: unknown },
  isLoaded: boolean,
): unknown {
  const [reason, setReason] = useState<unknown>(null);
  const told = error ?? (saysWhy(failureReason) ? failureReason : null);
  const isNews = told !== null && (saysWhy(told) || !saysWhy(reason));
  const standing = isLoaded ? null : isNews ? told : reason;
  if (standing !== reason) setReason(standing);
  return standing;
}

/** Unlike "not yet" and "something went wrong". */
function saysWhy(error: unknown): boolean {
  return error !== null && /_ERROR_(?!INTERNAL$)/.test(toProblem(error).code);
}
