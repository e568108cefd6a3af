import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { AethercastError } from '../platform/aethercast-error.js';
import { defaultCacheFolder } from '../platform/assets/index.js';
import { findTemporalCli } from './ensure-temporal-cli.js';
import type { Config } from '../platform/config/load-config.js';
import { errorCode } from '../platform/error-code.js';
import { externalDatabaseUrl } from '../platform/config/external-servers.js';
import { describeHolder } from '../platform/locks/index.js';
import { isRunning } from '../platform/process-identity.js';
import { databaseUser } from './os-user.js';
import { postgresBinaries } from './postgres-binaries.js';
import { sharedFolder } from './postgres-home.js';
import { answersOk } from './service-process.js';
import { findRunningStack } from './stack-file.js';
import { findStackHolder } from './stack-lock.js';
import { stackPaths } from './stack-paths.js';

/** One line of `aethercast doctor`. `detail` says what was found; `remedy` what to do about it. */
export type StackCheck = { name: string; ok: boolean; detail: string; remedy?: string };

/** Checks everything that the local stack needs, without starting a server. Never throws for what it finds. */
export async function checkStack(config: Config): Promise<StackCheck[]> {
  const rest = await Promise.all([
    checkFolder('Data folder', stackPaths(config).data, 'AETHERCAST_DATA'),
    checkFolder(
      'Cache folder',
      path.resolve(config.AETHERCAST_CACHE ?? defaultCacheFolder()),
      'AETHERCAST_CACHE',
    ),
    checkDatabase(config),
    checkTemporal(config),
    checkRunning(config),
  ]);
  return [checkNode(), ...rest];
}

function checkNode(): StackCheck {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  const detail = `Node.js ${process.versions.node}`;
  return ok ? { name: 'Node.js', ok, detail } : bad('Node.js', detail, 'Install Node.js 20.19 or newer.');
}

async function checkFolder(name: string, folder: string, variable: string): Promise<StackCheck> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK | constants.X_OK);
    return { name, ok: true, detail: folder };
  } catch (error) {
    const code = errorCode(error) ?? String(error);
    return bad(
      name,
      `${folder} cannot be written (${code})`,
      `Set ${variable} to a folder that you may write to.`,
    );
  }
}

async function checkDatabase(config: Config): Promise<StackCheck> {
  const name = 'PostgreSQL';
  const url = externalDatabaseUrl(config) ?? (await findRunningStack(config))?.databaseUrl;
  if (url !== undefined) return checkConnection(name, url);
  try {
    const user = await databaseUser();
    const copyTo = user ? sharedFolder : path.resolve(config.AETHERCAST_CACHE ?? defaultCacheFolder());
    const { postgres } = await postgresBinaries(copyTo, user);
    return { name, ok: true, detail: `embedded, ${postgres}` };
  } catch (error) {
    if (!(error instanceof AethercastError)) throw error;
    return bad(name, 'the embedded server cannot be used', error.message);
  }
}

async function checkConnection(name: string, url: string): Promise<StackCheck> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      "SELECT current_setting('server_version') AS version",
    );
    return { name, ok: true, detail: `version ${rows[0]?.version ?? 'unknown'} answers` };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return bad(
      name,
      `the configured server does not answer: ${why}`,
      'Start it, correct DATABASE_URL or POSTGRES_*, or unset them to have one run for you.',
    );
  } finally {
    await client.end();
  }
}

async function checkTemporal(config: Config): Promise<StackCheck> {
  const name = 'Temporal';
  if (config.TEMPORAL_ADDRESS !== undefined) {
    const ok = await acceptsTcp(config.TEMPORAL_ADDRESS);
    if (ok) return { name, ok, detail: `${config.TEMPORAL_ADDRESS} accepts connections` };
    const remedy = 'Start it, correct TEMPORAL_ADDRESS, or unset it to have one run for you.';
    return bad(name, `${config.TEMPORAL_ADDRESS} does not accept connections`, remedy);
  }
  try {
    const cli = await findTemporalCli(config);
    const detail = cli ?? 'not fetched yet; the first start fetches it';
    return { name, ok: true, detail };
  } catch (error) {
    if (!(error instanceof AethercastError)) throw error;
    return bad(name, 'the configured CLI cannot be run', error.message);
  }
}

async function checkRunning(config: Config): Promise<StackCheck> {
  const name = 'Local stack';
  const stack = await findRunningStack(config);
  if (!stack) return checkUnseen(config);
  if (stack.gatewayUrl === undefined) {
    return { name, ok: true, detail: `its servers run (process ${stack.pid}), without services` };
  }
  const urls = [stack.gatewayUrl, ...(stack.streamerUrl === undefined ? [] : [stack.streamerUrl])];
  const ready = await Promise.all(urls.map((url) => answersOk(`${url}/readyz`)));
  const silent = urls.filter((_, at) => ready[at] === false);
  if (silent.length === 0) {
    return { name, ok: true, detail: `running at ${urls.join(', streams at ')} (process ${stack.pid})` };
  }
  return bad(
    name,
    `process ${stack.pid} runs, but ${silent.join(' and ')} is not ready`,
    `Read the logs in ${path.join(stack.dataFolder, 'logs')}, or stop it (kill ${stack.pid}) and start it again.`,
  );
}

/** One that is just starting or stopping has written nothing of itself, and one in another container cannot be asked. */
async function checkUnseen(config: Config): Promise<StackCheck> {
  const name = 'Local stack';
  const found = await findStackHolder(config);
  if (!found) return { name, ok: true, detail: 'not running; "npm start" starts it' };
  const who = describeHolder(found.holder);
  if (found.holder && (await isRunning(found.holder)))
    return { name, ok: true, detail: `starting or stopping (${who})` };
  const { data } = stackPaths(config);
  return bad(
    name,
    `the data folder is in use, but by nothing that can be seen from here (${who})`,
    `If it runs in another container or on another machine, run this command there. If it was killed, stop what it left running. Or set AETHERCAST_DATA to another folder than ${data}.`,
  );
}

function acceptsTcp(address: string): Promise<boolean> {
  const at = address.lastIndexOf(':');
  return new Promise((resolve) => {
    const socket = connect({
      host: address.slice(0, at),
      port: Number(address.slice(at + 1)),
      timeout: 5_000,
    });
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('timeout', () => resolve(false));
    socket.once('close', () => resolve(false));
    socket.once('connect', () => socket.destroy());
    socket.once('timeout', () => socket.destroy());
  });
}

function bad(name: string, detail: string, remedy: string): StackCheck {
  return { name, ok: false, detail, remedy };
}
