import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { codeOfAllPages, forgive } from '../support/browser.js';
import { browserSuite } from '../support/browser-suite.js';
import { GrowingEpisode } from '../support/growing-episode.js';
import { streamedWorld } from '../support/service-processes.js';
import { createWorld, type World } from '../support/world.js';

/** What the first view may take of scripts, compressed. */
const maxScriptBytes = 150 * 1_024;

describe('the connection of the web app', function () {
  this.timeout(60_000);
  const suite = browserSuite();
  let world: World;

  before(async () => {
    ({ world } = await streamedWorld(suite, (env) => createWorld({ workers: false, env })));
  });

  it('takes little for the first view, and shows something before any script has come', async () => {
    const { page } = await suite.open();
    const gate = new EventEmitter();
    const opened = once(gate, 'open');
    await page.route('**/assets/*.js', async (route) => {
      await opened;
      await route.continue();
    });
    await page.goto(world.url, { waitUntil: 'commit' });
    await page.getByRole('banner').getByRole('link', { name: 'Aethercast' }).waitFor();
    assert.equal(await page.getByRole('heading').count(), 0);
    gate.emit('open');
    await page.getByRole('heading', { level: 1, name: 'Discover' }).waitFor();
    const bytes = await page.evaluate<number>(`performance.getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`);
    assert.ok(bytes > 10_000 && bytes < maxScriptBytes, `${bytes} bytes`);
  });

  it('may go: pages are there all the same, say that they are offline, and go on when it is back', async () => {
    const watched = await suite.open();
    const { page } = watched;
    const allCode = codeOfAllPages(page);
    await page.goto(`${world.url}/settings`);
    await allCode();
    await GrowingEpisode.begin(world).then((episode) => episode.fail());

    await page.context().setOffline(true);
    await page.getByText('You are offline. Audio that is already loaded keeps playing').waitFor();
    await page.getByRole('link', { name: 'Library' }).click();
    await page.getByRole('heading', { level: 1, name: 'Library' }).waitFor();
    const alert = page.getByRole('alert').filter({ hasText: 'Your episodes could not be loaded.' });
    await alert.getByText('You are offline. This page continues automatically').waitFor();

    await page.context().setOffline(false);
    await page.getByRole('list', { name: 'Episodes' }).getByText('Tides').waitFor();
    assert.equal(await page.getByText('You are offline').count(), 0);
    forgive(watched, 'ERR_INTERNET_DISCONNECTED');
  });

  it('may go while an episode is ordered: the order is kept, said so, and made once when it is back', async () => {
    const watched = await suite.open();
    const { page } = watched;
    await page.goto(`${world.url}/create`);
    await page.getByLabel('Topic', { exact: true }).fill('Rope ferries');
    await page.getByText('About 5 minutes').waitFor();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Create episode' }).click();
    await page.getByText('You are offline. Audio that is already loaded keeps playing').waitFor();
    await page
      .getByRole('complementary', { name: 'Your episode' })
      .getByText(/We’ll keep trying/)
      .waitFor();

    await page.context().setOffline(false);
    await page.waitForURL('**/episodes/*');
    const made = await world.db
      .selectFrom('podcasts')
      .where('topic', '=', 'Rope ferries')
      .selectAll()
      .execute();
    assert.equal(made.length, 1);
    forgive(watched, 'ERR_INTERNET_DISCONNECTED');
  });

  it('may go before a page was ever there: it comes by itself as soon as the server does', async () => {
    const watched = await suite.open();
    const { page } = watched;
    await page.route('**/assets/settings-*.js', (route) => route.abort());
    await page.route('**/livez', (route) => route.abort());
    await page.goto(`${world.url}/library`);
    await page.getByRole('link', { name: 'Settings' }).click();
    const alert = page.getByRole('alert').filter({ hasText: 'This page could not be shown.' });
    await alert.getByText('Part of this page could not be loaded.').waitFor();
    // What broke one page is not said of the next.
    await page.getByRole('link', { name: 'Library' }).click();
    await page.getByRole('heading', { level: 1, name: 'Library' }).waitFor();
    assert.equal(await alert.count(), 0);
    await page.getByRole('link', { name: 'Settings' }).click();
    await alert.waitFor();

    await page.unroute('**/assets/settings-*.js');
    await page.unroute('**/livez');
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    forgive(watched, 'ERR_FAILED');
    forgive(watched, 'Part of this page could not be loaded');
  });

  it('says so when the code of a page has gone from the server, and does not reload for ever', async () => {
    const watched = await suite.open();
    const { page } = watched;
    let loads = 0;
    page.on('load', () => (loads += 1));
    await page.route('**/assets/settings-*.js', (route) => route.fulfill({ status: 404 }));
    await page.goto(`${world.url}/settings`);
    await page.getByText('It may have a newer version of this page').waitFor();
    assert.equal(loads, 1);
    await page.unroute('**/assets/settings-*.js');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    forgive(watched, 404);
    forgive(watched, 'Part of this page could not be loaded');
  });

  it('is not blamed for a page that breaks', async () => {
    const watched = await suite.open();
    const { page } = watched;
    let asked = 0;
    page.on('request', (request) => (asked += request.url().endsWith('/livez') ? 1 : 0));
    await page.route('**/api/v1/categories', (route) => route.fulfill({ json: { categories: 5 } }));
    await page.goto(`${world.url}/settings`);
    const alert = page.getByRole('alert').filter({ hasText: 'This page could not be shown.' });
    await alert.getByText('Something went wrong on this page.').waitFor();
    await page.getByRole('link', { name: 'Library' }).click();
    await page.getByRole('heading', { level: 1, name: 'Library' }).waitFor();
    assert.equal(asked, 0);
    forgive(watched, 'TypeError');
  });

  it('is not asked again for an answer that the page stumbles over', async () => {
    const { page } = await suite.open();
    let asked = 0;
    await page.route('**/api/v1/podcasts', (route) => {
      asked += 1;
      return route.fulfill({ json: null });
    });
    await page.goto(`${world.url}/create`);
    await page.getByLabel('Topic', { exact: true }).fill('Stumbling blocks');
    await page.getByRole('button', { name: 'Create episode' }).click();
    const alert = page.getByRole('alert').filter({ hasText: 'The episode could not be created.' });
    await alert.getByText('Something went wrong on this page.').waitFor();
    assert.equal(asked, 1);
  });

  it('may break in the middle of an answer, which is asked for again', async () => {
    const watched = await suite.open();
    const { page } = watched;
    const cutting = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"categories": ["Sci', () => response.destroy());
    });
    cutting.listen(0, '127.0.0.1');
    await once(cutting, 'listening');
    suite.ends(() => promisify(cutting.close.bind(cutting))());
    const { port } = cutting.address() as AddressInfo;
    let cuts = 0;
    await page.route('**/api/v1/categories', (route) => {
      cuts += 1;
      return cuts > 2 ? route.continue() : route.continue({ url: `http://127.0.0.1:${port}/` });
    });
    await page.goto(`${world.url}/settings`);
    await page.getByRole('button', { name: 'Science' }).waitFor();
    assert.equal(cuts, 3);
    forgive(watched, 'ERR_CONTENT_LENGTH_MISMATCH');
  });
});
