import { z } from 'zod';
import { findPodcastRequest } from '../../db/recorded-requests.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { defined } from '../../platform/defined.js';
import type { PodcastRequest } from '../../workflows/contract/podcast-request.js';
import { route } from '../http/route.js';
import { findOwnPodcast } from './find-own-podcast.js';
import { absent, podcastParams, tag } from './podcast-route.js';

const requestSchema = z
  .object({
    topic: z.string().nullable(),
    topic_id: z.string().nullable(),
    sources: z.array(
      z.object({
        url: z.string().exactOptional(),
        text: z.string().exactOptional(),
        title: z.string().exactOptional(),
        upload_id: z.string().exactOptional(),
        filename: z.string().exactOptional(),
      }),
    ),
    minutes: z.number(),
    language: z.string(),
    speakers: z.array(
      z.object({ name: z.string(), voice: z.string(), speaking_rate: z.number().exactOptional() }),
    ),
    narrative_guidance: z.string().nullable(),
    public: z.boolean(),
  })
  .meta({ id: 'RecordedRequest' });

export const getPodcastRequest = route({
  method: 'get',
  path: '/api/v1/podcasts/{id}/request',
  operationId: 'getPodcastRequest',
  tag,
  summary: 'Tells what the episode was asked to be, so that it can be changed and asked for again.',
  auth: 'owner',
  ...podcastParams,
  answers: { 200: { description: 'The request.', json: requestSchema } },
  errors: absent,
  handle: async ({ deps, owner, params, response }) => {
    const { podcastId } = await findOwnPodcast(deps, owner, params.id);
    const request = await findPodcastRequest(deps.db, podcastId);
    if (request === undefined) throw new AethercastError('API_GW_PODCAST_NOT_FOUND');
    response.json(requestView(request));
  },
});

function requestView(request: PodcastRequest): z.infer<typeof requestSchema> {
  return {
    topic: request.topic ?? null,
    topic_id: request.topic_id ?? null,
    sources: request.sources.map((source) => {
      if (source.kind === 'url') return { url: source.url };
      if (source.kind === 'text') return { text: source.text, ...defined({ title: source.title }) };
      return { upload_id: source.upload_id, ...defined({ filename: source.filename }) };
    }),
    minutes: request.minutes,
    language: request.language,
    speakers: request.speakers,
    narrative_guidance: request.narrative_guidance ?? null,
    public: request.public ?? false,
  };
}
