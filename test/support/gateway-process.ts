// A gateway as a process of its own, which can be stopped and killed.
import type { Config } from '../../platform/config/load-config.js';
import { startChild, type ChildProgram } from './child-process.js';

/** On the database, the engine and the media of a world. */
export function startGateway(
  config: Pick<
    Config,
    'AETHERCAST_DATA' | 'DATABASE_URL' | 'TEMPORAL_ADDRESS' | 'TEMPORAL_NAMESPACE' | 'SERVICE_TOKEN'
  >,
  port: number,
): Promise<ChildProgram> {
  return startChild('gateway/main.js', {
    env: {
      PATH: process.env['PATH'],
      AETHERCAST_DATA: config.AETHERCAST_DATA,
      DATABASE_URL: config.DATABASE_URL,
      TEMPORAL_ADDRESS: config.TEMPORAL_ADDRESS,
      TEMPORAL_NAMESPACE: config.TEMPORAL_NAMESPACE,
      SERVICE_TOKEN: config.SERVICE_TOKEN,
      PORT: String(port),
    },
    ready: /"port":\d+.*listens/,
  });
}
