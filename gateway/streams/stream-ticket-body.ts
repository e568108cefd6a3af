import { z } from 'zod';
import { streamId } from '../http/stream-id.js';
import { line } from '../http/text.js';

/** One thing to join, which the channel must offer. */
export const streamTicketBody = z
  .strictObject({
    channel: z.enum(['audio', 'ui'], 'must be `audio` or `ui`').default('audio'),
    podcast_id: z.uuid('must be the id of an episode').optional(),
    stream_id: streamId.optional().describe('For the audio channel, instead of `podcast_id`.'),
    client_id: line(128)
      .optional()
      .describe('For the UI channel: updates of everything that this client has requested.'),
  })
  .refine(({ channel, client_id: client }) => channel === 'ui' || client === undefined, {
    message: 'goes with the channel `ui` only',
    path: ['client_id'],
  })
  .refine(({ channel, stream_id: stream }) => channel === 'audio' || stream === undefined, {
    message: 'goes with the channel `audio` only; name the episode by its `podcast_id`',
    path: ['stream_id'],
  })
  .refine(
    ({ podcast_id: podcast, stream_id: stream, client_id: client }) =>
      [podcast, stream, client].filter((given) => given !== undefined).length === 1,
    'name exactly one: `podcast_id` or `stream_id` for the channel `audio`, `podcast_id` or `client_id` for `ui`',
  )
  .meta({
    oneOf: [
      { required: ['podcast_id'], properties: { stream_id: false, client_id: false } },
      {
        required: ['stream_id'],
        properties: { channel: { const: 'audio' }, podcast_id: false, client_id: false },
      },
      {
        required: ['channel', 'client_id'],
        properties: { channel: { const: 'ui' }, podcast_id: false, stream_id: false },
      },
    ],
  });

export type StreamTicketBody = z.infer<typeof streamTicketBody>;
