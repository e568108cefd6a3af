// Shared by every suite; loaded before the tests.
import { closeSharedTools } from './support/shared-tools.js';
import { stopTestServers } from './support/test-servers.js';

export const mochaHooks = {
  async afterAll(this: Mocha.Context): Promise<void> {
    this.timeout(60_000);
    await closeSharedTools();
    await stopTestServers();
  },
};
