import type { z } from 'zod';
import { AethercastError } from '../../platform/aethercast-error.js';
import { ensureWhole, repairErrors } from './whole-parts.js';
import { route } from '../http/route.js';
import { findAudiblePodcast } from './find-own-podcast.js';
import { absent, podcastParams, tag } from './podcast-route.js';
import { chaptersView, manifestView } from './script-schema.js';

export const getChapters = route({
  method: 'get',
  path: '/api/v1/podcasts/{id}/chapters.json',
  operationId: 'getChapters',
  tag,
  summary:
    'Sends the chapters with their exact start times, as podcast apps read them (JSON chapters 1.2.0).',
  auth: 'owner',
  ...podcastParams,
  answers: {
    200: { description: 'The chapters.', json: chaptersView, jsonType: 'application/json+chapters' },
  },
  errors: [...absent, ...repairErrors, 'API_GW_CHAPTERS_NOT_READY', 'MEDIA_OBJECT_MISSING'],
  handle: async ({ deps, owner, params, response }) => {
    const episode = await findAudiblePodcast(deps, owner, params.id);
    const { manifestUri } = episode;
    if (manifestUri === null) throw new AethercastError('API_GW_CHAPTERS_NOT_READY');
    await ensureWhole(deps, episode, 'manifest');
    const stored: unknown = JSON.parse((await deps.media.read(manifestUri)).toString('utf8'));
    response.type('application/json+chapters').send(JSON.stringify(chaptersOf(manifestView.parse(stored))));
  },
});

/** The manifest's milliseconds as seconds. */
function chaptersOf({ title, chapters }: z.infer<typeof manifestView>): z.infer<typeof chaptersView> {
  return {
    version: '1.2.0',
    title,
    chapters: chapters.map((chapter) => ({
      startTime: chapter.start_ms / 1_000,
      endTime: chapter.end_ms / 1_000,
      title: chapter.title,
    })),
  };
}
