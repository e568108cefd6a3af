import { z } from 'zod';
import { listPodcasts as findPodcasts } from '../../db/podcasts.js';
import { defined } from '../../platform/defined.js';
import { pageQuery, windowOf } from '../http/page-query.js';
import { route } from '../http/route.js';
import { line } from '../http/text.js';
import { statusList } from '../runs/run-states.js';
import { tag } from './podcast-route.js';
import { podcastListSchema } from './podcast-schemas.js';
import { podcastListItem } from './podcast-view.js';

export const listPodcasts = route({
  method: 'get',
  path: '/api/v1/podcasts',
  operationId: 'listPodcasts',
  tag,
  summary: 'Lists the caller’s episodes, newest first.',
  auth: 'owner',
  query: z.object({
    q: line(300).optional().describe('Words of the title or the topic.'),
    status: statusList.optional(),
    ...pageQuery,
  }),
  answers: { 200: { description: 'One page of episodes.', json: podcastListSchema } },
  errors: [],
  handle: async ({ deps, owner, query, response }) => {
    const { q: words, status: statuses, page, per_page } = query;
    const filter = defined({ words, statuses });
    const { podcasts, total } = await findPodcasts(deps.db, owner, filter, windowOf(query));
    response.json({
      podcasts: await Promise.all(podcasts.map((record) => podcastListItem(deps.media, record))),
      page,
      per_page,
      total_podcasts: total,
      total_pages: Math.ceil(total / per_page),
    });
  },
});
