/**
 * How often finished episodes and runs are fetched while a page shows them: they may be deleted, retried or made public
 * elsewhere, and there is no event for that.
 */
export const restPollMs = 30_000;
