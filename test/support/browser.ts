// A real Chromium for tests of pages. Found on this machine; where there is none the tests say so and are skipped.
import assert from 'node:assert/strict';
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { readFile } from 'node:fs/promises';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** CHROMIUM_PATH, else what is on PATH; undefined where there is none. */
export function findChromium(): string | undefined {
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

/** Ends a suite's `before` where there is no browser, and says so. */
export function skipWithoutChromium(suite: Mocha.Context): void {
  if (findChromium() !== undefined) return;
  process.stdout.write('      skipped: there is no Chromium; install one, or set CHROMIUM_PATH\n');
  suite.skip();
}

/** @param args beside those that every test needs. Sound may begin without a press unless they say otherwise. */
export function launchChromium(args = ['--autoplay-policy=no-user-gesture-required']): Promise<Browser> {
  const executablePath = findChromium();
  assert.ok(executablePath !== undefined, 'no Chromium was found: set CHROMIUM_PATH');
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', ...args],
  });
}

/** A page in a context of its own, and everything that went wrong in it: console errors, CSP violations, exceptions. */
export type WatchedPage = { page: Page; faults: string[]; close(): Promise<void> };

export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  return { page, faults, close: () => context.close() };
}

export const phone = { width: 390, height: 844 } as const;

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

type AxeResult = { violations: { id: string; impact: string | null; nodes: { html: string }[] }[] };

/** What axe-core calls serious or critical on the page as it is, in sentences. */
export async function seriousViolations(page: Page): Promise<string[]> {
  // Through the debugger, since the page's policy refuses scripts that are not its own.
  await page.evaluate(await readFile(axeFile, 'utf8'));
  const { violations } = await page.evaluate<AxeResult>('window.axe.run()');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, nodes }) => `${impact ?? ''} ${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** The browser writes a line for each answer that is no success: those that a test asked for, and must be there, go. */
export function forgive({ faults }: WatchedPage, what: string | number): void {
  const others = faults.filter((fault) => !fault.includes(String(what)));
  assert.ok(others.length < faults.length, `no ${what} among:\n${faults.join('\n')}`);
  faults.splice(0, Infinity, ...others);
}
