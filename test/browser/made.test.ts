import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { browserSuite } from '../support/browser-suite.js';
import { send, type Episode } from '../support/gateway-http.js';
import { createNewsroomWorld, type NewsroomWorld } from '../support/world.js';
import { storyOf } from '../support/sources.js';
import { streamedWorld } from '../support/service-processes.js';
import { until } from '../support/until.js';

/** From the form to the finished episode, by the real agents on their embedded providers. */
describe('what a person brings to the Create page', function () {
  this.timeout(120_000);
  const suite = browserSuite();
  let world: NewsroomWorld;

  before(async () => {
    ({ world } = await streamedWorld(suite, (env) => createNewsroomWorld({ env })));
  });

  const text = storyOf('Skerryvore');
  const ways: Record<string, { bring: (page: Page) => Promise<void>; kind: string; says: RegExp }> = {
    'a text': {
      bring: (page) => page.getByLabel('Text', { exact: true }).fill(text),
      kind: 'text',
      says: /Skerryvore/,
    },
    'a file': {
      bring: async (page) => {
        const buffer = Buffer.from(`# The light\n\n${storyOf('Muckle Flugga')}\n`);
        await page
          .getByLabel('Choose files')
          .setInputFiles({ name: 'light.md', mimeType: 'text/markdown', buffer });
        await page.getByText(/B, uploaded/).waitFor();
      },
      kind: 'file',
      says: /Muckle Flugga/,
    },
    'a link': {
      bring: async (page) => {
        await page.getByRole('button', { name: 'Add a link' }).click();
        await page.getByLabel('Link 1', { exact: true }).fill(world.newsroom.url('/articles/kitty-hawk'));
      },
      kind: 'url',
      says: /machine/,
    },
    'a topic': {
      bring: (page) => page.getByLabel('Topic', { exact: true }).fill('The eclipse of Tycho Brahe'),
      kind: 'url',
      says: /Tycho/,
    },
  };
  for (const [way, { bring, kind, says }] of Object.entries(ways)) {
    it(`becomes an episode that can be heard: ${way}`, async () => {
      const { page } = await suite.open();
      await page.goto(`${world.url}/create`);
      await page.getByRole('slider', { name: 'Length' }).press('Home');
      await bring(page);
      await page.getByRole('button', { name: 'Create episode' }).click();
      await page.waitForURL('**/episodes/*');
      await page.getByRole('main').getByText('Finished', { exact: true }).waitFor({ timeout: 90_000 });
      const id = page.url().split('/').at(-1) ?? '';
      const { body } = await send(world, `/api/v1/podcasts/${id}`);
      assert.equal((body as unknown as Episode).overall_status, 'completed');
      const script = await send(world, `/api/v1/podcasts/${id}/script`);
      const { sources } = script.body as unknown as { sources: { kind: string }[] };
      assert.ok(sources.length > 0 && sources.every((source) => source.kind === kind), script.text);
      assert.match(script.text, says);

      // By itself: that is asked for, unless somebody does not want it.
      const position = page.getByRole('slider', { name: 'Position' });
      await until('it sounds', async () => Number(await position.inputValue()) > 500);
    });
  }
});
