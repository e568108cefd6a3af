import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { inheritedEnvironment, type Config } from '../../platform/config/load-config.js';
import { findRunningStack } from '../../stack/index.js';
import { CliError } from '../terminal/cli-error.js';
import type { ProgressLine } from '../terminal/progress-line.js';

const readyMs = 120_000;
const pollMs = 100;

/** Starts `aethercast up` as a process that outlives this one. Answers its gateway's address. */
export async function startKeptStack(config: Config, progress: ProgressLine): Promise<string> {
  const logFolder = path.resolve(config.AETHERCAST_DATA, 'logs');
  await mkdir(logFolder, { recursive: true });
  const log = await open(path.join(logFolder, 'up.log'), 'a');
  progress.say('Starting Aethercast in the background');
  const child = spawn(process.execPath, [process.argv[1] ?? '', 'up'], {
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    env: inheritedEnvironment(),
  });
  await log.close();
  const failed = once(child, 'exit').then(() => {
    throw new CliError(`Aethercast did not start. The reason is in ${path.join(logFolder, 'up.log')}.`, 1);
  });
  const gatewayUrl = await Promise.race([failed, waitForGateway(config)]);
  failed.catch(() => undefined);
  child.unref();
  progress.end();
  return gatewayUrl;
}

async function waitForGateway(config: Config): Promise<string> {
  const giveUpAt = Date.now() + readyMs;
  while (Date.now() < giveUpAt) {
    const url = (await findRunningStack(config))?.gatewayUrl;
    if (url !== undefined && (await isReady(url))) return url;
    await delay(pollMs);
  }
  throw new CliError('Aethercast was not ready within two minutes.', 1);
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
