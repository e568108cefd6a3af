// A streamer as a process of its own, which can be stopped and killed.
import type { Config } from '../../platform/config/load-config.js';
import { startChild, type ChildProgram } from './child-process.js';

export type StreamerProcess = ChildProgram & { port: number };

/** On the database and the media of a world. @param port default: a free one */
export async function startStreamer(
  config: Pick<Config, 'AETHERCAST_DATA' | 'DATABASE_URL' | 'SERVICE_TOKEN'>,
  port = 0,
): Promise<StreamerProcess> {
  const child = await startChild('streamer/main.js', {
    env: {
      PATH: process.env['PATH'],
      AETHERCAST_DATA: config.AETHERCAST_DATA,
      DATABASE_URL: config.DATABASE_URL,
      SERVICE_TOKEN: config.SERVICE_TOKEN,
      PORT: String(port),
    },
    ready: /"port":\d+.*listens/,
  });
  return { ...child, port: Number(/"port":(\d+)/.exec(child.readyLine)?.[1]) };
}
