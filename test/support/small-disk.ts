import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * A file system of its own of so many bytes at `folder`, or undefined where this user may not mount one.
 * @returns what takes it away again.
 */
export async function mountSmallDisk(
  folder: string,
  bytes: number,
): Promise<(() => Promise<void>) | undefined> {
  await mkdir(folder, { recursive: true });
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder]);
  } catch {
    return undefined;
  }
  return async () => {
    await run('umount', [folder]);
  };
}
