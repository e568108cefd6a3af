import path from 'node:path';
import { fetch } from 'undici';
import { inheritedEnvironment, type Config } from '../platform/config/load-config.js';
import { defined } from '../platform/defined.js';
import { httpAddress } from '../platform/http/http-address.js';
import { streamerPaths } from '../platform/streamer-paths.js';
import type { StackPaths } from './stack-paths.js';
import type { ProcessSpec } from './supervised-process.js';

/** A process of ours that the stack keeps running, such as the gateway. */
export type ServiceSpec = {
  /** `gateway`, `worker`, ...: its prefix in the log. */
  name: string;
  /** Default: this Node. */
  command?: string;
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Whether it also gets an INTERNAL_PORT. */
  hasInternalListener?: boolean;
  /** Path on its PORT that answers 200 once it is ready. Default: /readyz. */
  readyPath?: string;
  /** How long it may take to stop before it is killed. Default: 10 s. */
  graceMs?: number;
};

/** What every service is told of the stack. */
export type ServiceSurroundings = {
  config: Config;
  paths: StackPaths;
  databaseUrl: string;
  temporalAddress: string;
  serviceToken: string;
  port: number;
  internalPort: number | undefined;
  /** Undefined when the stack runs no gateway. */
  gatewayUrl: string | undefined;
  /** Undefined when Temporal is not ours. */
  temporalUiUrl: string | undefined;

  /** Undefined when the stack runs no streamer. */
  streamer: { port: number; internalPort: number } | undefined;
};

export function serviceProcess(spec: ServiceSpec, surroundings: ServiceSurroundings): ProcessSpec {
  const address = `${httpAddress(surroundings.config.HOST, surroundings.port)}${spec.readyPath ?? '/readyz'}`;
  return {
    name: spec.name,
    command: spec.command ?? process.execPath,
    args: spec.args,
    cwd: process.cwd(),
    env: { ...serviceEnvironment(surroundings), ...spec.env },
    ipc: true,
    stopSignal: 'SIGTERM',
    graceMs: spec.graceMs ?? 10_000,
    readyWithinMs: 60_000,
    isReady: () => answersOk(address),
  };
}

function serviceEnvironment(surroundings: ServiceSurroundings): NodeJS.ProcessEnv {
  const { config, paths, internalPort } = surroundings;
  return {
    ...inheritedEnvironment(),
    // One given to the whole stack is the gateway's; an empty variable counts as unset.
    INTERNAL_PORT: internalPort === undefined ? '' : String(internalPort),
    AETHERCAST_DATA: paths.data,
    MEDIA_DIR: paths.media,
    ...defined({ AETHERCAST_CACHE: config.AETHERCAST_CACHE && path.resolve(config.AETHERCAST_CACHE) }),
    DATABASE_URL: surroundings.databaseUrl,
    TEMPORAL_ADDRESS: surroundings.temporalAddress,
    TEMPORAL_NAMESPACE: config.TEMPORAL_NAMESPACE,
    ...(surroundings.temporalUiUrl === undefined || config.TEMPORAL_UI_URL !== undefined
      ? {}
      : { TEMPORAL_UI_URL: surroundings.temporalUiUrl }),
    SERVICE_TOKEN: surroundings.serviceToken,
    PORT: String(surroundings.port),
    // Where the gateway is was decided when the stack started; a worker that writes mails must know.
    ...(surroundings.gatewayUrl === undefined || config.PUBLIC_URL !== undefined
      ? {}
      : { PUBLIC_URL: surroundings.gatewayUrl }),
    ...(surroundings.streamer === undefined ? {} : streamerAddresses(config, surroundings.streamer)),
  };
}

/** Where the gateway sends listeners, and whom a worker tells of a finished episode; the operator may know better. */
function streamerAddresses(
  config: Config,
  { port, internalPort }: { port: number; internalPort: number },
): NodeJS.ProcessEnv {
  const notices = httpAddress(config.INTERNAL_HOST, internalPort) + streamerPaths.notifyNewAudio;
  return {
    ASF_PORT: inheritedEnvironment()['ASF_PORT'] || String(port),
    ASF_NOTIFICATION_URL: config.ASF_NOTIFICATION_URL ?? notices,
  };
}

export async function answersOk(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.status === 200;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}
