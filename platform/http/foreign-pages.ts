import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { RequestHandler } from 'express';
import { AethercastError } from '../aethercast-error.js';

/** Where a listener is found. */
export type Place = {
  /** The address that it listens on. */
  host: string;
  /** Addresses that the operator has given it, such as PUBLIC_URL: a proxy passes on that name or its own. */
  publicUrls?: readonly (string | undefined)[];
  /** Beyond loopback, networks have names of their own for a listener that opens with the service token alone. */
  anyName?: boolean;
};

type Refusal = 'API_GW_HOST_INVALID' | 'API_GW_FOREIGN_ORIGIN';
type Check = (request: IncomingMessage) => Refusal | undefined;

const loopbackNames = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/**
 * Tells requests of web pages of other sites, though they may link here. A browser names the page's origin, and a page
 * whose own name resolves to this machine (DNS rebinding) sends that name as `Host`.
 */
export function foreignPages(place: Place): Check {
  const refusesHost = foreignHosts(place);
  const publicHosts = publicHostsOf(place);
  return (request) => {
    const refusal = refusesHost(request);
    if (refusal !== undefined) return refusal;
    const { origin, 'sec-fetch-site': site } = request.headers;
    const isOwn = origin === undefined || [hostOf(request), ...publicHosts].includes(hostIn(origin) ?? '');
    return isOwn && (site !== 'cross-site' || isFollowedLink(request)) ? undefined : 'API_GW_FOREIGN_ORIGIN';
  };
}

/** By the Host alone: for listeners that decide about origins themselves. */
export function foreignHosts(place: Place): Check {
  const publicHosts = publicHostsOf(place);
  const isOnLoopback = loopbackNames.test(place.host) || place.host === '::1';

  function isOurs(host: string): boolean {
    const name = host.replace(/:\d+$/, '');
    if (publicHosts.includes(host) || loopbackNames.test(name)) return true;
    return !isOnLoopback && (place.anyName === true || isNobodysDomain(name));
  }

  return (request) => {
    const { length } = request.headersDistinct['host'] ?? [];
    // HTTP/1.0 had no Host yet.
    if (length > 1 || (length === 0 && request.httpVersion !== '1.0')) return 'API_GW_HOST_INVALID';
    return isOurs(hostOf(request)) ? undefined : 'API_GW_FOREIGN_ORIGIN';
  };
}

/** The first thing that a listener does. */
export function refuseForeignPages(place: Place): RequestHandler {
  const refusalOf = foreignPages(place);
  return (request, _response, next) => {
    const refusal = refusalOf(request);
    if (refusal !== undefined) throw new AethercastError(refusal);
    next();
  };
}

/** An address in digits, or a name without a dot, as machines and containers have: no site can let those resolve here. */
function isNobodysDomain(name: string): boolean {
  return !name.includes('.') || isIP(name) === 4;
}

/** A person went here from a link, in a mail for instance: the page that has the link learns nothing. */
function isFollowedLink({ method, headers }: IncomingMessage): boolean {
  const reads = method === 'GET' || method === 'HEAD';
  return reads && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
}

function publicHostsOf({ publicUrls = [] }: Place): string[] {
  return publicUrls.flatMap((url) => (url === undefined ? [] : (hostIn(url) ?? [])));
}

function hostOf({ headers }: IncomingMessage): string {
  return (headers.host ?? '').toLowerCase();
}

/** `null`, as sandboxed pages send it, has no host and is nobody's. */
function hostIn(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined;
}
