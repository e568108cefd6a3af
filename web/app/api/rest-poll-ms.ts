/**
 * How often what is at rest is asked for while somebody looks: it may be deleted, retried or made public elsewhere, which
 * nobody tells a page of. Seldom enough to cost nothing, and as soon as a person would wonder.
 */
export const restPollMs = 30_000;
