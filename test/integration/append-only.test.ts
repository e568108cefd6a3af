import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { checkChain, readAudit } from '../../db/audit.js';
import { beginStep, endStep } from '../../db/steps.js';
import { begin, call, newRun, openDatabase, stepOf, type OpenDatabase } from '../support/records.js';

const refused = { code: 'AC002' };

describe('the append-only tables', function () {
  this.timeout(60_000);
  let open: OpenDatabase;
  before(async () => {
    open = await openDatabase();
  });
  after(() => open.close());

  const attempts = {
    audit_log: [
      `update audit_log set entry = 'x'`,
      `update audit_log set entry = 'x' where false`,
      `delete from audit_log`,
      `delete from audit_log where workflow_id = gen_random_uuid()`,
      `truncate audit_log`,
    ],
    provider_calls: [
      `update provider_calls set units = 0`,
      `update provider_calls set units = 0 where false`,
      `delete from provider_calls`,
      `delete from provider_calls where token = 'nobody'`,
      `truncate provider_calls`,
    ],
    audit_heads: [`delete from audit_heads where false`, `truncate audit_heads`],
    'the audited tables': [
      `truncate workflow_instances cascade`,
      `truncate task_instances`,
      `truncate idempotency_keys`,
    ],
  };

  for (const fill of ['empty', 'filled']) {
    for (const [table, statements] of Object.entries(attempts)) {
      it(`refuse every way to change ${table} (${fill})`, async () => {
        if (fill === 'filled') await oneStep();
        for (const statement of statements)
          await assert.rejects(sql.raw(statement).execute(open.db), refused, statement);
      });
    }
  }

  it('keep deletions of the audited rows as entries of the same chain', async () => {
    const workflowId = await oneStep();
    const before = (await readAudit(open.db, workflowId))!.head.seq;
    await sql`delete from idempotency_keys where workflow_id = ${workflowId}`.execute(open.db);
    await sql`delete from workflow_instances where workflow_id = ${workflowId}`.execute(open.db);
    const record = (await readAudit(open.db, workflowId))!;
    const deletions = record.entries.slice(before).map(({ entry }) => {
      const { table, op } = JSON.parse(entry) as { table: string; op: string };
      return `${op} ${table}`;
    });
    assert.deepEqual(deletions.sort(), [
      'delete idempotency_keys',
      'delete idempotency_keys',
      'delete task_instances',
      'delete workflow_instances',
    ]);
    assert.equal(checkChain(record), undefined);
  });

  async function oneStep(): Promise<string> {
    const workflowId = await newRun(open.db);
    const step = stepOf(workflowId, 'vfa:000');
    await beginStep(open.db, step, { ...begin, intent: call });
    await endStep(open.db, step, { result: {}, settled: { outcome: 'succeeded' } });
    return workflowId;
  }
});
