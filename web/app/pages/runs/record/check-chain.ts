// The hash chain of an audit record, re-computed where the reader is: the server’s word is not taken for it.
// Pure, and imports types alone: the unit tests compile it with Node's settings.
import type { components } from '../../../api/schema.js';

export type Chain = Pick<components['schemas']['AuditRecord'], 'workflow_id' | 'head' | 'entries'>;
export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>;
export type ChainProblem = { seq: number; problem: string };

/**
 * As `aethercast verify`: hash = SHA-256(previous hash || entry in UTF-8), the first one's previous hash being empty.
 * Undefined when the chain holds; else the first entry that does not, and why.
 */
export async function checkChain(chain: Chain, sha256: Sha256): Promise<ChainProblem | undefined> {
  let previous = '';
  for (const [index, row] of chain.entries.entries()) {
    const seq = index + 1;
    if (row.seq !== seq)
      return { seq, problem: `Entry ${seq} is missing: the next one found is ${row.seq}.` };
    if (row.prev_hash !== previous) return { seq, problem: `Entry ${seq} does not continue entry ${index}.` };
    if ((await hashOf(previous, row.entry, sha256)) !== row.hash) {
      return { seq, problem: `Entry ${seq} was changed: its text does not give its hash.` };
    }
    if (!belongsHere(row, chain.workflow_id))
      return { seq, problem: `Entry ${seq} belongs to another record.` };
    previous = row.hash;
  }
  const last = chain.entries.length;
  if (chain.head.seq !== last || chain.head.hash !== previous) {
    return { seq: last, problem: `The chain ends at entry ${last}, but its head says ${chain.head.seq}.` };
  }
  return undefined;
}

async function hashOf(previous: string, entry: string, sha256: Sha256): Promise<string> {
  const before = bytesOf(previous);
  const text = new TextEncoder().encode(entry);
  const all = new Uint8Array(before.length + text.length);
  all.set(before);
  all.set(text, before.length);
  return hexOf(new Uint8Array(await sha256(all)));
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, at) =>
    Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16),
  );
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function belongsHere(row: Chain['entries'][number], workflowId: string): boolean {
  const fields: unknown = JSON.parse(row.entry);
  if (typeof fields !== 'object' || fields === null) return false;
  return (
    'seq' in fields && fields.seq === row.seq && 'workflow_id' in fields && fields.workflow_id === workflowId
  );
}
