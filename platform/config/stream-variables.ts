import { z } from 'zod';
import { streamerPaths } from '../streamer-paths.js';
import { count, httpUrl, list, port } from './kinds.js';

export const streamVariables = {
  ASF_WEBSOCKET_BASE_URL: z
    .url({ protocol: /^wss?$/, error: 'must be a ws or wss address' })
    .optional()
    .describe(
      'Where clients reach the audio channel, as in wss://example.org/api/v1/podcasts/stream. The streamer answers by this name, too. Default: the host by which a client reached the gateway, at ASF_PORT.',
    ),
  ASF_PORT: port()
    .default(5006)
    .describe(
      'Port at which clients of this gateway find the streamer (the streamer itself listens on PORT). The local stack sets its own.',
    ),
  ASF_CORS_ALLOWED_ORIGINS: list()
    .default([])
    .describe(
      'Further web origins, comma-separated, whose pages may join streams. Pages of PUBLIC_URL and of the streamer’s own host always may.',
    ),
  ASF_MAX_CONNECTIONS: count(1, 100_000)
    .default(10_000)
    .describe(
      'Maximum number of WebSocket connections per streamer; further ones are asked to reconnect later.',
    ),
  ASF_CACHE_MB: count(1, 10_000)
    .default(64)
    .describe('Memory per streamer, in MiB, for audio that is sent to several listeners.'),
  ASF_NOTIFICATION_URL: httpUrl()
    .optional()
    .describe(
      `Address of a streamer’s POST ${streamerPaths.notifyNewAudio}, which a worker calls when an episode is finished. The local stack sets its own. Unset elsewhere: no notice is sent.`,
    ),
};
