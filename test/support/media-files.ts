import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../../platform/error-code.js';

/** Every file below the folder, relative to it and in order; none when there is no folder yet. */
export async function filesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
      .sort();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
