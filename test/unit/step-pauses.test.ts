import assert from 'node:assert/strict';
import { ApplicationFailure } from '@temporalio/activity';
import { MockActivityEnvironment } from '@temporalio/testing';
import { toActivityFailure } from '../../activities/steps/failures.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { createLogger } from '../../platform/log.js';

const log = createLogger('test', 'silent');

describe('the pause before a step is tried again', () => {
  /** Undefined: the engine's own. */
  async function pauseMs(error: unknown, attempt: number): Promise<unknown> {
    const failure = await new MockActivityEnvironment({ attempt }).run(() =>
      Promise.resolve(toActivityFailure(error, attempt, log)),
    );
    assert.ok(failure instanceof ApplicationFailure);
    assert.equal(failure.nonRetryable, false);
    return failure.nextRetryDelay;
  }

  it('grows to five seconds while the database or the disk is away', async () => {
    for (const code of ['57P03', 'ENOSPC']) {
      const away = Object.assign(new Error('away'), { code, severity: 'FATAL' });
      const pauses = await Promise.all([1, 2, 3, 4, 5, 6, 60].map((attempt) => pauseMs(away, attempt)));
      assert.deepEqual(pauses, [250, 500, 1_000, 2_000, 4_000, 5_000, 5_000], code);
    }
  });

  it('is the one that the other side asked for, up to ten minutes', async () => {
    for (const [asked, given] of [
      [7_000, 7_000],
      [3_600_000, 600_000],
    ]) {
      const busy = new AethercastError('WCHA_FETCH_FAILED', { details: { retry_after_ms: asked } });
      assert.equal(await pauseMs(busy, 1), given);
    }
  });

  it('is the engine’s own for other faults', async () => {
    assert.equal(await pauseMs(new AethercastError('VFA_SYNTHESIS_FAILED'), 1), undefined);
    assert.equal(await pauseMs(new Error('nobody has named this'), 1), undefined);
  });
});
