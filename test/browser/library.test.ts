import assert from 'node:assert/strict';
import NodeId3 from 'node-id3';
import type { Locator } from 'playwright-core';
import { AethercastError } from '../../platform/aethercast-error.js';
import { forgive, phone, seriousViolations } from '../support/browser.js';
import { browserSuite } from '../support/browser-suite.js';
import type { WatchedPage } from '../support/chromium.js';
import { Gate } from '../support/faults.js';
import { ordered } from '../support/gateway-http.js';
import { GrowingEpisode } from '../support/growing-episode.js';
import { ended, segmentOf } from '../support/runs.js';
import { requestOf } from '../support/sources.js';
import { until } from '../support/until.js';
import { streamedWorld } from '../support/service-processes.js';
import { createWorld, type World } from '../support/world.js';

const thin = { topic: 'Hardly a word', sources: [{ text: 'Too short.' }] };

/** Sooner than anything is asked for anew by itself. */
const soon = { timeout: 8_000 };

describe('the Library page', function () {
  this.timeout(120_000);
  const suite = browserSuite();
  let world: World;
  let watched: WatchedPage;

  before(async () => {
    ({ world } = await streamedWorld(suite, (env) => createWorld({ env })));
  });
  beforeEach(async () => {
    watched = await suite.open();
  });
  afterEach(() => world.mend());

  it('leads to Create and Discover while there is nothing in it', async () => {
    await visit();
    await watched.page.getByRole('heading', { name: 'No episodes yet' }).waitFor();
    const main = watched.page.getByRole('main');
    assert.equal(await main.getByRole('link', { name: 'Discover topics' }).getAttribute('href'), '/');
    await main.getByRole('link', { name: 'Create an episode' }).click();
    await watched.page.waitForURL('**/create');
  });

  it('shows an episode while it is made and when it is finished, by itself', async () => {
    const gate = new Gate();
    world.faults.forge = (at) => (segmentOf(at) >= 2 ? gate.pass(at) : undefined);
    await ordered(world, requestOf('Bell Rock'));
    await visit();
    const item = episode('Skerry');
    await item.getByText('Recording the voices').waitFor();
    await item.getByText(/^2 of \d+ lines$/).waitFor();
    assert.equal(await item.getByRole('progressbar').getAttribute('value'), '2');
    gate.open();
    await item.getByText('Finished').waitFor();
    await item.getByLabel(/^Length 0:\d\d$/).waitFor();
    await until('its cover is shown', () =>
      watched.page.evaluate<boolean>('document.querySelector("main li img")?.naturalWidth > 0'),
    );
  });

  it('plays in a row, says how far one has heard, and has the diagnostics last', async () => {
    const { page } = watched;
    await visit('?state=finished');
    const item = episode('Skerry').first();
    await item.getByRole('button', { name: /^Play / }).click();
    await item.getByRole('button', { name: /^Pause / }).waitFor();
    await page.getByRole('region', { name: 'Now playing' }).waitFor();
    await item.getByText(/^0:0[1-9] of 0:\d\d heard$/).waitFor();
    await item.getByRole('button', { name: /^Pause / }).click();
    await item.getByRole('button', { name: /^Play / }).waitFor();
    const last = item.locator('a, button').last();
    assert.equal(await last.textContent(), 'Diagnostics');
    // As when one has listened for half a minute on another day.
    const id = (
      await item
        .getByRole('link', { name: /Skerry/ })
        .first()
        .getAttribute('href')
    )
      ?.split('/')
      .at(-1);
    await page.getByRole('button', { name: 'Close the player' }).click();
    await page.evaluate(`localStorage.setItem('aethercast.positions', '{"${id ?? ''}": 31000}')`);
    await page.reload();
    await item.getByText(/^0:31 of 0:\d\d heard$/).waitFor();
    assert.equal(await item.getByRole('progressbar', { name: 'Listened' }).getAttribute('value'), '31000');
  });

  it('renames in place, and the list, the player, the page and the file know it at once', async () => {
    const { page } = watched;
    await visit('?state=finished');
    const item = episode('Skerry').first();
    await item.getByRole('button', { name: /^Play / }).click();
    const player = page.getByRole('region', { name: 'Now playing' });
    await player.waitFor();
    await item.getByRole('button', { name: /^Pause / }).click();
    await item.getByRole('button', { name: /^Rename / }).click();
    const dialog = page.getByRole('dialog', { name: 'Rename the episode' });
    await dialog.getByLabel('Title').fill('  ');
    assert.ok(await dialog.getByRole('button', { name: 'Rename' }).isDisabled());
    assert.deepEqual(await seriousViolations(page), []);
    await dialog.getByLabel('Title').fill('The stone light');
    await page.keyboard.press('Enter');
    await page.getByText(/ is called “The stone light” now\.$/).waitFor(soon);
    await dialog.waitFor({ state: 'detached' });
    await player.getByRole('link', { name: 'The stone light' }).waitFor(soon);
    await episode('The stone light').waitFor(soon);
    await episode('The stone light').getByRole('link', { name: 'The stone light', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'The stone light' }).waitFor(soon);
    const id = page.url().split('/').at(-1) ?? '';
    const file = Buffer.from(
      await (await fetch(`${world.url}/api/v1/podcasts/${id}/audio.mp3`)).arrayBuffer(),
    );
    assert.equal(NodeId3.read(file).title, 'The stone light');
    const renamed = await fetch(`${world.url}/api/v1/podcasts/${id}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ title: 'The lighthouse of Skerry' }),
    });
    assert.equal(renamed.status, 200);
  });

  it('says why one failed and what helps, and makes it again in place', async () => {
    world.faults.forge = (at) => {
      if (segmentOf(at) === 3) throw new AethercastError('VFA_SEGMENT_SILENT');
    };
    const id = await ordered(world, { ...requestOf('Quiet'), topic: 'Quiet' });
    await ended(world, id);
    await visit('?state=failed');
    const item = watched.page.getByRole('listitem').filter({ hasText: 'Line 4: ' });
    await item.getByText('The recording is silent.').waitFor();
    await item.getByText(/Retry records only the missing lines/).waitFor();
    world.mend();
    await item.getByRole('button', { name: /^Retry / }).click();
    await watched.page.getByText(/is being made again\.$/).waitFor();
    await ended(world, id, 2);
    await watched.page.getByRole('heading', { name: 'No matches' }).waitFor();
    await watched.page.getByRole('button', { name: 'Show all' }).click();
    await until('both are finished', async () => (await watched.page.getByText('Finished').count()) >= 3);
  });

  it('finds by words and by state, and keeps both over a reload', async () => {
    await ended(world, await ordered(world, thin));
    await visit();
    await episode('Hardly a word').waitFor();
    // The same would fail again, so that is not offered.
    await episode('Hardly a word').getByRole('link', { name: 'Edit Hardly a word and try again' }).waitFor();
    assert.equal(
      await episode('Hardly a word')
        .getByRole('button', { name: /^Retry / })
        .count(),
      0,
    );
    await watched.page.getByLabel('Search your episodes').fill('hardly');
    await until('the others go', async () => (await count()) === 1);
    await watched.page.getByRole('button', { name: 'Failed', exact: true }).click();
    await watched.page.waitForURL('**/library?q=hardly&state=failed');
    await watched.page.reload();
    await episode('Hardly a word').waitFor();
    assert.equal(await count(), 1);
    assert.equal(await watched.page.getByLabel('Search your episodes').inputValue(), 'hardly');
    assert.equal(
      await watched.page.getByRole('button', { name: 'Failed', exact: true }).getAttribute('aria-pressed'),
      'true',
    );
    await watched.page.getByRole('button', { name: 'Finished', exact: true }).click();
    await watched.page.getByRole('heading', { name: 'No matches' }).waitFor();
    await watched.page.getByRole('button', { name: 'Show all' }).click();
    await watched.page.waitForURL('**/library');
    assert.equal(await watched.page.getByLabel('Search your episodes').inputValue(), '');
  });

  it('asks before it deletes, gives the focus back, and says what was done', async () => {
    const { page } = watched;
    await visit('?q=hardly');
    await page.getByRole('button', { name: 'Delete Hardly a word' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /Delete “Hardly a word”/ });
    await dialog.waitFor();
    assert.deepEqual(await seriousViolations(page), []);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.equal(await focused(), 'Delete Hardly a word');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('“Hardly a word” was deleted.').waitFor();
    await until('it is gone', async () => (await count()) === 0);
    await until(
      'the focus is at the sentence',
      async () => (await focused()) === '“Hardly a word” was deleted.',
    );
  });

  it('lets the diagnostics know at once what was deleted here', async () => {
    const { page } = watched;
    const made = await begin('Undertow');
    await made.fail();
    await visit('?q=undertow');
    await page.getByRole('link', { name: 'Diagnostics of Undertow' }).click();
    await page.getByRole('button', { name: 'Retry' }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Delete Undertow' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('“Undertow” was deleted.').waitFor();
    await page.goForward();
    await page.getByText(/^The episode was deleted on /).waitFor(soon);
    assert.equal(await page.getByRole('button', { name: 'Retry' }).count(), 0);
  });

  it('cancels one under way before it deletes it, also when it began meanwhile', async () => {
    const { page } = watched;
    const running = await GrowingEpisode.begin(world);
    await visit('?q=tides');
    await page.getByRole('button', { name: 'Delete Tides' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Making it is cancelled first.').waitFor();
    assert.equal(await dialog.getByRole('button', { name: 'Delete', exact: true }).count(), 0);
    await dialog.getByRole('button', { name: 'Keep it' }).click();
    await dialog.waitFor({ state: 'detached' });

    // The server refuses what this page took for possible.
    await page.route('**/api/v1/podcasts/*', (route) =>
      route.request().method() === 'DELETE'
        ? route.fulfill({ status: 409, contentType: 'application/problem+json', body: conflict })
        : route.continue(),
    );
    await running.cancel();
    await page.getByText('Cancelled', { exact: true }).last().waitFor();
    await episode('Tides').getByText('Cancelled').waitFor();
    await page.getByRole('button', { name: 'Delete Tides' }).click();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await dialog.getByRole('alert').getByText('Making it is cancelled first.').waitFor();
    await page.unroute('**/api/v1/podcasts/*');
    await dialog.getByRole('button', { name: 'Cancel and delete' }).click();
    await page.getByText('“Tides” was deleted.').waitFor();
    forgive(watched, 409);
  });

  it('lets an episode that was deleted elsewhere go with a sentence, by itself or when it is touched', async () => {
    const { page } = watched;
    const [first, second] = [await begin('Ebb'), await begin('Flow')];
    await first.fail();
    await second.fail();
    await page.clock.install();
    await visit();
    await episode('Ebb').waitFor();
    assert.equal(
      await page.getByRole('listitem').getByRole('progressbar').count(),
      0,
      'nothing is under way',
    );
    await first.delete();
    await page.clock.runFor(31_000);
    await page.getByText('“Ebb” was deleted elsewhere.').waitFor();
    assert.equal(await episode('Ebb').count(), 0);

    await visit('?q=flow');
    const retry = page.getByRole('button', { name: 'Retry Flow' });
    await retry.waitFor();
    await second.delete();
    await retry.click();
    await page.getByText('“Flow” was deleted elsewhere.').waitFor();
    await until('it is gone', async () => (await retry.count()) === 0);
    forgive(watched, 410);
  });

  it('loads more when there are many', async () => {
    for (let made = 0; made < 24; made += 1) await (await GrowingEpisode.begin(world)).cancel();
    await visit('?state=cancelled');
    await until('a page is there', async () => (await count()) === 20);
    await watched.page.getByRole('button', { name: 'Load more' }).click();
    await until('the rest is there', async () => (await count()) >= 24);
    assert.equal(await watched.page.getByRole('button', { name: 'Load more' }).count(), 0);
  });

  it('says when the server is away, and goes on by itself when it is back', async () => {
    const { page } = watched;
    await page.route('**/api/v1/podcasts?*', (route) => route.abort());
    await visit('?q=skerry');
    await page.getByText('Your episodes could not be loaded.').waitFor();
    await page.getByText(/this page keeps trying/).waitFor();
    await page.unroute('**/api/v1/podcasts?*');
    await episode('Skerry').first().waitFor({ timeout: 30_000 });
    assert.equal(await page.getByText('Your episodes could not be loaded.').count(), 0);
    forgive(watched, 'ERR_FAILED');
  });

  for (const [look, options] of Object.entries({
    light: { colorScheme: 'light' },
    dark: { colorScheme: 'dark' },
    'on a phone': { colorScheme: 'light', viewport: phone },
  } as const)) {
    it(`is accessible and fits, ${look}`, async () => {
      watched = await suite.open(options);
      await GrowingEpisode.begin(world).then((made) => made.fail());
      await visit();
      await episode('Tides').first().waitFor();
      assert.deepEqual(await seriousViolations(watched.page), []);
      const wider = await watched.page.evaluate('document.documentElement.scrollWidth - innerWidth');
      assert.ok(typeof wider === 'number' && wider <= 0, `${String(wider)} px too wide`);
      const hidden = await watched.page.evaluate(
        '((nav) => nav.scrollWidth - nav.clientWidth)(document.querySelector("nav"))',
      );
      assert.equal(hidden, 0, 'all places of the app are in sight');
    });
  }

  const conflict = JSON.stringify({
    error_code: 'API_GW_PODCAST_STATE_CONFLICT',
    message: 'The episode is pending.',
    retryable: false,
  });

  /** A run on record about that topic. */
  async function begin(topic: string): Promise<GrowingEpisode> {
    const made = await GrowingEpisode.begin(world);
    await world.db.updateTable('podcasts').set({ topic }).where('podcast_id', '=', made.podcastId).execute();
    return made;
  }

  async function visit(search = ''): Promise<void> {
    await watched.page.goto(`${world.url}/library${search}`);
  }

  function episode(words: string): Locator {
    return watched.page
      .getByRole('list', { name: 'Episodes' })
      .getByRole('listitem')
      .filter({ hasText: words });
  }

  function count(): Promise<number> {
    return watched.page.getByRole('list', { name: 'Episodes' }).getByRole('listitem').count();
  }

  function focused(): Promise<unknown> {
    return watched.page.evaluate(
      'document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent',
    );
  }
});
