import { z } from 'zod';

/** `?page=&per_page=`: values that are no number in range fall back to the defaults. */
export const pageQuery = {
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1).describe('Anything else is 1.'),
  per_page: z.coerce.number().int().min(1).max(100).catch(10).describe('Anything else is 10.'),
};

/** The rows of a page. */
export function windowOf({ page, per_page: limit }: { page: number; per_page: number }) {
  return { offset: (page - 1) * limit, limit };
}
