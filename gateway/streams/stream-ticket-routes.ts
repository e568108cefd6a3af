import { z } from 'zod';
import type { Route } from '../http/route.js';
import { streamId } from '../podcasts/podcast-schemas.js';
import { streamTicketBody } from './stream-ticket-body.js';
import { createStreamTicket } from './stream-tickets.js';

const ticket = z
  .object({
    ticket: z.string(),
    expires_in: z.number().int().describe('Seconds.'),
    channel: z.enum(['audio', 'ui']),
    podcast_id: z.uuid().exactOptional(),
    stream_id: streamId.exactOptional(),
    client_id: z.string().exactOptional(),
    websocket_url: z.string().describe('Where to use it.'),
  })
  .meta({ id: 'StreamTicket' });

export const streamTicketRoutes: readonly Route[] = [
  {
    method: 'post',
    path: '/api/v1/stream-tickets',
    operationId: 'createStreamTicket',
    tag: 'Streams',
    summary: 'A ticket to join a live stream, or the news of an episode or a client, once.',
    description:
      'The audio channel is for whoever may hear the episode, the UI channel for its owner. A `client_id` that nobody has used belongs to whoever asks first.',
    body: { json: streamTicketBody },
    answers: {
      201: {
        description: 'The ticket. It is kept nowhere in clear.',
        json: ticket,
        headers: { 'Cache-Control': 'no-store' },
      },
    },
    errors: [
      'API_GW_PAYLOAD_REQUIRED',
      'API_GW_VALIDATION_ERROR',
      'API_GW_PODCAST_NOT_FOUND',
      'API_GW_PODCAST_DELETED',
      'API_GW_FORBIDDEN_SESSION_UPDATE',
    ],
    handle: createStreamTicket,
  },
];
