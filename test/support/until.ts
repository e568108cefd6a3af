import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { processIdentity } from '../../platform/process-identity.js';

// What comes soon is seen soon; asking often for what takes long would slow it down.
const minPauseMs = 10;
const maxPauseMs = 100;

/** Waits for a condition; fails the test when it has not come true in time. */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  withinMs = 20_000,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  for (let pauseMs = minPauseMs; !(await condition()); pauseMs = Math.min(1.5 * pauseMs, maxPauseMs)) {
    assert.ok(performance.now() < deadline, `not within ${withinMs} ms: ${what}`);
    await delay(pauseMs);
  }
}

/** Whether a process of this number exists and is no zombie. */
export async function processExists(pid: number): Promise<boolean> {
  return (await processIdentity(pid)) !== undefined;
}
