import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { phone, seriousViolations } from '../support/browser.js';
import { browserSuite } from '../support/browser-suite.js';
import type { OpenOptions } from '../support/chromium.js';
import { streamedWorld } from '../support/service-processes.js';
import { storyOf } from '../support/sources.js';
import { createWorld, type World } from '../support/world.js';

const story = storyOf('Skerry');
const document = `# The light of Skerry

${story}

| Year | Ships |
| ---- | ----- |
| 1821 | 40    |

${story}
`;

describe('a look at what will be read', function () {
  this.timeout(60_000);
  const suite = browserSuite();
  let world: World;

  before(async () => {
    ({ world } = await streamedWorld(suite, (env) => createWorld({ env })));
  });

  async function open(options: OpenOptions = {}): Promise<Page> {
    const { page } = await suite.open(options);
    await page.goto(`${world.url}/create`);
    await page.getByLabel('Topic', { exact: true }).waitFor();
    return page;
  }

  function text(page: Page) {
    return page.getByLabel('Text', { exact: true });
  }

  function button(page: Page, name: string) {
    return page.getByRole('button', { name: `Look at what will be read of ${name}` });
  }

  function panel(page: Page, name: string) {
    return page.getByRole('region', { name: `What will be read of ${name}` });
  }

  it('shows of a text how much of it is read, how, and what is left out', async () => {
    const page = await open();
    assert.equal(await button(page, 'the text').count(), 0, 'there is nothing to look at yet');
    await text(page).fill(document);
    await button(page, 'the text').click();
    const shown = panel(page, 'the text');
    await shown.getByRole('heading', { name: 'The light of Skerry' }).waitFor();
    await shown.getByText('English', { exact: true }).waitFor();
    await shown.getByText(/^\d+ of \d+ words can be read aloud \(\d+ %\)\.$/).waitFor();
    await shown.getByText('one table').click();
    await shown.getByText('9 repeated sentences').click();
    await shown.getByText('Three keepers lived in the tower').last().waitFor();
    const spoken = shown.getByRole('region', { name: 'As it is spoken' });
    await spoken.getByText('was built in eighteen twenty-one on a rock').waitFor();
    await spoken.getByText('Written: The lighthouse of Skerry was built in 1821').waitFor();
  });

  it('closes when the text changes, and when it is hidden', async () => {
    const page = await open();
    await text(page).fill(story);
    await button(page, 'the text').click();
    await panel(page, 'the text').waitFor();
    await text(page).fill(`${story} The ships were safe from then on.`);
    await panel(page, 'the text').waitFor({ state: 'detached' });
    await button(page, 'the text').click();
    await panel(page, 'the text').getByText('The ships were safe from then on.').waitFor();
    await page.getByRole('button', { name: 'Hide what will be read of the text' }).click();
    await panel(page, 'the text').waitFor({ state: 'detached' });
  });

  it('shows an uploaded file', async () => {
    const page = await open();
    await page
      .getByLabel('Choose files')
      .setInputFiles([{ name: 'light.md', mimeType: 'text/markdown', buffer: Buffer.from(document) }]);
    await button(page, 'light.md').click();
    await panel(page, 'light.md').getByRole('heading', { name: 'The light of Skerry' }).waitFor();
  });

  it('is taken while one types, and says what there is, or why not and what helps', async () => {
    const page = await open({ allow: /400/ });
    await text(page).fill(story);
    await page.getByText(/\d words · English$/).waitFor();
    await text(page).fill('Der Leuchtturm steht auf dem Felsen.');
    await page.getByText('Only 6 words: an episode needs 60 in all.').waitFor();
    await text(page).fill('');
    await page.getByRole('button', { name: 'Add a link' }).click();
    await page.keyboard.type('https://example.org:8443/a');
    await page
      .locator('.create-look')
      .getByText('This link uses an unusual port. Only ordinary web links work.')
      .waitFor();
    await page.getByRole('button', { name: 'Create episode' }).click();
    await page.getByRole('alert').getByText('This link uses an unusual port.').waitFor();
  });

  it('says why a link cannot be read, and what to do', async () => {
    const page = await open({ allow: /400/ });
    await page.getByRole('button', { name: 'Add a link' }).click();
    await page.keyboard.type('http://127.0.0.1/secret');
    await button(page, 'link 1').click();
    const alert = page.getByRole('alert');
    await alert.getByText('This source could not be read.').waitFor();
    await alert.getByText('This address does not lead to the public internet.').waitFor();
    await alert.getByRole('button', { name: 'Try again' }).waitFor();
  });

  for (const options of [{}, { colorScheme: 'dark' }, { viewport: phone }] as const) {
    it(`is accessible and never wider than the screen (${JSON.stringify(options)})`, async () => {
      const page = await open(options);
      await text(page).fill(`${document}\n\n${'longword'.repeat(40)} is a word of many letters.`);
      await button(page, 'the text').click();
      await panel(page, 'the text').getByText('one table').click();
      assert.deepEqual(await seriousViolations(page), []);
      const { wide, room } = await page.evaluate<{ wide: number; room: number }>(
        `({ wide: document.documentElement.scrollWidth, room: innerWidth })`,
      );
      assert.ok(wide <= room, `${wide} > ${room}`);
    });
  }
});
