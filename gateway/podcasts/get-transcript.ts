import { AethercastError } from '../../platform/aethercast-error.js';
import { ensureWhole, repairErrors } from './whole-parts.js';
import { route } from '../http/route.js';
import { findAudiblePodcast } from './find-own-podcast.js';
import { absent, podcastParams, tag } from './podcast-route.js';

export const getTranscript = route({
  method: 'get',
  path: '/api/v1/podcasts/{id}/transcript.vtt',
  operationId: 'getTranscript',
  tag,
  summary: 'Sends the transcript as WebVTT, with times.',
  auth: 'owner',
  ...podcastParams,
  answers: { 200: { description: 'The transcript.', media: ['text/vtt'] } },
  errors: [...absent, ...repairErrors, 'API_GW_TRANSCRIPT_NOT_READY', 'MEDIA_OBJECT_MISSING'],
  handle: async ({ deps, owner, params, response }) => {
    const episode = await findAudiblePodcast(deps, owner, params.id);
    const { transcriptUri } = episode;
    if (transcriptUri === null) throw new AethercastError('API_GW_TRANSCRIPT_NOT_READY');
    await ensureWhole(deps, episode, 'transcript');
    response.type('text/vtt; charset=utf-8').send(await deps.media.read(transcriptUri));
  },
});
