import { z } from 'zod';
import { streamerPaths } from '../streamer-paths.js';
import { count, httpUrl, list, port } from './kinds.js';

export const streamVariables = {
  ASF_WEBSOCKET_BASE_URL: z
    .url({ protocol: /^wss?$/, error: 'must be a ws or wss address' })
    .optional()
    .describe(
      'Where clients reach the audio channel, as in wss://example.org/api/v1/podcasts/stream. Default: the host that a client asked the gateway by, at ASF_PORT.',
    ),
  ASF_PORT: port()
    .default(5006)
    .describe(
      'Port at which clients of this gateway find the streamer (the streamer itself takes PORT). The local stack tells its own.',
    ),
  ASF_CORS_ALLOWED_ORIGINS: list()
    .default([])
    .describe(
      'Further web origins, comma-separated, whose pages may join streams. Pages of PUBLIC_URL and of the streamer’s own host always may.',
    ),
  ASF_MAX_CONNECTIONS: count(1, 100_000)
    .default(10_000)
    .describe('Most WebSocket connections of one streamer; more are told to come back later.'),
  ASF_CACHE_MB: count(1, 10_000)
    .default(64)
    .describe('Memory of one streamer, in MiB, for audio that several listeners are sent.'),
  ASF_NOTIFICATION_URL: httpUrl()
    .optional()
    .describe(
      `Address of a streamer’s POST ${streamerPaths.notifyNewAudio}, which a worker tells when an episode is finished. The local stack names its own; unset elsewhere: nobody is told.`,
    ),
};
