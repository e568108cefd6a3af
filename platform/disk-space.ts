import { statfs } from 'node:fs/promises';
import { errorCode } from './error-code.js';

/** Whether a full disk, or a used-up quota of the user, is at the bottom of an error. */
export function isDiskFull(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = errorCode(at);
    if (code === 'ENOSPC' || code === 'EDQUOT') return true;
  }
  return false;
}

/** What is wrong, in words that stand in a sentence or a list. */
export function noSpaceLeft(folder: string, needed?: number): string {
  const need = needed === undefined ? '' : ` (${(needed / 1e6).toFixed(1)} MB are needed)`;
  return `no space left on the disk of ${folder}${need}`;
}

/** Bytes that this user may still write there; undefined where the file system does not say. */
export async function freeBytes(folder: string): Promise<number | undefined> {
  const { blocks, bavail, bsize } = await statfs(folder);
  return blocks === 0 ? undefined : bavail * bsize;
}
