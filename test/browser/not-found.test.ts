import assert from 'node:assert/strict';
import { forgive, phone, seriousViolations } from '../support/browser.js';
import { browserSuite } from '../support/browser-suite.js';
import { streamedWorld } from '../support/service-processes.js';
import { createWorld, type World } from '../support/world.js';

describe('a mistyped address of the web app', function () {
  this.timeout(60_000);
  const suite = browserSuite();
  let world: World;

  before(async () => {
    ({ world } = await streamedWorld(suite, (env) => createWorld({ workers: false, env })));
  });

  for (const [look, options] of Object.entries({
    light: { colorScheme: 'light' },
    dark: { colorScheme: 'dark' },
    'on a phone': { colorScheme: 'light', viewport: phone },
  } as const)) {
    it(`shows a page that says so and leads on, ${look}`, async () => {
      const watched = await suite.open(options);
      const { page } = watched;
      for (const path of ['/episode/x', '/episodes/', '/an/old/link?of=old']) {
        const response = await page.goto(world.url + path);
        assert.equal(response?.status(), 404);
        await page.getByRole('heading', { level: 1, name: 'Page not found' }).waitFor();
      }
      assert.equal(await page.title(), 'Page not found · Aethercast');
      assert.deepEqual(await seriousViolations(page), []);
      const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      assert.ok(typeof wider === 'number' && wider <= 0, `${String(wider)} px too wide`);
      await page.getByRole('main').getByRole('link', { name: 'Go to Discover' }).click();
      await page.getByRole('heading', { level: 1, name: 'Discover' }).waitFor();
      forgive(watched, 404);
    });
  }

  it('is forgiven a slash at its end', async () => {
    const { page } = await suite.open();
    for (const [path, name] of Object.entries({
      create: 'Create',
      library: 'Library',
      runs: 'Activity',
      settings: 'Settings',
    })) {
      await page.goto(`${world.url}/${path}/`);
      await page.getByRole('navigation', { name: 'Main' }).locator('[aria-current=page]').waitFor();
      const title = name === 'Create' ? /Create|episode/i : name;
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
    }
  });
});
