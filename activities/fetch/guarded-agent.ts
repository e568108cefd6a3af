import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { AethercastError } from '../../platform/aethercast-error.js';
import { isPublicAddress } from '../../platform/public-address.js';

/** Resolves a name to all its addresses; the system's own by default, another in tests. */
export type Resolver = (hostname: string) => Promise<LookupAddress[]>;

/** Response headers beyond this are not a page's (bytes). */
const maxHeaderBytes = 32 * 1024;

/**
 * An undici Agent that connects to public addresses only, checked three times, since each check alone has a hole:
 * the host itself (a literal address is never looked up), every answer of the look-up (one private answer rejects
 * all; the connection uses these very answers, so there is no second look-up to rebind), and the connected socket.
 *
 * @param allowedHosts exact `host:port` pairs that are connected to without the checks (tests)
 */
export function createGuardedAgent(options: {
  allowedHosts: readonly string[];
  resolve?: Resolver;
  timeoutMs: number;
}): Agent {
  const { allowedHosts, timeoutMs } = options;
  const lookup = publicLookup(options.resolve ?? resolveAll);
  const open = buildConnector({ timeout: timeoutMs });
  const guarded = buildConnector({ timeout: timeoutMs, lookup });
  return new Agent({
    connect(target, callback) {
      const port = target.port !== '' ? target.port : target.protocol === 'https:' ? '443' : '80';
      if (allowedHosts.includes(`${target.hostname}:${port}`)) {
        open(target, callback);
        return;
      }
      const host = target.hostname.replace(/^\[|\]$/g, '');
      if (isIP(host) !== 0 && !isPublicAddress(host)) {
        callback(blocked('private_address'), null);
        return;
      }
      guarded(target, (error, socket) => {
        if (error !== null) {
          callback(error, null);
        } else if (isPublicAddress(socket.remoteAddress ?? '')) {
          callback(null, socket);
        } else {
          socket.destroy();
          callback(blocked('private_connection'), null);
        }
      });
    },
    connections: 4,
    keepAliveTimeout: 1000,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxHeaderSize: maxHeaderBytes,
  });
}

function publicLookup(resolve: Resolver): LookupFunction {
  return function lookup(hostname, options: LookupOptions, callback) {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (first === undefined) {
          callback(Object.assign(new Error(`no address for ${hostname}`), { code: 'ENOTFOUND' }), '', 0);
        } else if (!addresses.every(({ address }) => isPublicAddress(address))) {
          callback(blocked('resolves_to_private_address'), '', 0);
        } else if (options.all === true) {
          callback(null, addresses);
        } else callback(null, first.address, first.family);
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error('look-up failed', { cause: error }), '', 0);
      },
    );
  };
}

function resolveAll(hostname: string): Promise<LookupAddress[]> {
  return new Promise((resolve, reject) => {
    systemLookup(hostname, { all: true, verbatim: true }, (error, addresses) => {
      if (error === null) resolve(addresses);
      else reject(error);
    });
  });
}

function blocked(reason: string): AethercastError {
  return new AethercastError('WCHA_URL_BLOCKED', { details: { reason } });
}
