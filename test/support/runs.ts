// Watching and reading the record of runs.
import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { checkChain, readAudit } from '../../db/audit.js';
import { readProviderCalls, type ProviderCall } from '../../db/provider-calls.js';
import { listTasks, type TaskRecord } from '../../db/tasks.js';
import { detail, type Episode } from './gateway-http.js';
import { until } from './until.js';
import type { World } from './world.js';
import { engineId } from '../../workflows/contract/runs.js';

const terminal = ['completed', 'completed_with_errors', 'failed', 'cancelled'];

/** Waits for the end of the run (of this number); answers the episode as the gateway shows it. */
export async function ended(world: World, id: string, runNumber = 1, withinMs = 60_000): Promise<Episode> {
  let last: Episode | undefined;
  await until(
    `run ${runNumber} of ${id} ends`,
    async () => {
      last = await detail(world, id);
      return last.run_number === runNumber && terminal.includes(last.overall_status);
    },
    withinMs,
  );
  assert.ok(last);
  return last;
}

/** Waits until the engine too has closed the run. */
export async function closedInEngine(world: World, id: string): Promise<void> {
  const handle = world.temporal.workflow.getHandle(engineId('podcast', id));
  await until('the engine closes the run', async () => (await handle.describe()).status.name !== 'RUNNING');
}

/** Lets the reconciler look at the run at once, as if nothing had touched its record for a while. */
export async function quiet(world: World, id: string): Promise<void> {
  await sql`update workflow_instances set last_updated_timestamp = now() - interval '1 minute'
    where workflow_id = ${id}`.execute(world.db);
}

/** Calls to the speech engine on the ledger, as `activity run.attempt outcome`. */
export async function speechCalls(world: World, id: string): Promise<string[]> {
  const calls = await ledger(world, id);
  return calls
    .filter(({ unit }) => unit === 'characters')
    .map((call) => `${activityOf(call)} ${call.run_number}.${call.attempt} ${call.outcome}`);
}

export async function ledger(world: World, id: string): Promise<ProviderCall[]> {
  return readProviderCalls(world.db, id);
}

function activityOf({ token }: ProviderCall): string {
  return token.slice(token.indexOf('/') + 1);
}

/** What is wrong with the run's hash chain; undefined when it holds. */
export async function chainProblem(world: World, id: string): Promise<unknown> {
  const record = await readAudit(world.db, id);
  return record === undefined ? 'no record' : checkChain(record);
}

/** What the tests read of an audit entry. */
export type EntryFields = {
  table: string;
  activity_id?: string;
  status?: string;
  overall_status?: string;
  run_number?: number;
  attempt?: number;
};

export async function auditEntries(world: World, id: string): Promise<EntryFields[]> {
  const record = await readAudit(world.db, id);
  return (record?.entries ?? []).map(({ entry }) => JSON.parse(entry) as EntryFields);
}

/** The run's steps by activity id. */
export async function steps(world: World, id: string): Promise<Record<string, TaskRecord>> {
  const tasks = await listTasks(world.db, id);
  return Object.fromEntries(tasks.map((task) => [task.activity_id, task]));
}

/** The number of the segment that a step voices; -1 for other steps. */
export function segmentOf({ activityId }: { activityId: string }): number {
  const [, seq] = /^vfa:(\d+)$/.exec(activityId) ?? [];
  return seq === undefined ? -1 : Number(seq);
}
