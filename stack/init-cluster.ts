import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chown, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { AethercastError } from '../platform/aethercast-error.js';
import { isFileMissing } from '../platform/error-code.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import type { PostgresHome } from './postgres-home.js';
import { serverEnvironment } from './server-environment.js';

const run = promisify(execFile);
const draftPrefix = 'draft-';

export const databaseRole = 'aethercast';

/** Makes the cluster unless it is there: beside its place, then renamed, so that a power cut leaves none or a whole one. */
export async function initCluster(
  binaries: PostgresBinaries,
  home: PostgresHome,
  password: string,
): Promise<void> {
  if (await isThere(home.cluster)) return;
  await removeDrafts(home.folder);
  const draft = path.join(home.folder, draftPrefix + randomUUID());
  const passwordFile = `${draft}.password`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (home.user) await chown(passwordFile, home.user.uid, home.user.gid);
  try {
    // The builtin C.UTF-8 sorts and compares the same on every machine, whatever locales it has.
    await run(
      binaries.initdb,
      [
        `--pgdata=${draft}`,
        `--username=${databaseRole}`,
        `--pwfile=${passwordFile}`,
        ...'--auth=scram-sha-256 --encoding=UTF8 --no-locale --no-instructions'.split(' '),
        ...'--locale-provider=builtin --builtin-locale=C.UTF-8'.split(' '),
      ],
      { cwd: home.folder, env: serverEnvironment(home.folder), ...home.user },
    );
    await rename(draft, home.cluster);
  } catch (error) {
    if (!(error instanceof Error && 'stderr' in error)) throw error;
    throw new AethercastError('STACK_START_FAILED', {
      message: `initdb could not make the database in ${home.folder}:\n${String(error.stderr).trim()}`,
      details: { part: 'postgres', folder: home.folder },
      cause: error,
    });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function removeDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(draftPrefix)) await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

async function isThere(folder: string): Promise<boolean> {
  try {
    await stat(folder);
    return true;
  } catch (error) {
    if (isFileMissing(error)) return false;
    throw error;
  }
}
