import { AethercastError } from '../../platform/aethercast-error.js';
import { ensureWhole, repairErrors } from './whole-parts.js';
import { route } from '../http/route.js';
import { findOwnPodcast } from './find-own-podcast.js';
import { absent, podcastParams, tag } from './podcast-route.js';
import { manifestView } from './script-schema.js';

export const getManifest = route({
  method: 'get',
  path: '/api/v1/podcasts/{id}/manifest.json',
  operationId: 'getManifest',
  tag,
  summary: 'Sends every fact about the finished file, as `aethercast make` writes it beside the episode.',
  auth: 'owner',
  ...podcastParams,
  answers: { 200: { description: 'The manifest.', json: manifestView } },
  errors: [...absent, ...repairErrors, 'API_GW_AUDIO_NOT_FOUND_DB', 'MEDIA_OBJECT_MISSING'],
  handle: async ({ deps, owner, params, response }) => {
    const episode = await findOwnPodcast(deps, owner, params.id);
    const { manifestUri } = episode;
    if (manifestUri === null) throw new AethercastError('API_GW_AUDIO_NOT_FOUND_DB');
    await ensureWhole(deps, episode, 'manifest');
    response.type('application/json').send(await deps.media.read(manifestUri));
  },
});
