import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { browserSuite } from '../support/browser-suite.js';
import { completedEpisode, episode } from '../support/episodes.js';
import { openTemporaryFolder } from '../support/test-servers.js';
import { until } from '../support/until.js';
import { WholeStack } from '../support/local-stacks.js';

/** A feed that nobody answers for: what is found is the same on every machine, with a network or without. */
const deadFeeds = `<?xml version="1.0"?><opml version="2.0"><head><title>Dead</title></head><body>
  <outline text="News"><outline type="rss" text="Dead" xmlUrl="http://127.0.0.1:9/feed.xml"/></outline>
</body></opml>`;

describe('a person who comes for the first time', function () {
  this.timeout(400_000);
  const suite = browserSuite();
  let stack: WholeStack;

  before(async () => {
    const folder = await openTemporaryFolder('journey-');
    suite.ends(() => rm(folder, { recursive: true, force: true }));
    const feeds = path.join(folder, 'feeds.opml');
    await writeFile(feeds, deadFeeds);
    stack = await WholeStack.start({ FEEDS_FILE: feeds });
    suite.ends(() => stack.stop());
  });

  it('searches, listens while it is made, loads the page anew, and takes the file along', async () => {
    const url = await stack.gatewayUrl();
    const { page } = await suite.open();
    await page.goto(url);
    await page.getByRole('heading', { level: 1, name: 'Discover' }).waitFor();

    await page.getByRole('searchbox').fill('Wright brothers aeroplane');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\?q=/);
    await page
      .getByRole('button', { name: /^Listen to / })
      .first()
      .click({ timeout: 60_000 });
    await page.waitForURL(/\/episodes\/[0-9a-f-]{36}$/);
    const id = page.url().split('/').at(-1) ?? '';

    // Pressed once, on the topic: it begins by itself.
    await page.getByRole('slider', { name: 'Position' }).waitFor();
    await until('it sounds', async () => (await positionMs(page)) > 1_500, 120_000);
    assert.equal((await episode(url, id))?.overall_status, 'in_progress', 'it is heard while it is made');
    const heard = await positionMs(page);

    await page.reload();
    await page
      .getByRole('region', { name: 'Player', exact: true })
      .getByRole('button', { name: 'Pause' })
      .waitFor();
    await until('it goes on where it was', async () => (await positionMs(page)) > heard, 60_000);

    const made = await completedEpisode(url, id, 300_000);
    await page.getByRole('main').getByText('Finished', { exact: true }).waitFor();
    const link = page.getByRole('region', { name: 'Downloads' }).getByRole('link', { name: /^Audio/ });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    assert.match(download.suggestedFilename(), /\.mp3$/);
    const file = await readFile(await download.path());
    assert.equal(createHash('sha256').update(file).digest('hex'), made.audio_sha256);

    await page.getByRole('link', { name: 'Library', exact: true }).click();
    await page.getByRole('list', { name: 'Episodes' }).locator(`a[href="/episodes/${id}"]`).waitFor();
  });
});

async function positionMs(page: Page): Promise<number> {
  return Number(await page.getByRole('slider', { name: 'Position' }).inputValue());
}
