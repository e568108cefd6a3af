import { toProblem } from '../../api/api-problem';

/** Whether an answer says that the episode is not there (any more). */
export function isGone(error: unknown): boolean {
  const { status } = toProblem(error);
  return status === 404 || status === 410;
}
