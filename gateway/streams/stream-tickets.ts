import type { Request, Response } from 'express';
import { findPodcastOfStream } from '../../db/live/episode-state.js';
import { claimClient } from '../../db/sessions.js';
import { issueTicket, ticketSeconds } from '../../db/stream-tickets.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { findAudiblePodcast, findOwnPodcast } from '../podcasts/find-own-podcast.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { streamAddresses } from './stream-addresses.js';
import { parseStreamTicketBody, type StreamTicketBody } from './stream-ticket-body.js';

/** `POST /api/v1/stream-tickets`: what joins the streamer once, within half a minute, from the page that asked. */
export function createStreamTicket(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const { channel, ...asked } = parseStreamTicketBody(request.body);
    const ownerId = await deps.resolveOwner(request);
    const episode =
      channel === 'audio'
        ? await audibleEpisode(deps, request, asked)
        : await ownEpisode(deps, request, asked);
    const client = asked.client_id;
    if (client !== undefined && !(await claimClient(deps.db, ownerId, client))) throw foreignClient();
    const ticket = await issueTicket(
      deps.db,
      {
        channel,
        ownerId,
        ...(episode === undefined ? {} : { podcastId: episode.podcastId }),
        ...(client === undefined ? {} : { clientId: client }),
      },
      originOf(request),
    );
    response
      .status(201)
      .set('Cache-Control', 'no-store')
      .json({
        ticket,
        expires_in: ticketSeconds,
        channel,
        ...(episode === undefined ? {} : { podcast_id: episode.podcastId, stream_id: episode.streamId }),
        ...(client === undefined ? {} : { client_id: client }),
        websocket_url: streamAddresses(deps.config, request.get('Host'))[channel],
      });
  };
}

type Asked = Omit<StreamTicketBody, 'channel'>;

/** Whoever may hear the finished file may hear it grow. */
async function audibleEpisode(deps: GatewayDeps, request: Request, asked: Asked) {
  const { stream_id: stream, podcast_id: id } = asked;
  const podcastId = stream === undefined ? id : await findPodcastOfStream(deps.db, stream);
  return findAudiblePodcast(deps, request, podcastId ?? null);
}

/** How an episode is made is its owner's affair, also where everybody may hear it. */
async function ownEpisode(deps: GatewayDeps, request: Request, { podcast_id: id }: Asked) {
  return id === undefined ? undefined : findOwnPodcast(deps, request, id);
}

/** As browsers write it, so that it is the same when the page joins. Undefined for programs, which send none. */
function originOf(request: Request): string | undefined {
  const origin = request.get('Origin');
  return origin === undefined ? undefined : new URL(origin).origin;
}

function foreignClient(): AethercastError {
  return new AethercastError('API_GW_FORBIDDEN_SESSION_UPDATE', {
    message: 'This `client_id` is somebody else’s. Make a new id.',
  });
}
