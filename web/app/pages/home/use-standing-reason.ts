import { useState } from 'react';
import { toProblem } from '../../api/api-problem';

/**
 * Why a request fails that is repeated until it succeeds. The reason stands while it is asked again, and one that says
 * less does not take its place. Null when there is none.
 */
export function useStandingReason(error: unknown, isLoaded: boolean): unknown {
  const [reason, setReason] = useState<unknown>(null);
  const isNews = error !== null && (reason === null || !saysLittle(error));
  const standing = isLoaded ? null : isNews ? error : reason;
  if (standing !== reason) setReason(standing);
  return standing;
}

/** "Not yet", and "something went wrong". */
function saysLittle(error: unknown): boolean {
  return /(_SERVICE_UNAVAILABLE|INTERNAL)$/.test(toProblem(error).code);
}
