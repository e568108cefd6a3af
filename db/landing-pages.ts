// The landing page's last good sets of snippets.
import { sql } from 'kysely';
import type { SnippetDataObject } from '../workflows/contract/topics.js';
import type { Database } from './connect.js';

export type LandingSet = {
  workflowId: string;
  generatedAt: Date;
  wanted: number;
  /** For some topics no snippet could be made. */
  cutShort: boolean;
  snippets: SnippetDataObject[];
};

/** The name of a set: its categories, sorted, without repetition. */
export function landingSetName(categories: readonly string[] = []): string {
  return [...new Set(categories)].sort().join(',');
}

/** Identifies the current set, so that a cached one can be compared with it. */
export async function findLandingVersion(db: Database, categories: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('landing_pages')
    .select('workflow_id')
    .where('categories', '=', categories)
    .executeTakeFirst();
  return row?.workflow_id;
}

export async function readLandingSet(db: Database, categories: string): Promise<LandingSet | undefined> {
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
    cutShort: row.cut_short,
    snippets: row.snippets,
  };
}

/**
 * Stores a set as the last good one. A set that was requested smaller, or that errors left with less than half as many
 * snippets as the last complete one, replaces the stored set only when that is a day old.
 */
export async function keepLandingSet(
  db: Database,
  categories: string,
  set: {
    workflowId: string;
    snippets: SnippetDataObject[];
    wanted: number;
    cutShort: boolean;
    whole: boolean;
  },
): Promise<void> {
  const size = set.snippets.length;
  if (size === 0) return;
  await sql`insert into landing_pages as kept (categories, workflow_id, snippets, wanted, cut_short, whole_size)
    values (${categories}, ${set.workflowId}, ${JSON.stringify(set.snippets)}, ${set.wanted}, ${set.cutShort}, ${size})
    on conflict (categories) do update set workflow_id = excluded.workflow_id, snippets = excluded.snippets,
      wanted = excluded.wanted, cut_short = excluded.cut_short, generated_at = now(),
      whole_size = case when ${set.whole} or kept.generated_at < now() - interval '1 day' then excluded.whole_size
        else greatest(kept.whole_size, excluded.whole_size) end
    where kept.workflow_id <> excluded.workflow_id and (kept.generated_at < now() - interval '1 day'
      or (excluded.wanted >= kept.wanted and
        (${set.whole} or excluded.whole_size * 2 >= kept.whole_size)))`.execute(db);
}
