import type { Client } from '@temporalio/client';
import type { Database } from '../db/connect.js';
import { carryOut, listDueErasures } from '../db/erasures.js';
import { vacuumContent } from '../db/vacuum-content.js';
import type { Logger } from '../platform/log.js';
import type { MediaStore } from '../platform/media-store/media-store.js';
import { forgetRuns } from '../platform/temporal/forget-runs.js';

const deadlineMs = 20_000;

type Deps = { db: Database; temporal: Client; media: MediaStore; log: Logger };

/** Carries out deletions that are due; answers how many are over and done with. */
export async function carryOutErasures(deps: Deps): Promise<number> {
  let over = 0;
  for (const erasure of await listDueErasures(deps.db)) {
    const done = await carryOut(
      { ...deps, forgetRuns: (engineId) => forgetRuns(deps.temporal, engineId, deadlineMs) },
      erasure,
    );
    if (done && erasure.again) over += 1;
  }
  if (over > 0) await vacuumContent(deps.db);
  return over;
}
