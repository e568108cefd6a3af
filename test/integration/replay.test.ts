import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from '@temporalio/worker';
import { workflowBundle } from '../../workers/workflow-bundle.js';
import '../support/quiet-runtime.js';

const folder = 'test/replay';

type Recorded = { workflowId: string; history: { events: Record<string, unknown>[] } };

/** Runs of the past must go on with the workflow code of today (style: a break needs `patched()` or a new version). */
describe('recorded histories', function () {
  this.timeout(60_000);
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => path.basename(name, '.json'));

  it('do not say on which machine they were made', () => {
    for (const name of names)
      assert.doesNotMatch(readFileSync(path.join(folder, `${name}.json`), 'utf8'), /"\d+@/, name);
  });

  it('hold every kind of run and of end', () => {
    for (const name of ['completed', 'retried-1', 'retried-2', 'cancelled', 'paused', 'unwritten'])
      assert.ok(names.includes(`podcast-${name}`), name);
    assert.ok(names.includes('voice-preview-completed'));
    assert.ok(names.includes('source-preview-completed'));
    for (const name of [
      'landing-completed',
      'landing-refresh-completed',
      'explore-completed',
      'snippet-completed',
      'task-completed',
      'mail-sent',
      'digest-completed',
      'repair-completed',
    ])
      assert.equal(lastEvent(name), 'EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED', name);
    assert.equal(lastEvent('podcast-coverless'), 'EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED');
    assert.equal(lastEvent('search-with-errors'), 'EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED');
    assert.equal(lastEvent('snippet-without-picture'), 'EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED');
    assert.equal(lastEvent('task-failed'), 'EVENT_TYPE_WORKFLOW_EXECUTION_FAILED');
    assert.equal(lastEvent('search-failed'), 'EVENT_TYPE_WORKFLOW_EXECUTION_FAILED');
    assert.equal(lastEvent('search-cancelled'), 'EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED');
    assert.equal(lastEvent('podcast-completed'), 'EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED');
    assert.equal(lastEvent('podcast-retried-1'), 'EVENT_TYPE_WORKFLOW_EXECUTION_FAILED');
    assert.equal(lastEvent('podcast-retried-2'), 'EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED');
    assert.equal(lastEvent('podcast-cancelled'), 'EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED');
  });

  for (const name of names) {
    it(`${name} replays with the workflow code as it is built now`, async () => {
      const { history, workflowId } = recorded(name);
      await Worker.runReplayHistory(options(), history, workflowId);
    });
  }

  it('that do not fit the code are noticed', async () => {
    const { history, workflowId } = recorded('podcast-completed');
    const changed = JSON.stringify(history).replaceAll('"weaveScript"', '"craftScript"');
    await assert.rejects(Worker.runReplayHistory(options(), JSON.parse(changed), workflowId), {
      name: 'DeterminismViolationError',
    });
  });

  function options() {
    return { workflowBundle: workflowBundle() };
  }

  function recorded(name: string): Recorded {
    return JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')) as Recorded;
  }

  function lastEvent(name: string): unknown {
    return recorded(name).history.events.at(-1)?.['eventType'];
  }
});
