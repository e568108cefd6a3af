// Reads and checks the hash chain of the audit record. Triggers write it (db/functions/append_audit.sql).
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Database } from './connect.js';

/** Hashes in lower-case hex. `entry` is the exact text that was hashed. */
export type AuditEntry = { seq: number; entry: string; prev_hash: string; hash: string };

export type AuditRecord = {
  workflow_id: string;
  /** Number and hash of the last entry, kept apart from the entries: a cut-off tail shows. */
  head: { seq: number; hash: string };
  entries: AuditEntry[];
};

export async function readAudit(db: Database, workflowId: string): Promise<AuditRecord | undefined> {
  // One snapshot for head and entries, or a run in progress would look cut off.
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const head = await tx
        .selectFrom('audit_heads')
        .selectAll()
        .where('workflow_id', '=', workflowId)
        .executeTakeFirst();
      if (head === undefined) return undefined;
      const rows = await tx
        .selectFrom('audit_log')
        .selectAll()
        .where('workflow_id', '=', workflowId)
        .orderBy('seq')
        .execute();
      return {
        workflow_id: workflowId,
        head: { seq: head.seq, hash: head.hash.toString('hex') },
        entries: rows.map((row) => ({
          seq: row.seq,
          entry: row.entry,
          prev_hash: row.prev_hash.toString('hex'),
          hash: row.hash.toString('hex'),
        })),
      };
    });
}

export type ChainProblem = { seq: number; problem: string };

/**
 * Re-hashes every entry: hash = SHA-256(previous hash || entry in UTF-8), the first one's previous hash being empty.
 * Undefined when the chain holds; else the first entry that does not, and why.
 */
export function checkChain(record: AuditRecord): ChainProblem | undefined {
  let previous = '';
  for (const [index, row] of record.entries.entries()) {
    const seq = index + 1;
    if (row.seq !== seq) return { seq, problem: `entry ${seq} is missing: the next one found is ${row.seq}` };
    if (row.prev_hash !== previous) return { seq, problem: `entry ${seq} does not continue entry ${index}` };
    const hash = createHash('sha256')
      .update(Buffer.from(previous, 'hex'))
      .update(row.entry, 'utf8')
      .digest('hex');
    if (hash !== row.hash)
      return { seq, problem: `entry ${seq} was changed: its text does not give its hash` };
    if (!belongsHere(row, record.workflow_id)) return { seq, problem: `entry ${seq} belongs elsewhere` };
    previous = row.hash;
  }
  const last = record.entries.length;
  if (record.head.seq !== last || record.head.hash !== previous) {
    return { seq: last, problem: `the chain ends at entry ${last}, but its head says ${record.head.seq}` };
  }
  return undefined;
}

/** What an entry says of its place; it may come from a file. */
const placeSchema = z.object({ seq: z.number(), workflow_id: z.string() });

function belongsHere(row: AuditEntry, workflowId: string): boolean {
  const { data: place } = placeSchema.safeParse(JSON.parse(row.entry));
  return place?.seq === row.seq && place.workflow_id === workflowId;
}
