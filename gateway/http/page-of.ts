import type { Request } from 'express';

/** One page of a list. */
export type Page = { page: number; perPage: number; offset: number; limit: number };

/** `?page=` (1) and `?per_page=` (10, at most 100); values out of range fall back to the defaults. */
export function pageOf(request: Request): Page {
  const page = wholeNumber(request.query['page'], 1, 1_000_000) ?? 1;
  const perPage = wholeNumber(request.query['per_page'], 1, 100) ?? 10;
  return { page, perPage, offset: (page - 1) * perPage, limit: perPage };
}

function wholeNumber(value: unknown, min: number, max: number): number | undefined {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : NaN;
  return number >= min && number <= max ? number : undefined;
}
