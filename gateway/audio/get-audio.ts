import { z } from 'zod';
import { route } from '../http/route.js';
import { findAudiblePodcast } from '../podcasts/find-own-podcast.js';
import { absent, podcastParams, tag } from '../podcasts/podcast-route.js';
import { isUnderWay } from '../podcasts/podcast-view.js';
import { beyondEnd } from './follow-audio.js';
import { sendAudio } from './send-audio.js';
import { sendGrowingAudio } from './send-growing-audio.js';
import { unfinished } from './unfinished.js';
import { followTitle } from '../podcasts/follow-title.js';
import { ensureWhole, repairErrors } from '../podcasts/whole-parts.js';

const refusal = 'must be a whole number of bytes, from 0';

export const getAudio = route({
  method: 'get',
  path: '/api/v1/podcasts/{id}/audio.mp3',
  operationId: 'getAudio',
  tag,
  summary: 'Sends the finished file, with ETag and byte ranges; until then, the audio as it grows.',
  description:
    'While an episode is being made, the answer is the audio so far and whatever follows, until it is finished. The connection is cut when the run fails or is cancelled, so that no part passes for the whole. A growing episode ignores `Range`.',
  auth: 'owner',
  ...podcastParams,
  query: z.object({
    offset: z
      .string(refusal)
      .regex(/^\d{1,15}$/, refusal)
      .transform(Number)
      .optional()
      .describe(
        'Start at this byte of the audio, counted without the ID3 tag: the same bytes before and after the end. To resume, send the number of bytes received so far.',
      ),
  }),
  answers: {
    200: {
      description: 'The file, or the growing audio, which has no `Content-Length`.',
      media: ['audio/mpeg'],
    },
    206: { description: 'The requested bytes.', media: ['audio/mpeg'] },
    304: { description: 'The client has the current file.' },
  },
  errors: [
    ...absent,
    ...repairErrors,
    'API_GW_AUDIO_NOT_FOUND_DB',
    'API_GW_RANGE_NOT_SATISFIABLE',
    'MEDIA_OBJECT_MISSING',
    'MEDIA_OBJECT_DAMAGED',
  ],
  handle: async ({ deps, owner, params, query: { offset }, request, response }) => {
    const found = await findAudiblePodcast(deps, owner, params.id);
    const episode = (await followTitle(deps, found))
      ? await findAudiblePodcast(deps, owner, params.id)
      : found;
    const { audioUri, audioBytes, audioSha256, streamBytes, fileWrittenAt } = episode;
    if (audioUri === null || audioBytes === null || audioSha256 === null || streamBytes === null) {
      if (!isUnderWay(episode)) throw unfinished(episode);
      await sendGrowingAudio(deps, request, response, episode.podcastId, offset ?? 0);
      return;
    }
    if (offset !== undefined && offset > streamBytes) throw beyondEnd(offset, streamBytes);
    await ensureWhole(deps, episode, 'audio');
    await sendAudio(deps, request, response, {
      uri: audioUri,
      bytes: audioBytes,
      ...(offset === undefined ? {} : { from: audioBytes - streamBytes + offset }),
      sha256: audioSha256,
      // The address is the episode's, and an episode can be deleted: clients must revalidate.
      cacheControl: 'private, no-cache',
      modifiedAt: fileWrittenAt ?? undefined,
    });
  },
});
