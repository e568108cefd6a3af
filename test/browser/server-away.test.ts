import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { codeOfAllPages } from '../support/browser.js';
import { browserSuite } from '../support/browser-suite.js';
import { freePort } from '../support/free-port.js';
import { ReplaceableService, startGateway, streamedWorld } from '../support/service-processes.js';
import { GrowingEpisode, makeSegments, type MadeSegment } from '../support/growing-episode.js';
import { createWorld, type World } from '../support/world.js';

/** What a browser logs of a server that is killed: of what was under way, and of what is asked meanwhile. */
const lostConnections = /ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED_ENCODING/;

describe('pages whose server is killed', function () {
  this.timeout(90_000);
  const suite = browserSuite();
  let world: World;
  let gateway: ReplaceableService;
  let port: number;
  let episode: GrowingEpisode;
  let segments: MadeSegment[];

  before(async () => {
    ({ world } = await streamedWorld(suite, (env) => createWorld({ workers: false, env })));
    port = await freePort();
    gateway = await ReplaceableService.begin(() => startGateway(world.config, port));
    suite.ends(() => gateway.stop());
    episode = await GrowingEpisode.begin(world, { segmentsTotal: 2 });
    segments = await makeSegments(2, 3);
    for (const segment of segments) await episode.add(segment);
    await episode.finish();
  });

  async function open(path: string, heading: string, before = ''): Promise<Page> {
    const { page } = await suite.open({ allow: lostConnections });
    await page.addInitScript(before);
    const allCode = codeOfAllPages(page);
    await page.goto(`http://127.0.0.1:${port}${path}`);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await allCode();
    return page;
  }

  function says(page: Page): Promise<void> {
    return page.getByRole('alert').getByText('The server is not responding.').first().waitFor();
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
      await page.getByRole('button', { name: 'Create episode' }).click();
      await page.getByText(/We’ll keep trying/).waitFor();
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

  it('go on over plain HTTP with an episode that still grows', async () => {
    const growing = await GrowingEpisode.begin(world, { segmentsTotal: 2 });
    await growing.add(segments[0]!);
    const page = await open(`/episodes/${growing.podcastId}`, 'Tides', 'delete globalThis.MediaSource;');
    const player = page.getByRole('region', { name: 'Player', exact: true });
    await player.getByRole('button', { name: 'Play', exact: true }).click();
    await player.getByText('The next line is being recorded').waitFor();
    await gateway.away(() => player.getByText('Connection lost.').waitFor());
    await player.getByText('Connection lost.').waitFor({ state: 'hidden' });
    await growing.add(segments[1]!);
    await growing.finish();
    await player.getByRole('button', { name: 'Play', exact: true }).waitFor();
    assert.equal(
      await player.getByRole('slider', { name: 'Position' }).getAttribute('aria-valuetext'),
      '0:06 of 0:06',
    );
  });
});
