import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { v5 as uuidv5 } from 'uuid';

/** Namespace of all workflow ids; never changes, or every key would stand for a new workflow. */
const workflowNamespace = '5b0e3c1c-6d5e-5b8a-9f43-0a6f7f6f2c11';

/** Owner-scoped: the same key of another owner, or for another task, is another workflow. */
export function workflowIdFor(ownerId: string, taskName: string, key: string): string {
  return uuidv5(`${ownerId}\n${taskName}\n${key}`, workflowNamespace);
}

/** SHA-256 of a request in canonical form (RFC 8785): order of fields and white space do not count. */
export function fingerprintOf(request: unknown): Buffer {
  const canonical = canonicalize(request);
  if (canonical === undefined) throw new TypeError('the request is not JSON');
  return createHash('sha256').update(canonical).digest();
}
