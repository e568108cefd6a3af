// A real Chromium, found on this machine.
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** A page in a context of its own, and everything that went wrong in it: console errors, CSP violations, exceptions. */
export type WatchedPage = { page: Page; faults: string[] };

export type OpenOptions = BrowserContextOptions & {
  /** What a test may provoke, since a browser logs every answer that is a refusal. What it must: `forgive`. */
  allow?: RegExp;
};

/** CHROMIUM_PATH, else what is on PATH; undefined where there is none. */
export function findChromium(): string | undefined {
  const { CHROMIUM_PATH: given, PATH = '' } = process.env;
  if (given !== undefined && given !== '') return given;
  // The first is all that tests need, and takes a third less of the processor.
  const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];
  const folders = PATH.split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param args beside those that every test needs. Sound may begin without a press unless they say otherwise. */
export async function launchChromium(
  args = ['--autoplay-policy=no-user-gesture-required'],
): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium was found: set CHROMIUM_PATH');
  return chromium.launch({ executablePath, args: ['--no-sandbox', ...args] });
}

export async function openPage(
  browser: Browser,
  { allow, ...options }: OpenOptions = {},
): Promise<WatchedPage> {
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
