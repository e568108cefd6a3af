import assert from 'node:assert/strict';
import { processIdentity } from '../../stack/process-identity.js';
import { waitUntil } from '../../stack/wait-until.js';

/** Waits for a condition; fails the test when it has not come true in time. */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  withinMs = 20_000,
): Promise<void> {
  assert.ok(await waitUntil(condition, withinMs), `not within ${withinMs} ms: ${what}`);
}

/** Whether a process of this number exists and is no zombie. */
export async function processExists(pid: number): Promise<boolean> {
  return (await processIdentity(pid)) !== undefined;
}
