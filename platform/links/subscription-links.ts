// Links in mails to subscribers: made by the workers, served by the gateway.
import { createHash, randomBytes } from 'node:crypto';
import type { Config } from '../config/load-config.js';
import { publicBaseUrl } from './public-base-url.js';

export const subscriptionPaths = {
  confirm: '/api/v1/subscribe/confirm',
  unsubscribe: '/api/v1/subscribe/unsubscribe',
} as const;

/** 256 bits that cannot be guessed; only the hash is kept. */
export function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function subscriptionLink(
  config: Config,
  purpose: keyof typeof subscriptionPaths,
  token: string,
): string {
  return `${publicBaseUrl(config)}${subscriptionPaths[purpose]}?token=${token}`;
}
