import { createHash } from 'node:crypto';
import { chown, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { AethercastError } from '../platform/aethercast-error.js';
import type { Progress } from '../platform/assets/index.js';
import { isFileMissing } from '../platform/error-code.js';
import { canWalkTo, databaseUser, type OsUser } from './os-user.js';
import type { StackPaths } from './stack-paths.js';

/** Where things of root's stacks live that another user must reach. */
export const sharedFolder = '/var/lib/aethercast';

/** The folder that holds the cluster, the cluster (PGDATA) itself, and who PostgreSQL runs as (undefined: we). */
export type PostgresHome = { folder: string; cluster: string; user: OsUser | undefined };

/**
 * Chooses and makes the folder of the database. As root, PostgreSQL runs as another user, who must be able to walk
 * there: where a folder above the data is closed to him, a folder below /var/lib/aethercast stands in.
 */
export async function postgresHome(paths: StackPaths, progress: Progress): Promise<PostgresHome> {
  const inside = path.join(paths.data, 'postgres');
  const user = await databaseUser();
  if (user === undefined) {
    await mkdir(inside, { recursive: true, mode: 0o700 });
    await refuseForeign(inside);
    return { folder: inside, cluster: path.join(inside, 'data'), user };
  }
  const outside = standInFolder(paths);
  const open = await canWalkTo(user, paths.data);
  if ((await hasCluster(inside)) && !open) {
    throw new AethercastError('STACK_START_FAILED', {
      message: `The database in ${inside} cannot be reached by the user PostgreSQL runs as, because a folder above it is closed. Open the folders above it (chmod o+x), or move the data folder and set AETHERCAST_DATA.`,
      details: { folder: inside },
    });
  }
  // What was begun outside stays there, also when the folders above the data are opened later.
  const folder = open && !(await hasCluster(outside)) ? inside : outside;
  if (folder === outside) {
    progress(
      `A folder above ${paths.data} is closed to the user PostgreSQL runs as; the database is in ${outside}.`,
    );
    await mkdir(sharedFolder, { recursive: true, mode: 0o755 });
  }
  const owner = await ownedFolder(folder, user);
  return { folder, cluster: path.join(folder, 'data'), user: owner };
}

/** Where root's database goes when the data folder cannot be reached by the user PostgreSQL runs as. */
export function standInFolder(paths: StackPaths): string {
  return path.join(sharedFolder, createHash('sha256').update(paths.data).digest('hex').slice(0, 16));
}

/** Makes the folder for the user; one made by an ordinary user before stays his, and PostgreSQL runs as him. */
async function ownedFolder(folder: string, user: OsUser): Promise<OsUser> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { uid, gid } = await stat(folder);
  if (uid !== 0) return { uid, gid };
  await chown(folder, user.uid, user.gid);
  return user;
}

async function refuseForeign(folder: string): Promise<void> {
  const { uid } = await stat(folder);
  if (process.getuid === undefined || uid === process.getuid()) return;
  throw new AethercastError('STACK_START_FAILED', {
    message: `The database in ${folder} belongs to another user (uid ${uid}). Start Aethercast as that user or as root, or set AETHERCAST_DATA to another folder.`,
    details: { folder, uid },
  });
}

async function hasCluster(folder: string): Promise<boolean> {
  try {
    await stat(path.join(folder, 'data', 'PG_VERSION'));
    return true;
  } catch (error) {
    if (isFileMissing(error)) return false;
    throw error;
  }
}
