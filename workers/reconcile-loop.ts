import type { Client } from '@temporalio/client';
import type { Database } from '../db/connect.js';
import { deleteExpiredTickets } from '../db/stream-tickets.js';
import { deleteStale } from '../db/subscribers.js';
import { expireUploads } from '../db/uploads.js';
import { deleteOldUiEvents } from '../db/live/ui-events.js';
import type { Config } from '../platform/config/load-config.js';
import type { Logger } from '../platform/log.js';
import type { MediaStore } from '../platform/media-store/media-store.js';
import { previewKeptMs, previewsFolder } from '../workflows/contract/voice-preview.js';
import { carryOutErasures } from './carry-out-erasures.js';
import { deleteOrphans } from './delete-orphans.js';
import { ensureSchedule } from './ensure-schedule.js';
import { handOverMails } from './hand-over-mails.js';
import { reconcile } from './reconcile.js';
import { schedules } from './schedules.js';

type LoopDeps = { db: Database; temporal: Client; media: MediaStore; log: Logger; config: Config };

/** Nobody writes to a file that has not grown for so long: an upload has five minutes, other objects take seconds. */
const deadWriterMs = 15 * 60_000;

const dayMs = 24 * 60 * 60_000;

/**
 * Brings the engine in line with the record: now and every `intervalMs`, one pass at a time; answers the function that
 * stops it and waits for the pass.
 */
export function startReconciling(deps: LoopDeps, intervalMs: number): () => Promise<void> {
  let passing: Promise<void> = Promise.resolve();
  let busy = false;
  let sweptAt = -Infinity;

  /** It looks at every object, so once a day is enough. */
  async function sweepDaily(): Promise<void> {
    if (performance.now() - sweptAt < dayMs) return;
    await deleteOrphans(deps);
    sweptAt = performance.now();
  }

  function begin(): void {
    if (busy) return;
    busy = true;
    passing = pass(deps, sweepDaily).finally(() => {
      busy = false;
    });
  }

  begin();
  const timer = setInterval(begin, intervalMs);
  return async () => {
    clearInterval(timer);
    await passing;
  };
}

/** A database or an engine that is away is only logged: the next pass tries again. */
async function pass(deps: LoopDeps, sweepDaily: () => Promise<void>): Promise<void> {
  const chores = [
    ['reconciling runs', () => reconcile(deps)],
    // Apart from the digest, since addresses are deleted even if no digest is sent.
    ['forgetting stale addresses', () => deleteStale(deps.db)],
    ['forgetting expired tickets', () => deleteExpiredTickets(deps.db)],
    ['forgetting relayed events', () => deleteOldUiEvents(deps.db)],
    ['expiring uploads', () => expireUploads(deps.db, deps.config.UPLOAD_EXPIRY_HOURS)],
    ['carrying out deletions', () => carryOutErasures(deps)],
    ['deleting expired previews', () => deps.media.deleteOlder(previewsFolder, previewKeptMs)],
    ['deleting half-written objects', () => deps.media.deleteUnfinished(deadWriterMs)],
    ['handing over mails', () => handOverMails(deps)],
    ...schedules(deps.config).map(
      (schedule) =>
        [
          `ensuring the schedule ${schedule.scheduleId}`,
          () => ensureSchedule(deps.temporal, schedule),
        ] as const,
    ),
    ['deleting objects that belong to nothing', sweepDaily],
  ] as const;
  for (const [chore, doIt] of chores) {
    try {
      await doIt();
    } catch (error) {
      deps.log.warn({ err: error, chore }, 'a chore failed; the next pass tries again');
    }
  }
}
