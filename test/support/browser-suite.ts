// A suite in a real Chromium. Found on this machine; where there is none the suite says so and is skipped.
import assert from 'node:assert/strict';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** A page in a context of its own, and everything that went wrong in it: console errors, CSP violations, exceptions. */
export type WatchedPage = { page: Page; faults: string[] };

export type OpenOptions = BrowserContextOptions & {
  /** What a test may provoke, since a browser logs every answer that is a refusal. What it must: `forgive`. */
  allow?: RegExp;
};

export type BrowserSuite = {
  open(options?: OpenOptions): Promise<WatchedPage>;
  /** To be run after the suite, the last one first; also when its `before` failed half-way. */
  ends(end: () => Promise<unknown>): void;
};

/**
 * For the suite that is being described: one Chromium, and the pages that its tests open. They are closed after each
 * test, which fails on whatever went wrong in them.
 *
 * @param args beside those that every test needs. Sound may begin without a press unless they say otherwise.
 */
export function browserSuite(args = ['--autoplay-policy=no-user-gesture-required']): BrowserSuite {
  let browser: Browser | undefined;
  const opened: WatchedPage[] = [];
  const ends: (() => Promise<unknown>)[] = [];

  before(async function () {
    const executablePath = findChromium();
    if (executablePath === undefined) {
      process.stdout.write('      skipped: there is no Chromium; install one, or set CHROMIUM_PATH\n');
      this.skip();
    }
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', ...args] });
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

/** CHROMIUM_PATH, else what is on PATH; undefined where there is none. */
function findChromium(): string | undefined {
  const { CHROMIUM_PATH: given, PATH = '' } = process.env;
  if (given !== undefined && given !== '') return given;
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  return PATH.split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function openPage(browser: Browser, { allow, ...options }: OpenOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, ...options });
  const faults: string[] = [];
  function note(fault: string): void {
    if (allow?.test(fault) !== true) faults.push(fault);
  }
  context.on('console', (message) => {
    if (message.type() === 'error') note(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => note(String(error.error())));
  return { page: await context.newPage(), faults };
}
