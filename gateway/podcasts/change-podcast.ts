import { z } from 'zod';
import { setPublic } from '../../db/podcasts.js';
import { route } from '../http/route.js';
import { findOwnPodcast } from './find-own-podcast.js';
import { absent, podcastParams, tag } from './podcast-route.js';
import { podcastDetailSchema } from './podcast-schemas.js';
import { podcastDetail } from './podcast-view.js';

export const changePodcast = route({
  method: 'patch',
  path: '/api/v1/podcasts/{id}',
  operationId: 'changePodcast',
  tag,
  summary: 'Makes an episode public, or private again.',
  description: 'Subscribers are notified once per episode, however often it becomes public.',
  auth: 'owner',
  ...podcastParams,
  body: { json: z.strictObject({ public: z.boolean('must be true or false') }) },
  answers: { 200: { description: 'The episode.', json: podcastDetailSchema } },
  errors: absent,
  handle: async ({ deps, owner, params, body, request, response }) => {
    const { podcastId } = await findOwnPodcast(deps, owner, params.id);
    await setPublic(deps.db, podcastId, body.public);
    const changed = await findOwnPodcast(deps, owner, podcastId);
    response.json(await podcastDetail(deps, request.get('Host'), changed));
  },
});
