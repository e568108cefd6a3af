import { sql } from 'kysely';
import type { Decision, Decisions } from '../workflows/contract/decisions.js';
import type { Database } from './connect.js';

/** False: the run has ended, another one has begun, or this one is being cancelled. */
export async function decide(
  db: Database,
  workflowId: string,
  runNumber: number,
  { gate, decision }: Decision,
): Promise<boolean> {
  const { rows } = await sql<{
    decided: boolean;
  }>`select decide(${workflowId}, ${runNumber}, ${gate}, ${decision}) as decided`.execute(db);
  return rows[0]?.decided ?? false;
}

/** Those that stand. */
export async function findDecisions(db: Database, workflowId: string): Promise<Decisions> {
  const row = await db
    .selectFrom('workflow_instances')
    .select('decisions')
    .where('workflow_id', '=', workflowId)
    .executeTakeFirst();
  return row?.decisions ?? {};
}
