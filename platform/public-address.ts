import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address (text, as `net.isIP` knows it; brackets and zone allowed) is one of the public internet.
 * Only global unicast passes: no private, loopback, link-local, carrier-grade NAT, documentation, multicast,
 * broadcast, nor any form that carries an IPv4 address inside IPv6 (mapped, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '');
  if (!ipaddr.isValid(bare)) return false;
  const parsed = ipaddr.process(bare);
  if (parsed.range() !== 'unicast') return false;
  // Ranges that IANA has not assigned count as unicast for the library; only 2000::/3 is in use (RFC 4291 §2.4).
  return parsed.kind() === 'ipv4' || (parsed.toByteArray()[0] ?? 0) >> 5 === 1;
}
