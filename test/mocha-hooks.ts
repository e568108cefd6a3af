// Shared by every suite; loaded before the tests.
import { closeSharedTools } from './support/shared-tools.js';
import { stopTestServers } from './support/test-servers.js';

// Flite is fast and always there; tests of the local voices ask for them by name.
process.env['SPEECH_PROVIDER'] ??= 'flite';
// Whole stacks of tests ask no feeds of the world for a landing page.
process.env['DISCOVERY_REFRESH_MINUTES'] ??= '0';

export const mochaHooks = {
  async afterAll(this: Mocha.Context): Promise<void> {
    this.timeout(60_000);
    await closeSharedTools();
    await stopTestServers();
  },
};
