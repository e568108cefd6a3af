import { z } from 'zod';
import { categories } from '../../platform/categories.js';
import { route } from '../http/route.js';

export const listCategories = route({
  method: 'get',
  path: '/api/v1/categories',
  operationId: 'listCategories',
  tag: 'Discovery',
  summary: 'Lists the categories of topics.',
  auth: 'none',
  answers: {
    200: { description: 'Their names.', json: z.object({ categories: z.array(z.string()).readonly() }) },
  },
  errors: [],
  handle: ({ response }) => {
    response.json({ categories });
  },
});
