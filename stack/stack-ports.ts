import type { Config } from '../platform/config/load-config.js';
import { externalDatabaseUrl } from '../platform/config/external-servers.js';
import { choosePorts, type PortWish } from './choose-ports.js';
import type { ServiceSpec } from './service-process.js';
import type { StackPaths } from './stack-paths.js';
import { unsafePorts } from './unsafe-ports.js';

export type StackPorts = {
  /** The port of a part; throws a RangeError for one that was not asked for. */
  of(name: string): number;
  has(name: string): boolean;
  /** Lets other stacks have them. */
  release(): Promise<void>;
};

/** Chooses every port that a stack needs: servers that are not configured elsewhere, and two per service. */
export async function stackPorts(
  config: Config,
  paths: StackPaths,
  services: readonly ServiceSpec[],
  temporal: { webUi: boolean } | undefined,
): Promise<StackPorts> {
  const chosen = await choosePorts(paths.ports, [
    ...(externalDatabaseUrl(config) === undefined ? [postgresWish(config)] : []),
    ...(temporal !== undefined && config.TEMPORAL_ADDRESS === undefined
      ? temporalWishes(config, temporal)
      : []),
    ...services.flatMap(({ name }) => serviceWishes(config, name)),
  ]);
  return {
    of(name) {
      const port = chosen.byName.get(name);
      if (port === undefined) throw new RangeError(`No port was chosen for ${name}`);
      return port;
    },
    has: (name) => chosen.byName.has(name),
    release: () => chosen.release(),
  };
}

export function internalName(service: string): string {
  return `${service}-internal`;
}

function postgresWish(config: Config): PortWish {
  return { name: 'postgres', configured: config.STACK_POSTGRES_PORT, variable: 'STACK_POSTGRES_PORT' };
}

function temporalWishes(config: Config, { webUi }: { webUi: boolean }): PortWish[] {
  return [
    ...(webUi ? webUiWishes(config) : []),
    { name: 'temporal', configured: config.STACK_TEMPORAL_PORT, variable: 'STACK_TEMPORAL_PORT' },
    // Closed, and numbers alone: a page that reached them would gain little.
    { name: 'temporal-http', among: { ports: unsafePorts, only: false } },
    { name: 'temporal-metrics', among: { ports: unsafePorts, only: false } },
  ];
}

/** The address of people, and the server's own UI, which answers every page that reaches it. */
function webUiWishes(config: Config): PortWish[] {
  return [
    {
      name: 'temporal-ui',
      configured: config.STACK_TEMPORAL_UI_PORT,
      variable: 'STACK_TEMPORAL_UI_PORT',
      preferred: 8233,
    },
    { name: 'temporal-own-ui', among: { ports: unsafePorts, only: true } },
  ];
}

function serviceWishes(config: Config, name: string): PortWish[] {
  if (name === 'gateway') return gatewayWishes(config);
  return [name === 'streamer' ? streamerWish(config) : { name }, { name: internalName(name) }];
}

function streamerWish(config: Config): PortWish {
  return {
    name: 'streamer',
    configured: config.STACK_STREAMER_PORT,
    variable: 'STACK_STREAMER_PORT',
    preferred: 5006,
  };
}

/** PORT and INTERNAL_PORT given to the whole stack mean the gateway's. */
function gatewayWishes(config: Config): PortWish[] {
  return [
    {
      name: 'gateway',
      configured: config.STACK_GATEWAY_PORT ?? config.PORT,
      variable: config.STACK_GATEWAY_PORT === undefined ? 'PORT' : 'STACK_GATEWAY_PORT',
      preferred: 5001,
    },
    { name: internalName('gateway'), configured: config.INTERNAL_PORT, variable: 'INTERNAL_PORT' },
  ];
}
