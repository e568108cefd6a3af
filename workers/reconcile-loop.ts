import type { Client } from '@temporalio/client';
import type { Database } from '../db/connect.js';
import type { Logger } from '../platform/log.js';
import { reconcile } from './reconcile.js';

/** Reconciles every `intervalMs`, one pass at a time; answers the function that stops it and waits for the pass. */
export function startReconciling(
  deps: { db: Database; temporal: Client; log: Logger },
  intervalMs: number,
): () => Promise<void> {
  let passing: Promise<void> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    passing = pass(deps).finally(() => {
      busy = false;
    });
  }, intervalMs);
  return async () => {
    clearInterval(timer);
    await passing;
  };
}

/** A database or an engine that is away is no news here: the next pass finds them back. */
async function pass(deps: { db: Database; temporal: Client; log: Logger }): Promise<void> {
  try {
    await reconcile(deps);
  } catch (error) {
    deps.log.warn({ err: error }, 'this pass of the reconciler did not finish');
  }
}
