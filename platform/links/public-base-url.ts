import type { Config } from '../config/load-config.js';
import { httpAddress } from '../http/http-address.js';

const defaultGatewayPort = 5001;

/**
 * What links for people begin with, without a slash at the end. Never taken from a request: a `Host` header is
 * whatever the sender wants it to be.
 */
export function publicBaseUrl(config: Pick<Config, 'PUBLIC_URL' | 'HOST' | 'STACK_GATEWAY_PORT'>): string {
  const url = config.PUBLIC_URL ?? httpAddress(config.HOST, config.STACK_GATEWAY_PORT ?? defaultGatewayPort);
  return url.replace(/\/+$/, '');
}
