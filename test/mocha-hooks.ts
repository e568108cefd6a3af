// Loaded by mocha before the tests: what every run of mocha shares.
import { closeSharedTools } from './support/shared-tools.js';
import { shareTestServers, stopTestServers } from './support/test-servers.js';

// Flite is fast and always there; tests of the local voices ask for them by name.
process.env['SPEECH_PROVIDER'] ??= 'flite';
// Whole stacks of tests ask no feeds of the world for a landing page.
process.env['DISCOVERY_REFRESH_MINUTES'] ??= '0';

/** Mocha's processes that run files side by side use the same servers, so they are started before those. */
export async function mochaGlobalSetup(this: { isParallelMode(): boolean }): Promise<void> {
  if (this.isParallelMode()) await shareTestServers();
}

export async function mochaGlobalTeardown(): Promise<void> {
  await closeSharedTools();
  await stopTestServers();
}
