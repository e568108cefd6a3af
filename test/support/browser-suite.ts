// A suite in a real Chromium; where there is none it says so and is skipped.
import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { findChromium, launchChromium, openPage, type OpenOptions, type WatchedPage } from './chromium.js';

export type BrowserSuite = {
  open(options?: OpenOptions): Promise<WatchedPage>;
  /** To be run after the suite, the last one first; also when its `before` failed half-way. */
  ends(end: () => Promise<unknown>): void;
};

/**
 * For the suite that is being described: one Chromium, and the pages that its tests open. They are closed after each
 * test, which fails on whatever went wrong in them.
 *
 * @param args of the browser, see `launchChromium`
 */
export function browserSuite(args?: string[]): BrowserSuite {
  let browser: Browser | undefined;
  const opened: WatchedPage[] = [];
  const ends: (() => Promise<unknown>)[] = [];

  before(async function () {
    if (findChromium() === undefined) {
      process.stdout.write('      skipped: there is no Chromium; install one, or set CHROMIUM_PATH\n');
      this.skip();
    }
    browser = await launchChromium(args);
  });
  afterEach(async () => {
    const watched = opened.splice(0);
    await Promise.all(watched.map(({ page }) => page.context().close()));
    assert.deepEqual(
      watched.flatMap(({ faults }) => faults),
      [],
    );
  });
  after(async () => {
    // Before the servers, which would wait for its connections.
    await browser?.close();
    for (const end of ends.toReversed()) await end();
  });

  return {
    async open(options) {
      assert.ok(browser !== undefined, 'pages are opened when the suite has begun');
      const watched = await openPage(browser, options);
      opened.push(watched);
      return watched;
    },
    ends: (end) => void ends.push(end),
  };
}
