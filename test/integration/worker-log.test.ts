import assert from 'node:assert/strict';
import { createInterface } from 'node:readline';
import { startChild, type ChildProgram } from '../support/child-process.js';
import { ordered } from '../support/gateway-http.js';
import { ended } from '../support/runs.js';
import { until } from '../support/until.js';
import { createWorld, type World } from '../support/world.js';

type Line = { message: string; [field: string]: unknown };

describe('the log of a worker', function () {
  this.timeout(60_000);
  let world: World;
  let worker: ChildProgram | undefined;
  const lines: Line[] = [];
  before(async () => {
    world = await createWorld({ workers: false });
    const { AETHERCAST_DATA, DATABASE_URL, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE } = world.config;
    worker = await startChild('workers/main.js', {
      env: {
        PATH: process.env['PATH'],
        ...{ AETHERCAST_DATA, DATABASE_URL, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE },
        SPEECH_PROVIDER: 'flite',
        SEARCH_PROVIDERS: 'feeds',
        LOG_LEVEL: 'info',
      },
      ready: /the worker runs/,
    });
    if (worker.child.stderr === null) assert.fail('the worker has no output');
    createInterface({ input: worker.child.stderr }).on('line', (line) =>
      lines.push(JSON.parse(line) as Line),
    );
  });
  after(async () => {
    await worker?.stop();
    await world.close();
  });

  it('tells of each step that succeeded, and why a run failed', async () => {
    // Enough words for the harvester, and none that the writer can use.
    const id = await ordered(world, { sources: [{ text: 'Buy now! '.repeat(100) }] });
    assert.equal((await ended(world, id)).overall_status, 'failed');
    await until('the failure is logged', () => lines.some(({ message }) => message === 'Workflow failed'));

    const step = lines.find(({ message }) => message === 'step completed');
    assert.ok(step);
    const { workflow_id, task_id, agent, attempt, duration_ms } = step;
    assert.deepEqual([workflow_id, task_id, agent, attempt], [id, 'wcha', 'WCHA', 1]);
    assert.ok(typeof duration_ms === 'number' && duration_ms < 60_000, String(duration_ms));

    const failed = lines.find(({ message }) => message === 'Workflow failed');
    assert.ok(failed);
    assert.equal(failed['workflow_id'], id);
    const { code, message, cause } = failed['error'] as Line & { cause: Line };
    assert.equal(code, 'PSWA_INSUFFICIENT_CONTENT');
    assert.match(message, /too little usable text/);
    assert.deepEqual(
      [cause['name'], cause['activity'], (cause['cause'] as Line)['code']],
      ['ActivityFailure', 'weaveScript', 'PSWA_INSUFFICIENT_CONTENT'],
    );
  });
});
