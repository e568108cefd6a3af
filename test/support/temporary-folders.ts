// Temporary folders of tests, with the stacks on them, and what is left of both when tests are killed.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { readJson } from '../../platform/atomic-file.js';
import type { Config } from '../../platform/config/load-config.js';
import { isFileMissing } from '../../platform/error-code.js';
import { takeFileLock } from '../../platform/locks/index.js';
import { processIdentity } from '../../platform/process-identity.js';
import { findStackHolder, stackPaths, stopLeftovers } from '../../stack/index.js';
import { standInFolder } from '../../stack/postgres-home.js';
import { portLockFile } from '../../stack/reserve-port.js';
import { stopProcess } from '../../stack/stop-process.js';
import { isolatedConfig } from './isolated-config.js';

const abandonedName = /^aethercast-tests-(\d+)-/;
/** A process of this number may be another one by now, or one in another container. */
const newMs = 60_000;
const stopMs = 20_000;
const portsSchema = z.record(z.string(), z.number());

/**
 * A temporary folder that other users can walk through: PostgreSQL runs as one of them when the tests run as root. Its
 * name says which process made it, so that a later run can remove it when that was killed.
 */
export async function openTemporaryFolder(name: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), `aethercast-tests-${process.pid}-${name}`));
  await chmod(folder, 0o755);
  return folder;
}

/** Removes a stopped or killed stack's data, also what stands outside the folder. */
export async function removeStackData(config: Config): Promise<void> {
  const paths = stackPaths(config);
  const ports = portsSchema.safeParse(await readJson(paths.ports)).data ?? {};
  for (const port of Object.values(ports)) await removeLeftLock(portLockFile(port));
  await rm(paths.data, { recursive: true, force: true });
  await rm(standInFolder(paths), { recursive: true, force: true });
}

/** A supervisor that was killed leaves the locks of its ports for the next start on its folder, which never comes. */
async function removeLeftLock(file: string): Promise<void> {
  if (!existsSync(file)) return;
  const taken = await takeFileLock(file);
  if ('lock' in taken) await taken.lock.release();
}

/** Stops the stacks of test runs that were killed, and removes their folders. */
export async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const [, maker] = abandonedName.exec(name) ?? [];
    if (maker === undefined || (await processIdentity(Number(maker))) !== undefined) continue;
    try {
      await removeUnlessNew(path.join(tmpdir(), name));
    } catch (error) {
      // Another run has just removed it.
      if (!isFileMissing(error)) throw error;
    }
  }
}

async function removeUnlessNew(folder: string): Promise<void> {
  const { mtimeMs, uid } = await stat(folder);
  const isOurs = process.getuid === undefined || process.getuid() === uid;
  if (isOurs && Date.now() - mtimeMs > newMs) await remove(folder);
}

/** The data of a stack is the folder itself, or a folder in it. */
async function remove(folder: string): Promise<void> {
  const inside = await readdir(folder, { withFileTypes: true });
  const folders = inside.filter((entry) => entry.isDirectory()).map(({ name }) => path.join(folder, name));
  const configs = [...folders, folder].map((data) => isolatedConfig(data));
  for (const config of configs) {
    const held = await findStackHolder(config);
    if (held?.holder) await stopProcess(held.holder, 'SIGTERM', stopMs);
    await stopLeftovers(stackPaths(config), () => undefined);
    // Of a run in another container.
    if (await findStackHolder(config)) return;
  }
  await unmountWithin(folder);
  for (const config of configs) await removeStackData(config);
  await rm(folder, { recursive: true, force: true });
}

/** The small disks of tests that were killed. */
async function unmountWithin(folder: string): Promise<void> {
  if (!existsSync('/proc/mounts')) return;
  const mounts = (await readFile('/proc/mounts', 'utf8')).split('\n').map((line) => line.split(' ')[1] ?? '');
  for (const mount of mounts) {
    if (mount.startsWith(`${folder}/`)) await promisify(execFile)('umount', [mount]);
  }
}
