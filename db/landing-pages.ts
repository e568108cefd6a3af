// The landing page's last good sets.
import { sql } from 'kysely';
import type { Database } from './connect.js';

export type LandingSet<Snippet> = {
  workflowId: string;
  generatedAt: Date;
  wanted: number;
  snippets: Snippet[];
};

/** The name of a set: its categories in one order. */
export function landingSetName(categories: readonly string[] = []): string {
  return [...new Set(categories)].sort().join(',');
}

/** Which set there is now: what it takes to know whether the one in hand is still it. */
export async function findLandingVersion(db: Database, categories: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('landing_pages')
    .select('workflow_id')
    .where('categories', '=', categories)
    .executeTakeFirst();
  return row?.workflow_id;
}

export async function readLandingSet<Snippet>(
  db: Database,
  categories: string,
): Promise<LandingSet<Snippet> | undefined> {
  const row = await db
    .selectFrom('landing_pages')
    .selectAll()
    .where('categories', '=', categories)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    workflowId: row.workflow_id,
    generatedAt: row.generated_at,
    wanted: row.wanted,
    snippets: row.snippets as Snippet[],
  };
}

/**
 * Keeps a set as the last good one. A set that was asked for as a smaller one, or that errors have left with less
 * than half as many snippets, takes the place of a better one only when that is a day old.
 */
export async function keepLandingSet(
  db: Database,
  categories: string,
  set: { workflowId: string; snippets: unknown[]; wanted: number; whole: boolean },
): Promise<void> {
  if (set.snippets.length === 0) return;
  await sql`insert into landing_pages as kept (categories, workflow_id, snippets, wanted)
    values (${categories}, ${set.workflowId}, ${JSON.stringify(set.snippets)}, ${set.wanted})
    on conflict (categories) do update set workflow_id = excluded.workflow_id, snippets = excluded.snippets,
      wanted = excluded.wanted, generated_at = now()
    where kept.workflow_id <> excluded.workflow_id and (kept.generated_at < now() - interval '1 day'
      or (excluded.wanted >= kept.wanted and
        (${set.whole} or jsonb_array_length(excluded.snippets) * 2 >= jsonb_array_length(kept.snippets))))`.execute(
    db,
  );
}
