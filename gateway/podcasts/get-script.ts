import { AethercastError } from '../../platform/aethercast-error.js';
import { route } from '../http/route.js';
import { findOwnPodcast } from './find-own-podcast.js';
import { absent, podcastParams, tag } from './podcast-route.js';
import { podcastScriptView } from './script-schema.js';

export const getScript = route({
  method: 'get',
  path: '/api/v1/podcasts/{id}/script',
  operationId: 'getScript',
  tag,
  summary: 'Shows the script, as far as it is written.',
  auth: 'owner',
  ...podcastParams,
  answers: { 200: { description: 'The script.', json: podcastScriptView } },
  errors: [...absent, 'API_GW_SCRIPT_NOT_READY', 'MEDIA_OBJECT_MISSING'],
  handle: async ({ deps, owner, params, response }) => {
    const { scriptUri } = await findOwnPodcast(deps, owner, params.id);
    if (scriptUri === null) throw new AethercastError('API_GW_SCRIPT_NOT_READY');
    const stored = JSON.parse((await deps.media.read(scriptUri)).toString('utf8')) as Record<string, unknown>;
    // The writer's notes for the next part are internal.
    response.json({ ...stored, writer_state: undefined });
  },
});
