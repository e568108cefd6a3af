// Gateways and streamers as processes of their own, which can be stopped and killed.
import type { Config } from '../../platform/config/load-config.js';
import type { BrowserSuite } from './browser-suite.js';
import { startChild, type ChildProgram } from './child-process.js';
import { freePort } from './free-port.js';
import type { World } from './world.js';

type Place = Pick<Config, 'AETHERCAST_DATA' | 'DATABASE_URL' | 'SERVICE_TOKEN'>;

export type StreamerProcess = ChildProgram & { port: number };

/** On the database and the media of a world. @param port default: a free one */
export async function startStreamer(config: Place, port = 0): Promise<StreamerProcess> {
  const child = await startService('streamer', config, port);
  return { ...child, port: Number(/"port":(\d+)/.exec(child.readyLine)?.[1]) };
}

/** On the database, the engine and the media of a world. */
export function startGateway(
  config: Place & Pick<Config, 'TEMPORAL_ADDRESS' | 'TEMPORAL_NAMESPACE' | 'ASF_PORT'>,
  port: number,
): Promise<ChildProgram> {
  const { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, ASF_PORT } = config;
  const more = { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, ASF_PORT: String(ASF_PORT) };
  return startService('gateway', config, port, more);
}

function startService(
  name: 'gateway' | 'streamer',
  { AETHERCAST_DATA, DATABASE_URL, SERVICE_TOKEN }: Place,
  port: number,
  more: NodeJS.ProcessEnv = {},
): Promise<ChildProgram> {
  return startChild(`${name}/main.js`, {
    env: {
      PATH: process.env['PATH'],
      AETHERCAST_DATA,
      DATABASE_URL,
      SERVICE_TOKEN,
      PORT: String(port),
      ...more,
    },
    ready: /"port":\d+.*listens/,
  });
}

/** One that is there but for while a test wants to see what happens without it. */
export class ReplaceableService {
  readonly #start: () => Promise<ChildProgram>;
  #now: ChildProgram;

  private constructor(start: () => Promise<ChildProgram>, now: ChildProgram) {
    this.#start = start;
    this.#now = now;
  }

  static async begin(start: () => Promise<ChildProgram>): Promise<ReplaceableService> {
    return new ReplaceableService(start, await start());
  }

  /** Kills it, does that, and puts another one into its place, also when that failed. */
  async away<Found>(act: () => Promise<Found>): Promise<Found> {
    await this.#now.kill();
    try {
      return await act();
    } finally {
      this.#now = await this.#start();
    }
  }

  stop(): Promise<void> {
    return this.#now.stop();
  }
}

/** A world for a suite in a browser, and a streamer where its pages look for one. Both end with the suite. */
export async function streamedWorld<Kind extends World>(
  suite: BrowserSuite,
  create: (env: NodeJS.ProcessEnv) => Promise<Kind>,
): Promise<{ world: Kind; streamer: ReplaceableService }> {
  const port = await freePort();
  const world = await create({ ASF_PORT: String(port) });
  suite.ends(() => world.close());
  const streamer = await ReplaceableService.begin(() => startStreamer(world.config, port));
  suite.ends(() => streamer.stop());
  return { world, streamer };
}
