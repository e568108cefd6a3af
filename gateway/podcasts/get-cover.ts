import { createHash } from 'node:crypto';
import { AethercastError } from '../../platform/aethercast-error.js';
import { ensureWhole, repairErrors } from './whole-parts.js';
import { route } from '../http/route.js';
import { sendMedia } from '../media/send-media.js';
import { findAudiblePodcast } from './find-own-podcast.js';
import { absent, podcastParams, tag } from './podcast-route.js';

export const getCover = route({
  method: 'get',
  path: '/api/v1/podcasts/{id}/cover',
  operationId: 'getCover',
  tag,
  summary: 'Sends the cover as a PNG, as soon as it is drawn.',
  auth: 'owner',
  ...podcastParams,
  answers: {
    200: { description: 'The cover.', media: ['image/png'] },
    206: { description: 'The requested bytes.', media: ['image/png'] },
    304: { description: 'The client has the current cover.' },
  },
  errors: [
    ...absent,
    ...repairErrors,
    'API_GW_COVER_NOT_READY',
    'API_GW_RANGE_NOT_SATISFIABLE',
    'MEDIA_OBJECT_MISSING',
  ],
  handle: async ({ deps, owner, params, request, response }) => {
    const episode = await findAudiblePodcast(deps, owner, params.id);
    const { coverUri: uri } = episode;
    if (episode.audioUri !== null) await ensureWhole(deps, episode, 'cover');
    const object = uri === null ? undefined : await deps.media.head(uri);
    if (object === undefined) throw new AethercastError('API_GW_COVER_NOT_READY');
    await sendMedia(deps, request, response, {
      ...object,
      contentType: 'image/png',
      // Objects are immutable, and their names follow from what they show.
      etag: createHash('sha256').update(object.uri).digest('hex').slice(0, 32),
      cacheControl: 'private, no-cache',
    });
  },
});
