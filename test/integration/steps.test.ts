import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { checkChain, readAudit } from '../../db/audit.js';
import { readProviderCalls } from '../../db/provider-calls.js';
import { closeRun, recordStage, startNewAttempt } from '../../db/runs.js';
import { beginStep, endStep, type StepClaim } from '../../db/steps.js';
import { begin, call, newRun, openDatabase, stepOf, type OpenDatabase } from '../support/records.js';

describe('a step of a run', function () {
  this.timeout(60_000);
  let open: OpenDatabase;
  let workflowId: string;
  let step: StepClaim;
  before(async () => {
    open = await openDatabase();
  });
  beforeEach(async () => {
    workflowId = await newRun(open.db);
    step = stepOf(workflowId, 'vfa:003');
  });
  after(() => open.close());

  it('is claimed once; when it has completed, its stored result is what everyone gets', async () => {
    assert.deepEqual(await outcome(step), 'claimed');
    assert.equal(await endStep(open.db, step, { result: { seq: 3, bytes: 9 } }), true);
    const again = await beginStep(open.db, { ...step, attempt: 2 }, begin);
    assert.deepEqual({ ...again }, { outcome: 'completed', result: { seq: 3, bytes: 9 } });
    assert.equal((await task()).retry_count, 0);
  });

  it('is taken over at once by a later attempt, and the zombie’s late result is refused', async () => {
    await outcome(step);
    assert.equal(await outcome({ ...step, attempt: 2 }), 'claimed');
    assert.equal(await endStep(open.db, step, { result: 'the zombie’s' }), false);
    assert.equal(await endStep(open.db, { ...step, attempt: 2 }, { result: 'the heir’s' }), true);
    const stored = await beginStep(open.db, { ...step, attempt: 3 }, begin);
    assert.deepEqual({ ...stored }, { outcome: 'completed', result: 'the heir’s' });
  });

  it('is fenced for an attempt that is not later than the lock’s', async () => {
    await outcome({ ...step, attempt: 2 });
    assert.equal(await outcome({ ...step, attempt: 2 }), 'fenced');
    assert.equal(await outcome({ ...step, attempt: 1 }), 'fenced');
  });

  it('is refused once the run is over, and its end then writes nothing', async () => {
    await outcome(step);
    await cancelRun();
    assert.equal(await endStep(open.db, step, { result: 1 }), false);
    assert.equal(await outcome({ ...step, attempt: 2 }), 'over');
    assert.equal((await task()).status, 'failed');
  });

  it('goes to a new run at its first attempt, and what is left of the old run is refused', async () => {
    await outcome({ ...step, attempt: 4 });
    await cancelRun();
    assert.equal(await startNewAttempt(open.db, workflowId, ['cancelled']), 2);
    assert.equal(await outcome({ ...step, runNumber: 2 }), 'claimed');
    assert.equal(await outcome({ ...step, attempt: 5 }), 'over');
    assert.equal(await endStep(open.db, { ...step, attempt: 4 }, { result: 'old' }), false);
    assert.equal(await endStep(open.db, { ...step, runNumber: 2 }, { result: 'new' }), true);
    const { status, run_number, attempt, retry_count } = await task();
    assert.deepEqual([status, run_number, attempt, retry_count], ['completed', 2, 1, 1]);
  });

  it('is in conflict with somebody else’s live lock, and takes it over when it is stale', async () => {
    await plantLock('0 seconds');
    assert.equal(await outcome(step), 'conflict');
    await sql`update idempotency_keys set locked_at = now() - interval '299 seconds'
      where idempotency_key = ${step.key}`.execute(open.db);
    assert.equal(await outcome(step), 'conflict');
    await sql`update idempotency_keys set locked_at = now() - interval '301 seconds'
      where idempotency_key = ${step.key}`.execute(open.db);
    assert.equal(await outcome(step), 'claimed');
    assert.equal(await endStep(open.db, step, { result: 1 }), true);
  });

  it('that failed is tried again, and every attempt is in the record', async () => {
    await outcome(step);
    const error = { error_type: 'VFA_SYNTHESIS_FAILED', message: 'no sound' };
    await endStep(open.db, step, { error });
    assert.equal((await task()).status, 'failed');
    assert.equal(await outcome({ ...step, attempt: 2 }), 'claimed');
    await endStep(open.db, { ...step, attempt: 2 }, { result: 1 });
    const record = (await readAudit(open.db, workflowId))!;
    const states = record.entries
      .map(({ entry }) => JSON.parse(entry) as Record<string, unknown>)
      .filter((entry) => entry['table'] === 'task_instances')
      .map((entry) => `${String(entry['attempt'])} ${String(entry['status'])}`);
    assert.deepEqual(states, ['1 in_progress', '1 failed', '2 in_progress', '2 completed']);
  });

  it('shows its provider calls: paid, failed, found again, and possibly paid', async () => {
    await beginStep(open.db, step, { ...begin, intent: call });
    await endStep(open.db, step, {
      error: { error_type: 'X', message: 'x' },
      settled: { outcome: 'failed' },
    });
    await beginStep(open.db, { ...step, attempt: 2 }, { ...begin, intent: call });
    await beginStep(open.db, { ...step, attempt: 3 }, { ...begin, intent: call });
    await endStep(
      open.db,
      { ...step, attempt: 3 },
      { result: 1, settled: { outcome: 'succeeded', units: 44 } },
    );
    const other = stepOf(workflowId, 'vfa:004');
    await beginStep(open.db, other, { ...begin, intent: call });
    await beginStep(open.db, { ...other, attempt: 2 }, begin);
    await endStep(open.db, { ...other, attempt: 2 }, { result: 1, settled: { outcome: 'recovered' } });
    const calls = await readProviderCalls(open.db, workflowId);
    assert.deepEqual(
      calls.map(({ token, attempt, units, cost_usd, outcome }) => [token, attempt, units, cost_usd, outcome]),
      [
        [`${workflowId}/vfa:003`, 1, 40, 20, 'failed'],
        [`${workflowId}/vfa:003`, 2, 40, 20, 'unsettled'],
        [`${workflowId}/vfa:003`, 3, 44, 22, 'succeeded'],
        [`${workflowId}/vfa:004`, 1, 40, 20, 'recovered'],
      ],
    );
  });

  it('runs beside 199 others without a deadlock, and the chain holds', async () => {
    const queue = Array.from({ length: 200 }, (_, seq) => stepOf(workflowId, `vfa:${seq}`));
    const stage = { status: 'vfa_audio_generation', stage: 'vfa_audio_generation', message: 'On.' };
    async function lane(): Promise<void> {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const { outcome } = await beginStep(open.db, next, { ...begin, intent: call, stage });
        assert.equal(outcome, 'claimed');
        // As a pause does, beside the steps.
        assert.equal(await recordStage(open.db, workflowId, 1, stage), true);
        assert.equal(
          await endStep(open.db, next, { result: next.activityId, settled: { outcome: 'succeeded' } }),
          true,
        );
      }
    }
    await Promise.all(Array.from({ length: 20 }, lane));
    const record = (await readAudit(open.db, workflowId))!;
    assert.equal(checkChain(record), undefined);
    assert.ok(record.entries.length >= 800, `${record.entries.length} entries`);
    const { rows } = await sql<{ deadlocks: number }>`select deadlocks from pg_stat_database
      where datname = current_database()`.execute(open.db);
    assert.equal(rows[0]?.deadlocks, 0);
  });

  async function outcome(claim: StepClaim): Promise<string> {
    return (await beginStep(open.db, claim, begin)).outcome;
  }

  async function cancelRun(): Promise<void> {
    await closeRun(open.db, workflowId, 1, {
      overallStatus: 'cancelled',
      status: 'cancelled',
      stage: 'finalization',
      message: 'Over.',
    });
  }

  async function plantLock(age: string): Promise<void> {
    await sql`insert into idempotency_keys (owner_id, task_name, idempotency_key, workflow_id, status, locked_at,
        lock_owner, lock_run, lock_attempt)
      values (${step.ownerId}, ${step.taskName}, ${step.key}, ${workflowId}, 'processing', now() - ${age}::interval,
        'somebody/else', 1, 1)`.execute(open.db);
  }

  function task() {
    return open.db
      .selectFrom('task_instances')
      .selectAll()
      .where('workflow_id', '=', workflowId)
      .where('activity_id', '=', step.activityId)
      .executeTakeFirstOrThrow();
  }
});
