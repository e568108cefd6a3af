import { z } from 'zod';
import { giveTitle } from '../../db/episode-titles.js';
import { setPublic } from '../../db/podcasts.js';
import { route } from '../http/route.js';
import { anyField } from '../http/any-of.js';
import { line } from '../http/text.js';
import { findOwnPodcast } from './find-own-podcast.js';
import { followTitle } from './follow-title.js';
import { absent, podcastParams, tag } from './podcast-route.js';
import { podcastDetailSchema } from './podcast-schemas.js';
import { podcastDetail } from './podcast-view.js';

export const changePodcast = route({
  method: 'patch',
  path: '/api/v1/podcasts/{id}',
  operationId: 'changePodcast',
  tag,
  summary: 'Renames an episode; makes it public, or unlisted again.',
  description:
    'A new title is on record at once and in the finished file a moment later: its tag and its ETag change, its audio and the offsets in it do not. Subscribers are notified once per episode, however often it becomes public. Public or not, everyone who can open this server can hear and delete it.',
  auth: 'owner',
  ...podcastParams,
  body: {
    json: z
      .strictObject({
        title: line(300).optional(),
        public: z.boolean('must be true or false').optional(),
      })
      .refine(({ title, public: isPublic }) => title !== undefined || isPublic !== undefined, {
        message: 'must have `title` or `public`',
      })
      .meta(anyField(['title', 'public'])),
  },
  answers: { 200: { description: 'The episode.', json: podcastDetailSchema } },
  errors: absent,
  handle: async ({ deps, owner, params, body, request, response }) => {
    const { podcastId } = await findOwnPodcast(deps, owner, params.id);
    if (body.public !== undefined) await setPublic(deps.db, podcastId, body.public);
    if (body.title !== undefined) await giveTitle(deps.db, podcastId, body.title);
    const named = await findOwnPodcast(deps, owner, podcastId);
    const changed = (await followTitle(deps, named)) ? await findOwnPodcast(deps, owner, podcastId) : named;
    response.json(await podcastDetail(deps, request.get('Host'), changed));
  },
});
