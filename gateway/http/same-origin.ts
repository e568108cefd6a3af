import type { NextFunction, Request, Response } from 'express';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { Config } from '../../platform/config/load-config.js';

const loopbackNames = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/**
 * Refuses requests from web pages of other sites, though they may link here. A browser names the page's origin, and a page
 * whose own name resolves to this machine (DNS rebinding) sends that name as `Host`. DNS rebinding can only be detected
 * while the gateway serves loopback. The public address is ours too: a proxy passes on that name or its own.
 */
export function refuseForeignPages({ HOST: listensOn, PUBLIC_URL }: Pick<Config, 'HOST' | 'PUBLIC_URL'>) {
  const publicHost = PUBLIC_URL === undefined ? undefined : new URL(PUBLIC_URL).host;
  const loopbackOnly = loopbackNames.test(listensOn) || listensOn === '::1';
  return (request: Request, _response: Response, next: NextFunction): void => {
    const host = (request.get('Host') ?? '').toLowerCase();
    const isOurs = host === publicHost || loopbackNames.test(host.replace(/:\d+$/, ''));
    if (loopbackOnly && !isOurs) throw foreign();
    const origin = request.get('Origin');
    if (origin !== undefined && ![host, publicHost].includes(hostOf(origin) ?? '')) throw foreign();
    if (request.get('Sec-Fetch-Site') === 'cross-site' && !isFollowedLink(request)) throw foreign();
    next();
  };
}

/** A person went here from a link, in a mail for instance: the page that has the link learns nothing. */
function isFollowedLink(request: Request): boolean {
  const reads = request.method === 'GET' || request.method === 'HEAD';
  return (
    reads && request.get('Sec-Fetch-Mode') === 'navigate' && request.get('Sec-Fetch-Dest') === 'document'
  );
}

/** `null`, as sandboxed pages send it, has no host and is nobody's. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function foreign(): AethercastError {
  return new AethercastError('API_GW_FOREIGN_ORIGIN');
}
