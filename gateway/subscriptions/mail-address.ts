import { domainToASCII } from 'node:url';
import type { MailAddress } from '../../db/subscribers.js';

/** `dot-atom` of RFC 5322 in ASCII: no quotes, no comments, nothing that could begin a header or a second address. */
const localPart = /^[\w!#$%&*+/=?^`{|}~-]+(\.[\w!#$%&*+/=?^`{|}~-]+)*$/;
const domainName = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;
/** RFC 5321 §4.5.3.1. */
const maxLocalPart = 64;
const maxLength = 254;

/**
 * A typed address; undefined when mail cannot be sent to it. `lookup` is what addresses are compared by:
 * lower case, the domain in its ASCII form. Dots and `+tags` stay: to many servers they are other mailboxes. Letters
 * beyond ASCII are taken in domains only: few servers deliver to others, and look-alikes could claim another's mail.
 */
export function parseMailAddress(typed: string): MailAddress | undefined {
  const trimmed = typed.trim();
  const at = trimmed.lastIndexOf('@');
  const [local, typedDomain] = [trimmed.slice(0, Math.max(at, 0)), trimmed.slice(at + 1)];
  // What URLs would silently fold or cut is no domain of a mail address.
  if (!/^[\p{L}\p{N}\p{M}.-]+$/u.test(typedDomain)) return undefined;
  const domain = domainToASCII(typedDomain).toLowerCase();
  const address = `${local}@${domain}`;
  if (!localPart.test(local) || local.length > maxLocalPart) return undefined;
  if (!domainName.test(domain) || address.length > maxLength) return undefined;
  return { address, lookup: address.toLowerCase() };
}
