import { route } from '../http/route.js';
import { findOwnPodcast } from './find-own-podcast.js';
import { absent, podcastParams, tag } from './podcast-route.js';
import { podcastDetailSchema } from './podcast-schemas.js';
import { podcastDetail } from './podcast-view.js';

export const getPodcast = route({
  method: 'get',
  path: '/api/v1/podcasts/{id}',
  operationId: 'getPodcast',
  tag,
  summary: 'Shows one episode: its state, progress, log, and where its parts are.',
  auth: 'owner',
  ...podcastParams,
  answers: { 200: { description: 'The episode.', json: podcastDetailSchema } },
  errors: absent,
  handle: async ({ deps, owner, params, request, response }) => {
    const record = await findOwnPodcast(deps, owner, params.id);
    response.json(await podcastDetail(deps, request.get('Host'), record));
  },
});
