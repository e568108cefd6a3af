// Runs and steps written straight into a migrated database, for tests of the record itself.
import { createHash, randomUUID } from 'node:crypto';
import { connectDatabase, localOwnerId, type Database } from '../../db/connect.js';
import { migrate } from '../../db/migrate.js';
import { claimRun, recordStage } from '../../db/runs.js';
import type { StepBegin, StepClaim } from '../../db/steps.js';
import { createLogger } from '../../platform/log.js';
import { isolatedConfig, testDatabaseServer } from './test-servers.js';

export type OpenDatabase = { db: Database; url: string; connect(): Database; close(): Promise<void> };

/** An empty database of its own with one pool; `connect` opens further ones, `close` closes and drops it all. */
export async function openEmptyDatabase(): Promise<OpenDatabase> {
  const database = await (await testDatabaseServer()).createDatabase();
  const config = isolatedConfig('/nonexistent', { DATABASE_URL: database.url });
  const pools: Database[] = [];
  function connect(): Database {
    const db = connectDatabase(config, createLogger('test', 'silent'), { maxConnections: 20 });
    pools.push(db);
    return db;
  }
  return {
    db: connect(),
    url: database.url,
    connect,
    async close() {
      await Promise.all(pools.map((pool) => pool.destroy()));
      await database.drop();
    },
  };
}

export async function openDatabase(): Promise<OpenDatabase> {
  const open = await openEmptyDatabase();
  await migrate(open.db);
  return open;
}

/** A claimed run that is in progress; answers its workflow id. */
export async function newRun(db: Database): Promise<string> {
  const workflowId = randomUUID();
  await claimRun(db, {
    ownerId: localOwnerId,
    taskName: 'cpoa_orchestrate_podcast_task',
    key: workflowId,
    fingerprint: createHash('sha256').update(workflowId).digest(),
    workflowId,
    triggerType: 'podcast_generation',
    details: { sources: [] },
    podcast: { topic: 'Tides', language: 'en-US' },
  });
  await recordStage(db, workflowId, 1, { status: 'pending', stage: 'initialization', message: 'Started.' });
  return workflowId;
}

export function stepOf(workflowId: string, activityId: string, changes: Partial<StepClaim> = {}): StepClaim {
  return {
    workflowId,
    runNumber: 1,
    attempt: 1,
    activityId,
    ownerId: localOwnerId,
    taskName: 'vfa_voice_segment_task',
    key: `${workflowId}:vfa_voice_segment_task:${activityId}`,
    ...changes,
  };
}

export const begin: StepBegin = {
  externalId: 'run/activity',
  agent: 'VFA',
  order: 10,
  lockTimeoutSeconds: 300,
  input: {},
};

/** A call to a provider as steps announce it. */
export const call: NonNullable<StepBegin['intent']> = {
  provider: 'flite',
  model: 'flite-2.3',
  unit: 'characters',
  units: 40,
  unit_price_usd: 0.5,
  price_version: 'test',
};
