import { z } from 'zod';
import { ByteLog, readSegmentsFrom } from '../../db/live/byte-log.js';
import { route } from '../http/route.js';
import { findAudiblePodcast } from '../podcasts/find-own-podcast.js';
import { absent, podcastParams, tag } from '../podcasts/podcast-route.js';

const segmentList = z
  .object({
    podcast_id: z.uuid(),
    segments: z.array(
      z
        .object({
          seq: z.number().int(),
          line_id: z.string().describe('Of the script.'),
          speaker: z.string(),
          start_ms: z.number(),
          duration_ms: z.number(),
          offset: z.number().int().describe('First byte in the audio, counted without the tag of the file.'),
          bytes: z.number().int(),
        })
        .meta({ id: 'Segment' }),
    ),
  })
  .meta({ id: 'SegmentList' });

export const getSegments = route({
  method: 'get',
  path: '/api/v1/podcasts/{id}/segments',
  operationId: 'getSegments',
  tag,
  summary: 'Shows where each line is in the audio that can be heard so far.',
  auth: 'owner',
  ...podcastParams,
  answers: { 200: { description: 'The segments, in speaking order.', json: segmentList } },
  errors: absent,
  handle: async ({ deps, owner, params, response }) => {
    const { podcastId } = await findAudiblePodcast(deps, owner, params.id);
    const log = new ByteLog();
    log.grow(await readSegmentsFrom(deps.db, podcastId, 0));
    const segments = log.segments.map(({ seq, lineId, speaker, startMs, durationMs, offset, bytes }) => ({
      seq,
      line_id: lineId,
      speaker,
      start_ms: startMs,
      duration_ms: durationMs,
      offset,
      bytes,
    }));
    response.set('Cache-Control', 'private, no-cache').json({ podcast_id: podcastId, segments });
  },
});
