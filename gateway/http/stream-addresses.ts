import type { Config } from '../../platform/config/load-config.js';
import { streamerPaths } from '../../platform/streamer-paths.js';

export type StreamConfig = Pick<Config, 'ASF_WEBSOCKET_BASE_URL' | 'ASF_PORT' | 'PUBLIC_URL'>;

/**
 * Where clients join the streamer's channels: as configured, or at the host that they asked the gateway by.
 * @param host the request's `Host`
 */
export function streamAddresses(
  config: StreamConfig,
  host: string | undefined,
): { audio: string; ui: string } {
  const audio = config.ASF_WEBSOCKET_BASE_URL ?? new URL(streamerPaths.audio, askedHost(config, host)).href;
  return { audio, ui: new URL(streamerPaths.ui, audio).href };
}

/** A page that was loaded over https may not open `ws:`, and the gateway itself never sees https. */
function askedHost({ ASF_PORT, PUBLIC_URL }: StreamConfig, host = ''): URL {
  const given = `http://${host}`;
  const { hostname } = new URL(URL.canParse(given) ? given : 'http://127.0.0.1');
  const isPublic = PUBLIC_URL !== undefined && new URL(PUBLIC_URL).hostname === hostname;
  const scheme = isPublic && new URL(PUBLIC_URL).protocol === 'https:' ? 'wss' : 'ws';
  return new URL(`${scheme}://${hostname}:${ASF_PORT}`);
}
