// What tests ask of the pages of a `browserSuite`.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { WatchedPage } from './chromium.js';

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
