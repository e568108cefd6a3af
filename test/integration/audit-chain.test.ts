import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { checkChain, readAudit, type AuditRecord } from '../../db/audit.js';
import { beginStep, endStep } from '../../db/steps.js';
import { begin, newRun, openDatabase, stepOf, type OpenDatabase } from '../support/records.js';

describe('the hash chain of the audit record', function () {
  this.timeout(60_000);
  let open: OpenDatabase;
  let record: AuditRecord;
  before(async () => {
    open = await openDatabase();
    const workflowId = await newRun(open.db);
    for (const activity of ['wcha', 'pswa', 'vfa:000 — “naïve”']) {
      await beginStep(open.db, stepOf(workflowId, activity), begin);
      await endStep(open.db, stepOf(workflowId, activity), { result: { activity } });
    }
    record = (await readAudit(open.db, workflowId))!;
  });
  after(() => open.close());

  it('holds for a real record, letters beyond ASCII included', () => {
    assert.ok(record.entries.length > 10);
    assert.equal(checkChain(record), undefined);
    assert.match(record.entries.at(-1)!.entry, /naïve/);
  });

  const tampering: Record<string, { at: number; change: (copy: AuditRecord) => void }> = {
    'a changed byte': {
      at: 5,
      change: ({ entries }) => {
        entries[4]!.entry = entries[4]!.entry.replace('"seq": 5', '"seq":  5');
      },
    },
    'a changed state': {
      at: 3,
      change: ({ entries }) => {
        entries[2]!.entry = entries[2]!.entry.replace(
          /"overall_status": "\w+"|"status": "\w+"/,
          '"status": "x"',
        );
      },
    },
    'a removed row in the middle': { at: 4, change: ({ entries }) => void entries.splice(3, 1) },
    'a removed first row': { at: 1, change: ({ entries }) => void entries.shift() },
    'a cut-off tail': { at: 8, change: ({ entries }) => void entries.splice(8) },
    'everything cut off': { at: 0, change: ({ entries }) => void entries.splice(0) },
    'swapped rows': {
      at: 6,
      change: ({ entries }) => {
        [entries[5], entries[6]] = [entries[6]!, entries[5]!];
      },
    },
    'swapped rows with their numbers mended': {
      at: 6,
      change: ({ entries }) => {
        const [one, two] = [entries[5]!, entries[6]!];
        entries[5] = { ...two, seq: 6 };
        entries[6] = { ...one, seq: 7 };
      },
    },
    'a changed hash': {
      at: 7,
      change: ({ entries }) => {
        entries[6]!.hash = entries[6]!.hash.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
      },
    },
    'a record given out as another workflow’s': {
      at: 1,
      change: (copy) => {
        copy.workflow_id = '00000000-0000-4000-8000-00000000abcd';
      },
    },
  };
  for (const [what, { at, change }] of Object.entries(tampering)) {
    it(`shows ${what} in a copy, and where`, () => {
      const copy = structuredClone(record);
      change(copy);
      assert.notDeepEqual(copy, record);
      assert.equal(checkChain(copy)?.seq, at);
    });
  }

  it('is the same when PostgreSQL hashes it itself', async () => {
    const { rows } = await sql<{ seq: number }>`select seq from audit_log
      where hash <> sha256(prev_hash || convert_to(entry, 'UTF8'))`.execute(open.db);
    assert.deepEqual(rows, []);
  });

  it('tells neither content nor the client’s key', () => {
    const all = record.entries.map(({ entry }) => JSON.parse(entry) as Record<string, unknown>);
    assert.ok(all.every((entry) => !('idempotency_key' in entry) && !('result_payload' in entry)));
    assert.ok(all.some((entry) => /^[0-9a-f]{64}$/.test(String(entry['idempotency_key_sha256']))));
  });
});
