import { isIP } from 'node:net';
import { AethercastError } from './aethercast-error.js';
import { defined } from './defined.js';
import type { ErrorCode } from './error-codes/index.js';
import { isPublicAddress } from './public-address.js';

/** Longest address that is taken, in characters: beyond it, servers and records begin to cut. */
const maxUrlLength = 2048;

/** Names that by definition are not on the public internet (RFC 6761, RFC 6762, RFC 9476, ICANN's `.internal`). */
const privateSuffixes = [
  'localhost', 'local', 'internal', 'intranet', 'lan', 'home', 'corp', 'private', 'home.arpa', 'localdomain',
  'invalid', 'test', 'example', 'onion', 'alt',
]; // prettier-ignore

/**
 * Checks what the text of an address shows by itself, without a look-up: scheme, credentials, port, and hosts that
 * are private by name or by number in any notation. The harvester checks again where the connection really goes.
 *
 * @param allowedHosts exact `host:port` pairs that pass although they are private (tests; see `testAllowedHosts`).
 * @returns the parsed address
 * @throws WCHA_URL_INVALID, WCHA_URL_BLOCKED, with `details` {url, reason}; neither can succeed when retried.
 */
export function checkPublicUrl(url: string, allowedHosts: readonly string[] = []): URL {
  const parsed = parse(url);
  if (parsed.username !== '' || parsed.password !== '') {
    throw refusal(
      'WCHA_URL_INVALID',
      url,
      'credentials',
      'The address must not carry a user name or password.',
    );
  }
  if (allowedHosts.includes(hostAndPort(parsed))) return parsed;
  if (parsed.port !== '' && parsed.port !== '80' && parsed.port !== '443') {
    throw refusal('WCHA_URL_BLOCKED', url, 'port', 'Only the ports 80 and 443 are fetched from.');
  }
  const host = parsed.hostname.replace(/\.+$/, '');
  const isLiteral = host.startsWith('[') || isIP(host) !== 0;
  if (isLiteral) {
    if (!isPublicAddress(host)) throw refusal('WCHA_URL_BLOCKED', url, 'private_address');
    return parsed;
  }
  if (!host.includes('.')) throw refusal('WCHA_URL_BLOCKED', url, 'private_name');
  const isPrivate = privateSuffixes.some((suffix) => host === suffix || host.endsWith(`.${suffix}`));
  if (isPrivate || host.startsWith('metadata.')) throw refusal('WCHA_URL_BLOCKED', url, 'private_name');
  return parsed;
}

/** The test-only allow-list: empty unless TEST_MODE is on. */
export function testAllowedHosts(config: {
  TEST_MODE: boolean;
  WCHA_TEST_ALLOWED_HOSTS: readonly string[];
}): readonly string[] {
  return config.TEST_MODE ? config.WCHA_TEST_ALLOWED_HOSTS : [];
}

/** `host:port` with the port always named, as the allow-list writes it. */
export function hostAndPort(url: URL): string {
  const port = url.port !== '' ? url.port : url.protocol === 'https:' ? '443' : '80';
  return `${url.hostname}:${port}`;
}

function parse(url: string): URL {
  if (url.length > maxUrlLength) {
    const shown = `${url.slice(0, 100)}...`;
    throw refusal(
      'WCHA_URL_INVALID',
      shown,
      'too_long',
      `The address is longer than ${maxUrlLength} characters.`,
    );
  }
  const trimmed = url.trim();
  if (!URL.canParse(trimmed)) throw refusal('WCHA_URL_INVALID', url, 'not_a_url');
  const parsed = new URL(trimmed);
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') {
    throw refusal('WCHA_URL_INVALID', url, 'scheme');
  }
  if (parsed.hostname === '') throw refusal('WCHA_URL_INVALID', url, 'no_host');
  return parsed;
}

function refusal(code: ErrorCode, url: string, reason: string, message?: string): AethercastError {
  return new AethercastError(code, {
    ...defined({ message }),
    details: { url: withoutCredentials(url), reason },
  });
}

/** Errors are shown and stored: a password typed into an address must not travel with them. */
function withoutCredentials(url: string): string {
  return url.replace(/\/\/[^/?#]*@/, '//');
}
