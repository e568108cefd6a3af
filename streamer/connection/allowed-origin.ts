import type { IncomingMessage } from 'node:http';
import type { Config } from '../../platform/config/load-config.js';

const loopbackNames = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Whether a page of this origin may connect. Programs send no origin and may; tickets decide the rest. Ports are not
 * compared: the page comes from the gateway's port, and the streamer has its own.
 */
export function allowedOrigin(config: Pick<Config, 'PUBLIC_URL' | 'ASF_CORS_ALLOWED_ORIGINS'>) {
  const publicHost = hostnameOf(config.PUBLIC_URL);
  const listed = new Set(config.ASF_CORS_ALLOWED_ORIGINS.filter((url) => URL.canParse(url)).map(originOf));
  return ({ headers }: Pick<IncomingMessage, 'headers'>): boolean => {
    const { origin, host } = headers;
    if (origin === undefined) return true;
    const page = hostnameOf(origin);
    // Sandboxed pages send `null`, which has no host and is refused.
    if (page === undefined) return false;
    const own = hostnameOf(`http://${host ?? ''}`) ?? '';
    if (page === own || page === publicHost) return true;
    return (loopbackNames.test(page) && loopbackNames.test(own)) || listed.has(originOf(origin));
  };
}

function hostnameOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { hostname } = new URL(url);
  return hostname === '' ? undefined : hostname;
}

function originOf(url: string): string {
  return new URL(url).origin;
}
