// What tests ask of the pages of a `browserSuite`.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import type { Page, Request } from 'playwright-core';
import type { WatchedPage } from './chromium.js';
import { until } from './until.js';

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

/** Codes, variables and agents' names that are seen on the page without opening any details. */
export async function codesShown(page: Page): Promise<string[]> {
  // `innerText` is what is rendered: nothing of closed details.
  const text = await page.evaluate<string>('document.body.innerText');
  return (
    text.match(/\b(?:[A-Z][A-Z0-9]*_[A-Z0-9_]+|HTTP \d{3}|TDA|WCHA|SCA|PSWA|VFA|IGA|CPOA|ASF|AIMS)\b/g) ?? []
  );
}

/** The browser writes a line for each answer that is no success: those that a test asked for, and must be there, go. */
export function forgive({ faults }: WatchedPage, what: string | number): void {
  const others = faults.filter((fault) => !fault.includes(String(what)));
  assert.ok(others.length < faults.length, `no ${what} among:\n${faults.join('\n')}`);
  faults.splice(0, Infinity, ...others);
}

/**
 * To be called before the page is opened (anywhere but in the Library). Answers what waits until the app has fetched the
 * code of all its pages, which it does ahead of need.
 */
export function codeOfAllPages(page: Page): () => Promise<void> {
  const underWay = new Set<Request>();
  // The app asks for all of them in one go.
  let hasBegun = false;
  page.on('request', (request) => {
    underWay.add(request);
    if (request.url().includes('/assets/library-')) hasBegun = true;
  });
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => underWay.delete(request));
  return () => until('the code of all pages', () => hasBegun && underWay.size === 0);
}
