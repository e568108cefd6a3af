import { errorCode } from '../../platform/error-code.js';

/** Why a file that was named cannot be read, and what to do. */
export function unreadableFile(file: string, error: unknown): string {
  switch (errorCode(error)) {
    case 'ENOENT':
      return `There is no file ${file}.`;
    case 'EACCES':
    case 'EPERM':
      return `You may not read the file ${file}. Check its permissions.`;
    case 'EISDIR':
      return `${file} is a folder. Name a file in it.`;
    case undefined:
    default:
      return `The file ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}
