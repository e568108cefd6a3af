import type { Request } from 'express';
import { z } from 'zod';
import { findPodcastOfStream } from '../../db/live/episode-state.js';
import type { PodcastRecord } from '../../db/podcasts.js';
import { claimClient } from '../../db/sessions.js';
import { issueTicket, ticketSeconds } from '../../db/stream-tickets.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { defined } from '../../platform/defined.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { route } from '../http/route.js';
import { streamAddresses } from '../http/stream-addresses.js';
import { streamId } from '../http/stream-id.js';
import { findAudiblePodcast, findOwnPodcast } from '../podcasts/find-own-podcast.js';
import { streamTicketBody, type StreamTicketBody } from './stream-ticket-body.js';

const ticketSchema = z
  .object({
    ticket: z.string(),
    expires_in: z.number().int().describe('Seconds.'),
    channel: z.enum(['audio', 'ui']),
    podcast_id: z.uuid().exactOptional(),
    stream_id: streamId.exactOptional(),
    client_id: z.string().exactOptional(),
    websocket_url: z.string().describe('Where to use the ticket.'),
  })
  .meta({ id: 'StreamTicket' });

export const createStreamTicket = route({
  method: 'post',
  path: '/api/v1/stream-tickets',
  operationId: 'createStreamTicket',
  tag: 'Streams',
  summary: 'Issues a ticket that joins a live stream, or the updates of an episode or a client, once.',
  description:
    'The audio channel is open to everyone who may listen to the episode, the UI channel to its owner. A new `client_id` belongs to the first caller who names it.',
  auth: 'owner',
  body: { json: streamTicketBody },
  answers: {
    201: {
      description: 'The ticket, which is stored only as a hash.',
      json: ticketSchema,
      headers: { 'Cache-Control': 'no-store' },
    },
  },
  errors: ['API_GW_PODCAST_NOT_FOUND', 'API_GW_PODCAST_DELETED', 'API_GW_FORBIDDEN_SESSION_UPDATE'],
  handle: async ({ deps, owner, body, request, response }) => {
    const { channel, client_id: clientId } = body;
    const episode =
      channel === 'audio' ? await audibleEpisode(deps, owner, body) : await ownEpisode(deps, owner, body);
    if (clientId !== undefined && !(await claimClient(deps.db, owner, clientId))) throw foreignClient();
    const ticket = await issueTicket(
      deps.db,
      defined({ channel, ownerId: owner, podcastId: episode?.podcastId, clientId }),
      originOf(request),
    );
    response
      .status(201)
      .set('Cache-Control', 'no-store')
      .json(
        defined({
          ticket,
          expires_in: ticketSeconds,
          channel,
          podcast_id: episode?.podcastId,
          stream_id: episode?.streamId,
          client_id: clientId,
          websocket_url: streamAddresses(deps.config, request.get('Host'))[channel],
        }),
      );
  },
});

type Named = Pick<StreamTicketBody, 'podcast_id' | 'stream_id'>;

/** Whoever may hear the finished file may hear it grow. */
async function audibleEpisode(
  deps: GatewayDeps,
  owner: string,
  { podcast_id: id, stream_id: stream }: Named,
): Promise<PodcastRecord> {
  const podcastId = stream === undefined ? id : await findPodcastOfStream(deps.db, stream);
  if (podcastId === undefined) throw new AethercastError('API_GW_PODCAST_NOT_FOUND');
  return findAudiblePodcast(deps, owner, podcastId);
}

/** Only the owner may follow how an episode is made, even where everybody may hear it. */
async function ownEpisode(
  deps: GatewayDeps,
  owner: string,
  { podcast_id: id }: Named,
): Promise<PodcastRecord | undefined> {
  return id === undefined ? undefined : findOwnPodcast(deps, owner, id);
}

/** As browsers write it, so that it is the same when the page joins. Undefined for programs, which send none. */
function originOf(request: Request): string | undefined {
  const origin = request.get('Origin');
  return origin === undefined ? undefined : new URL(origin).origin;
}

function foreignClient(): AethercastError {
  return new AethercastError('API_GW_FORBIDDEN_SESSION_UPDATE', {
    message: 'This `client_id` belongs to someone else. Use a new one.',
  });
}
