import assert from 'node:assert/strict';
import { askAgain, isWorthRetrying, retryDelayMs } from '../../web/app/api/ask-again.js';

describe('asking again', () => {
  it('sends the same request until it is answered', async () => {
    let sent = 0;
    let retries = 0;
    const answer = await askAgain(
      () => {
        sent += 1;
        return sent < 3 ? Promise.reject(new Problem(503, 'ENGINE_UNAVAILABLE')) : Promise.resolve('answer');
      },
      { onRetry: () => (retries += 1) },
    );
    assert.deepEqual([answer, sent, retries], ['answer', 3, 2]);
  });

  it('throws at once what another try would not change', async () => {
    const faults = [
      new Problem(400, 'API_GW_VALIDATION_FAILED', false),
      new Problem(503, 'ASSET_UNAVAILABLE'),
      new TypeError('a fault of the page'),
    ];
    for (const fault of faults) {
      let sent = 0;
      const asked = askAgain(
        () => {
          sent += 1;
          return Promise.reject(fault);
        },
        { lastingCodes: ['ASSET_UNAVAILABLE'] },
      );
      await assert.rejects(asked, (error) => error === fault);
      assert.equal(sent, 1, fault.message);
    }
  });

  it('sends a request once that must not be repeated', async () => {
    let sent = 0;
    const asked = askAgain(
      () => {
        sent += 1;
        return Promise.reject(new Problem(503, 'ENGINE_UNAVAILABLE'));
      },
      { maxRetries: 0 },
    );
    await assert.rejects(asked, { code: 'ENGINE_UNAVAILABLE' });
    assert.equal(sent, 1);
  });

  it('stops waiting when its signal aborts', async () => {
    const leaving = new AbortController();
    let sent = 0;
    const asked = askAgain(
      () => {
        sent += 1;
        return Promise.reject(new Problem(0, 'NETWORK'));
      },
      { signal: leaving.signal, maxRetries: Infinity, onRetry: () => leaving.abort() },
    );
    await assert.rejects(asked, { name: 'AbortError' });
    assert.equal(sent, 1);
  });

  it('retries three times by default, and internal errors never more often', () => {
    const away = new Problem(0, 'NETWORK');
    const internal = new Problem(500, 'INTERNAL');
    assert.deepEqual(
      [0, 2, 3].map((retries) => isWorthRetrying(away, retries)),
      [true, true, false],
    );
    assert.ok(isWorthRetrying(away, 1_000, { maxRetries: Infinity }));
    assert.ok(isWorthRetrying(internal, 2, { maxRetries: Infinity }));
    assert.ok(!isWorthRetrying(internal, 3, { maxRetries: Infinity }));
  });

  it('waits twice as long before each retry, up to five seconds', () => {
    assert.deepEqual([0, 1, 2, 3, 4, 50].map(retryDelayMs), [500, 1_000, 2_000, 4_000, 5_000, 5_000]);
  });
});

/** As the app's `ApiProblem`, which is for browsers alone. */
class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly retryable = true,
  ) {
    super(code);
  }
}
