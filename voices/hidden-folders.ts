import { readdir, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { isFileMissing, errorCode } from '../platform/error-code.js';
import { pidNamespace, processIdentity } from '../platform/process-identity.js';

/** Why there is a hidden folder among the added voices: one is being made, was replaced, or is being removed. */
type Purpose = 'adding' | 'replaced' | 'removed';

/** Of a process on another machine or in another container nothing is known; after this time it is taken for gone. */
const abandonedAfterMs = 3_600_000;

/** Beginning of a hidden folder's path, for `mkdtemp`; names the process that will clean it up. */
export function hiddenFolder(folder: string, purpose: Purpose): string {
  return path.join(folder, `.${purpose}-${ownPlace()}-${process.pid}-`);
}

/** Puts away what processes that were killed left behind; a voice that was being replaced comes back. */
export async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, purpose, place, pid] = /^\.(adding|replaced|removed)-([a-z0-9]+)-(\d+)-/.exec(name) ?? [];
    const hidden = path.join(folder, name);
    if (purpose === undefined || !(await isAbandoned(hidden, place, Number(pid)))) continue;
    if (purpose === 'replaced') await putBack(folder, hidden);
    await rm(hidden, { recursive: true, force: true });
  }
}

async function isAbandoned(hidden: string, place: string | undefined, pid: number): Promise<boolean> {
  if (place === ownPlace()) return (await processIdentity(pid)) === undefined;
  try {
    return Date.now() - (await stat(hidden)).mtimeMs > abandonedAfterMs;
  } catch (error) {
    if (isFileMissing(error)) return false;
    throw error;
  }
}

async function putBack(folder: string, hidden: string): Promise<void> {
  for (const name of await readdir(hidden)) {
    try {
      await rename(path.join(hidden, name), path.join(folder, name));
    } catch (error) {
      // Its successor is in place.
      const code = errorCode(error);
      if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
    }
  }
}

/** Where the number of a process means that process: this host, and on Linux this PID namespace. */
function ownPlace(): string {
  return `${hostname()}${pidNamespace() ?? ''}`.toLowerCase().replace(/[^a-z0-9]/g, '') || 'host';
}
