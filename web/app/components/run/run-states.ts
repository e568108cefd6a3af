/** The states that lists are filtered by. */
export const runStates = ['underway', 'finished', 'failed', 'cancelled'] as const;
export type RunStateName = (typeof runStates)[number];

export const runStateWords: Record<RunStateName, string> = {
  underway: 'In progress',
  finished: 'Finished',
  failed: 'Failed',
  cancelled: 'Cancelled',
};

/** The states of the API that each stands for, as its `status` takes them. */
export const statusesOf: Record<RunStateName, string> = {
  underway: 'pending,in_progress',
  finished: 'completed,completed_with_errors',
  failed: 'failed',
  cancelled: 'cancelled',
};
