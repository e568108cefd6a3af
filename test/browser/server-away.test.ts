import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { codeOfAllPages } from '../support/browser.js';
import { browserSuite } from '../support/browser-suite.js';
import { freePort } from '../support/free-port.js';
import { ReplaceableService, startGateway } from '../support/service-process.js';
import { GrowingEpisode, makeSegments } from '../support/growing-episode.js';
import { streamedWorld } from '../support/streamed-world.js';
import { createWorld, type World } from '../support/world.js';

/** What a browser logs of a server that is killed: of what was under way, and of what is asked meanwhile. */
const lostConnections = /ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE/;

describe('pages whose server is killed', function () {
  this.timeout(90_000);
  const suite = browserSuite();
  let world: World;
  let gateway: ReplaceableService;
  let port: number;
  let episode: GrowingEpisode;

  before(async () => {
    ({ world } = await streamedWorld(suite, (env) => createWorld({ workers: false, env })));
    port = await freePort();
    gateway = await ReplaceableService.begin(() => startGateway(world.config, port));
    suite.ends(() => gateway.stop());
    episode = await GrowingEpisode.begin(world, { segmentsTotal: 2 });
    for (const segment of await makeSegments(2, 3)) await episode.add(segment);
    await episode.finish();
  });

  async function open(path: string, heading: string): Promise<Page> {
    const { page } = await suite.open({ allow: lostConnections });
    const allCode = codeOfAllPages(page);
    await page.goto(`http://127.0.0.1:${port}${path}`);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await allCode();
    return page;
  }

  function says(page: Page): Promise<void> {
    return page.getByRole('alert').getByText('The server does not answer.').first().waitFor();
  }

  it('say so, and show the list by themselves when another one is there', async () => {
    const page = await open('/settings', 'Settings');
    await gateway.away(async () => {
      await page.getByRole('link', { name: 'Library' }).click();
      await says(page);
    });
    await page.getByRole('list', { name: 'Episodes' }).getByText('Tides').waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);
  });

  it('keep an order, and make one episode of it when another one is there', async () => {
    const page = await open('/create', 'Create');
    await page.getByLabel('Topic', { exact: true }).fill('Semaphores');
    await page.getByText('About 5 minutes').waitFor();
    await gateway.away(async () => {
      await page.getByRole('button', { name: 'Make the episode' }).click();
      await page.getByText(/Asking again by itself/).waitFor();
    });
    await page.waitForURL('**/episodes/*');
    const made = await world.db
      .selectFrom('podcasts')
      .select('topic')
      .where('topic', '=', 'Semaphores')
      .execute();
    assert.equal(made.length, 1);
  });

  it('play on what has arrived', async () => {
    const page = await open(`/episodes/${episode.podcastId}`, 'Tides');
    const player = page.getByRole('region', { name: 'Player', exact: true });
    await player.getByRole('button', { name: 'Play', exact: true }).click();
    await player.getByRole('button', { name: 'Pause' }).waitFor();
    await gateway.away(async () => {
      await player.getByRole('button', { name: 'Play', exact: true }).waitFor();
    });
  });
});
