// The bodies of the SQL functions (db/functions/<name>.sql) and how they get into a database.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Database } from './connect.js';
import { functionReleases } from './functions/releases.js';
import { tableExists } from './table-exists.js';

const folder = new URL('../../db/functions/', import.meta.url);

/** All functions as one text, its SHA-256, and the number of the release that brought them. */
export type FunctionSet = { text: string; sha256: string; release: number };

export type InstalledFunctions = Pick<FunctionSet, 'sha256' | 'release'>;

/** The functions that this program comes with. */
export async function readFunctions(): Promise<FunctionSet> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const bodies = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
  const text = bodies.join('\n');
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { text, sha256, release: functionReleases.length };
}

/**
 * Installs the functions unless the same or newer ones are in place; answers whether it did. Call it in a transaction,
 * in a database that has all migrations.
 */
export async function installFunctions(tx: Database, ours: FunctionSet): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtext('aethercast'), hashtext('sql_functions'))`.execute(tx);
  if (!mayReplace(ours, await findInstalledFunctions(tx))) return false;
  await sql.raw(ours.text).execute(tx);
  await sql`insert into sql_functions (release, sha256) values (${ours.release}, ${ours.sha256})
    on conflict (only_row) do update set release = excluded.release, sha256 = excluded.sha256, installed_at = now()`.execute(
    tx,
  );
  return true;
}

/** Older code must never put its functions in the place of newer ones. */
export function mayReplace(ours: FunctionSet, installed: InstalledFunctions | undefined): boolean {
  if (installed === undefined) return true;
  return installed.release <= ours.release && installed.sha256 !== ours.sha256;
}

/** Undefined before the first installation. */
export async function findInstalledFunctions(db: Database): Promise<InstalledFunctions | undefined> {
  if (!(await tableExists(db, 'sql_functions'))) return undefined;
  const { rows } = await sql<InstalledFunctions>`select release, sha256 from sql_functions`.execute(db);
  return rows[0];
}
