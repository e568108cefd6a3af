import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { AethercastError } from '../platform/aethercast-error.js';
import { errorCode, exitCode } from '../platform/error-code.js';
import { waitUntil } from './wait-until.js';

const run = promisify(execFile);

export type OsUser = { uid: number; gid: number };

const ownName = 'aethercast';

/**
 * The user that PostgreSQL runs as when this process is root, whom PostgreSQL refuses: one of its own, made when it
 * is missing. Undefined when this process is not root. Throws STACK_START_FAILED.
 */
export async function databaseUser(): Promise<OsUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const existing = await findUser(ownName);
  if (existing) return existing;
  await createUser();
  let made: OsUser | undefined;
  // Another process may be making it right now: user databases are locked meanwhile.
  await waitUntil(async () => (made = await findUser(ownName)) !== undefined, 2_000);
  const user = made ?? (await findUser('postgres')) ?? (await findUser('nobody'));
  if (user) return user;
  throw new AethercastError('STACK_START_FAILED', {
    message: `PostgreSQL does not run as root and the user ${ownName} could not be made. Run: useradd --system ${ownName}. Or start Aethercast as another user, or set DATABASE_URL.`,
  });
}

/** Whether a user can walk to a folder: every folder above and itself open for him. */
export async function canWalkTo(user: OsUser, folder: string): Promise<boolean> {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const { mode, uid, gid } = await stat(at);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

async function findUser(name: string): Promise<OsUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch (error) {
    if (!couldNotRun(error)) throw error;
    return undefined;
  }
}

/** With shadow's tool, else busybox's (Alpine). Whether it worked shows in the user database. */
async function createUser(): Promise<void> {
  const attempts: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', ownName]],
    ['adduser', ['-S', '-D', '-H', ownName]],
  ];
  for (const [command, args] of attempts) {
    try {
      await run(command, args);
      return;
    } catch (error) {
      if (!couldNotRun(error)) throw error;
    }
  }
}

/** The program is missing, or it ended with an error. */
function couldNotRun(error: unknown): boolean {
  return (errorCode(error) ?? exitCode(error)) !== undefined;
}
