import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { closeRun, recordStage, startNewAttempt } from '../../db/runs.js';
import type { OverallStatus } from '../../db/schema/workflow-instances.js';
import { beginStep, endStep } from '../../db/steps.js';
import { begin, newRun, openDatabase, stepOf, type OpenDatabase } from '../support/records.js';

const refused = { code: 'AC001' };
const terminal = ['completed', 'completed_with_errors', 'failed', 'cancelled'] as const;
const every: OverallStatus[] = ['pending', 'in_progress', ...terminal];

describe('the states of a run', function () {
  this.timeout(60_000);
  let open: OpenDatabase;
  before(async () => {
    open = await openDatabase();
  });
  after(() => open.close());

  for (const state of terminal) {
    it(`${state} is not left for any other by a plain update`, async () => {
      const workflowId = await runThatIs(state);
      for (const other of every.filter((candidate) => candidate !== state))
        await assert.rejects(setStatus(workflowId, other), refused, other);
    });

    it(`${state} is not closed, staged or stepped into again by the same run`, async () => {
      const workflowId = await runThatIs(state);
      assert.equal(await closeRun(open.db, workflowId, 1, end('completed')), false);
      const stage = { status: 'paused', stage: 'finalization', message: 'late' };
      assert.equal(await recordStage(open.db, workflowId, 1, stage), false);
      assert.equal((await beginStep(open.db, stepOf(workflowId, 'late'), begin)).outcome, 'over');
      assert.equal(await statusOf(workflowId), state);
    });
  }

  for (const state of ['failed', 'cancelled'] as const) {
    it(`${state} is left by the next attempt, and by no other number`, async () => {
      const workflowId = await runThatIs(state);
      const skip = sql`update workflow_instances set overall_status = 'pending', run_number = 3
        where workflow_id = ${workflowId}`;
      await assert.rejects(skip.execute(open.db), refused);
      assert.equal(await startNewAttempt(open.db, workflowId, ['failed', 'cancelled']), 2);
      assert.equal(await statusOf(workflowId), 'pending');
    });
  }

  for (const state of ['completed', 'completed_with_errors'] as const) {
    it(`${state} is not left by a new attempt`, async () => {
      const workflowId = await runThatIs(state);
      assert.equal(await startNewAttempt(open.db, workflowId, ['failed', 'cancelled']), undefined);
      await assert.rejects(startNewAttempt(open.db, workflowId, [state]), refused);
    });
  }

  it('ten new attempts at once make one', async () => {
    const workflowId = await runThatIs('failed');
    const numbers = await Promise.all(
      Array.from({ length: 10 }, () => startNewAttempt(open.db, workflowId, ['failed'])),
    );
    assert.deepEqual(
      numbers.filter((number) => number !== undefined),
      [2],
    );
  });

  it('a completed step and its key stay completed', async () => {
    const workflowId = await newRun(open.db);
    const step = stepOf(workflowId, 'vfa:000');
    await beginStep(open.db, step, begin);
    await endStep(open.db, step, { result: { seq: 0 } });
    const task = sql`update task_instances set status = 'failed' where workflow_id = ${workflowId}`;
    await assert.rejects(task.execute(open.db), refused);
    const key = sql`update idempotency_keys set status = 'processing' where idempotency_key = ${step.key}`;
    await assert.rejects(key.execute(open.db), refused);
  });

  it('closing a run closes the steps it left open', async () => {
    const workflowId = await newRun(open.db);
    await beginStep(open.db, stepOf(workflowId, 'vfa:000'), begin);
    assert.equal(await closeRun(open.db, workflowId, 1, end('cancelled')), true);
    const { rows } = await sql<{ task: string; key: string }>`select t.status as task, k.status as key
      from task_instances t join idempotency_keys k using (workflow_id)
      where workflow_id = ${workflowId} and k.fingerprint is null`.execute(open.db);
    assert.deepEqual(rows, [{ task: 'failed', key: 'failed' }]);
  });

  it('closing a run tells in which stage it ended, and what it did without as late', async () => {
    const workflowId = await newRun(open.db);
    const looking = { status: 'in_progress', stage: 'tda_topic_discovery', message: 'Looking.' };
    await recordStage(open.db, workflowId, 1, looking);
    await beginStep(open.db, stepOf(workflowId, 'iga:1'), begin);
    assert.equal(await closeRun(open.db, workflowId, 1, end('completed')), true);
    const { rows } = await sql<{ stage: string; error: string }>`select context_data_json->>'stage' as stage,
        error_details_json->>'error_type' as error
      from workflow_instances join task_instances using (workflow_id)
      where workflow_id = ${workflowId}`.execute(open.db);
    assert.deepEqual(rows, [{ stage: 'finalization', error: 'DISCOVERY_LATE' }]);
  });

  it('a run that is paused stays shown as paused when a step begins that was on its way', async () => {
    const workflowId = await newRun(open.db);
    const paused = { status: 'paused', stage: 'pswa_script_generation', message: 'Paused.' };
    assert.equal(await recordStage(open.db, workflowId, 1, paused), true);
    const stage = { status: 'vfa_audio_generation', stage: 'vfa_audio_generation', message: 'Recording.' };
    await beginStep(open.db, stepOf(workflowId, 'vfa:000'), { ...begin, stage });
    const { cpoa_status } = await open.db
      .selectFrom('podcasts')
      .select('cpoa_status')
      .where('podcast_id', '=', workflowId)
      .executeTakeFirstOrThrow();
    assert.equal(cpoa_status, 'paused');
  });

  async function runThatIs(state: (typeof terminal)[number]): Promise<string> {
    const workflowId = await newRun(open.db);
    assert.equal(await closeRun(open.db, workflowId, 1, end(state)), true);
    return workflowId;
  }

  function end(overallStatus: (typeof terminal)[number]) {
    return { overallStatus, status: overallStatus, stage: 'finalization', message: 'Over.' };
  }

  function setStatus(workflowId: string, status: string) {
    return sql`update workflow_instances set overall_status = ${status}
      where workflow_id = ${workflowId}`.execute(open.db);
  }

  async function statusOf(workflowId: string): Promise<string> {
    const { overall_status } = await open.db
      .selectFrom('workflow_instances')
      .select('overall_status')
      .where('workflow_id', '=', workflowId)
      .executeTakeFirstOrThrow();
    return overall_status;
  }
});
