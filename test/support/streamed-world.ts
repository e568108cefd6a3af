import type { BrowserSuite } from './browser-suite.js';
import { freePort } from './free-port.js';
import { ReplaceableService, startStreamer } from './service-process.js';
import type { World } from './world.js';

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
