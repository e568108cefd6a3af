import { toProblem } from '../../api/api-problem';

/** Whether an answer says that the episode does not exist or was deleted. */
export function isGone(error: unknown): boolean {
  const { status } = toProblem(error);
  return status === 404 || status === 410;
}
