import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import type { Page } from 'playwright-core';
import { phone, seriousViolations } from '../support/browser.js';
import { browserSuite } from '../support/browser-suite.js';
import type { OpenOptions } from '../support/chromium.js';
import { send } from '../support/gateway-http.js';
import { until } from '../support/until.js';
import { streamedWorld } from '../support/service-processes.js';
import { createWorld, type World } from '../support/world.js';

const kept = '**/api/v1/session/preferences';
/** What is read before it is changed, too. */
const keptOrRead = '**/api/v1/session/preferences*';

describe('the Settings page', function () {
  this.timeout(60_000);
  const suite = browserSuite();
  let world: World;

  before(async () => {
    ({ world } = await streamedWorld(suite, (env) => createWorld({ workers: false, env })));
  });

  async function open(options?: OpenOptions): Promise<Page> {
    const { page } = await suite.open(options);
    await page.goto(`${world.url}/settings`);
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    return page;
  }

  async function preferencesOf(page: Page): Promise<Record<string, unknown>> {
    const { body } = await send(world, `/api/v1/session/preferences?client_id=${await sessionOf(page)}`);
    return body['preferences'] as Record<string, unknown>;
  }

  it('keeps what is chosen as it is chosen, and says so', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Science' }).click();
    await page.getByRole('button', { name: 'Education' }).click();
    await page.getByRole('button', { name: 'Science' }).click();
    await page.getByLabel('Length').press('ArrowRight');
    await page.getByLabel('Language').selectOption({ label: 'British English' });
    await page.getByLabel('Voice of the first speaker').selectOption('rms');
    for (let press = 0; press < 5; press += 1) await page.getByLabel('Speaking speed').press('ArrowRight');
    await page.getByLabel('Playback speed').press('ArrowRight');
    await page.getByLabel('Dark').check();
    await page.getByText('Saved', { exact: true }).waitFor();
    const all = {
      preferred_categories: ['Education'],
      minutes: 6,
      preferred_vfa_language_code: 'en-GB',
      preferred_vfa_voice_name: 'rms',
      preferred_vfa_speaking_rate: 1.25,
      playback_speed: 1.1,
      theme: 'dark',
    };
    await until('all is kept', async () => isSame(await preferencesOf(page), all));
    await page.reload();
    await page.getByRole('button', { name: 'Education', pressed: true }).waitFor();
    await page.getByRole('button', { name: 'Science', pressed: false }).waitFor();
    assert.equal(await page.getByLabel('Voice of the first speaker').inputValue(), 'rms');
    assert.equal(await page.getByLabel('Length').getAttribute('aria-valuetext'), '6 minutes');
    assert.ok(await page.getByLabel('Dark').isChecked());
    await page.getByLabel('Voice of the first speaker').selectOption({ label: 'Default' });
    await until(
      'the voice is taken back',
      async () => !('preferred_vfa_voice_name' in (await preferencesOf(page))),
    );
  });

  it('keeps a slider that was moved just before the page is left', async () => {
    const page = await open();
    await page.getByLabel('Playback speed').press('ArrowRight');
    await page.getByRole('link', { name: 'Library' }).click();
    await until('it is kept', async () => (await preferencesOf(page))['playback_speed'] === 1.1);
  });

  it('applies a theme at once, and before anything is painted after a reload', async () => {
    const page = await open({ colorScheme: 'light' });
    const light = await ground(page);
    await page.getByLabel('Dark').check();
    assert.notEqual(await ground(page), light);
    const dark = await ground(page);
    // The server is slow to say what is preferred: the page is dark all the same, from its first painting on.
    await page.route('**/api/v1/session/init', () => undefined);
    await page.addInitScript(`addEventListener('DOMContentLoaded', () => {
      window.themeAtFirst = document.documentElement.dataset.theme;
    })`);
    await page.reload();
    assert.equal(await page.evaluate('window.themeAtFirst'), 'dark');
    await page.getByText('Loading your settings').waitFor({ state: 'attached' });
    assert.equal(await ground(page), dark);
    await page.unroute('**/api/v1/session/init');
    await page.reload();
    await page.getByLabel('System').check();
    assert.equal(await ground(page), light);
  });

  it('never lets a choice spring back, not for a moment', async () => {
    const page = await open();
    const isChecked = await page.getByLabel('Dark').evaluate(async (radio: unknown) => {
      const input = radio as { click(): void; checked: boolean };
      input.click();
      // No timer has run by then, and nothing has been painted.
      for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
      return input.checked;
    });
    assert.equal(isChecked, true);
  });

  it('keeps the last of quick choices, and shows no earlier one meanwhile', async () => {
    const page = await open();
    const sent: string[] = [];
    const gate = new EventEmitter();
    const opened = once(gate, 'open');
    await page.route(kept, async (route) => {
      const { preferences } = route.request().postDataJSON() as { preferences: { theme: string } };
      sent.push(preferences.theme);
      if (sent.length === 1) await opened;
      await route.continue();
    });
    await page.getByLabel('Dark').check();
    await until('the first is on its way', () => sent.length === 1);
    await page.getByLabel('Light').check();
    await page.getByLabel('System').check();
    gate.emit('open');
    await page.getByText('Saved', { exact: true }).waitFor();
    assert.deepEqual(sent, ['dark', 'system']);
    assert.ok(await page.getByLabel('System').isChecked());
    await until('so is the last', async () => (await preferencesOf(page))['theme'] === 'system');
  });

  it('says when a change is not kept yet, holds it, and keeps it by itself', async () => {
    const page = await open({ allow: /ERR_FAILED/ });
    await page.route(kept, (route) => route.abort());
    await page.getByRole('button', { name: 'Science' }).click();
    await page.getByRole('alert').getByText('Your last change is not saved yet.').waitFor();
    await page.getByRole('button', { name: 'Science', pressed: true }).waitFor();
    assert.deepEqual((await preferencesOf(page))['preferred_categories'], undefined);
    await page.unroute(kept);
    await page.getByText('Saved', { exact: true }).waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);
    assert.deepEqual((await preferencesOf(page))['preferred_categories'], ['Science']);
  });

  it('says when the server refuses a change, and asks again when it is told to', async () => {
    const page = await open({ allow: /403/ });
    await page.route(kept, (route) =>
      route.fulfill({ status: 403, json: { error_code: 'NO', message: 'No.' } }),
    );
    await page.getByRole('button', { name: 'Science' }).click();
    await page.getByRole('alert').getByText('Your last change is not saved.').waitFor();
    await page.getByRole('button', { name: 'Science', pressed: true }).waitFor();
    await page.unroute(kept);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    assert.deepEqual((await preferencesOf(page))['preferred_categories'], ['Science']);
  });

  it('holds what is chosen offline when the connection is back, and keeps it by itself', async () => {
    const page = await open({ allow: /ERR_INTERNET_DISCONNECTED/, colorScheme: 'light' });
    await page.getByRole('button', { name: 'Science' }).waitFor();
    await page.evaluate(`{
      window.themes = [];
      const root = document.documentElement;
      new MutationObserver(() => window.themes.push(root.dataset.theme))
        .observe(root, { attributeFilter: ['data-theme'] });
    }`);
    await page.context().setOffline(true);
    await page.getByLabel('Dark').check();
    await page.getByRole('alert').getByText('Your last change is not saved yet.').waitFor();
    await page.getByRole('button', { name: 'Education' }).click();
    const asked = page.waitForResponse('**/api/v1/session/init');
    await page.context().setOffline(false);
    await asked;
    await page.getByText('Saved', { exact: true }).waitFor();
    assert.ok(await page.getByLabel('Dark').isChecked());
    assert.deepEqual(await page.evaluate('window.themes'), ['dark']);
    const { theme, preferred_categories: categories } = await preferencesOf(page);
    assert.deepEqual([theme, categories], ['dark', ['Education']]);
  });

  it('loses nothing by a reload before it is kept', async () => {
    const page = await open({ allow: /ERR_FAILED/ });
    await page.getByLabel('Voice of the first speaker').selectOption('rms');
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.route(keptOrRead, (route) => route.abort());
    await page.getByLabel('Dark').check();
    await page.getByLabel('Voice of the first speaker').selectOption({ label: 'Default' });
    await page.getByRole('alert').getByText('Your last change is not saved yet.').waitFor();
    await page.reload();
    await page.getByRole('alert').getByText('Your last change is not saved yet.').waitFor();
    assert.ok(await page.getByLabel('Dark').isChecked());
    assert.equal(await page.getByLabel('Voice of the first speaker').inputValue(), '');
    await page.unroute(keptOrRead);
    await page.getByText('Saved', { exact: true }).waitFor();
    assert.deepEqual(await preferencesOf(page), { theme: 'dark' });
  });

  it('changes only what was changed in this tab, and shows what another one chose', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Science' }).waitFor();
    const other = await page.context().newPage();
    await other.goto(`${world.url}/settings`);
    await other.getByRole('button', { name: 'Science' }).waitFor();
    // It hears of nothing: as when it slept, or the other one is on another device.
    await other.evaluate(`addEventListener('storage', (event) => event.stopImmediatePropagation(), true)`);
    await page.getByLabel('Dark').check();
    await page.getByText('Saved', { exact: true }).waitFor();
    await other.getByRole('button', { name: 'Science' }).click();
    await other.getByText('Saved', { exact: true }).waitFor();
    assert.deepEqual(await preferencesOf(page), { theme: 'dark', preferred_categories: ['Science'] });
    assert.ok(await other.getByLabel('Dark').isChecked());
    await page.getByRole('button', { name: 'Science', pressed: true }).waitFor();
    assert.ok(await page.getByLabel('Dark').isChecked());
  });

  it('opens the session anew when the server has lost it', async () => {
    const page = await open({ allow: /404/ });
    await page.getByRole('button', { name: 'Science' }).waitFor();
    await world.db
      .deleteFrom('user_sessions')
      .where('session_id', '=', await sessionOf(page))
      .execute();
    await page.getByRole('button', { name: 'Science' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    assert.deepEqual((await preferencesOf(page))['preferred_categories'], ['Science']);
  });

  it('says that the server is away, and comes back by itself', async () => {
    const page = await open({ allow: /ERR_FAILED/ });
    let isAway = true;
    await page.route('**/api/v1/session/init', (route) => (isAway ? route.abort() : route.continue()));
    await page.reload();
    await page.getByText('Your settings could not be loaded.').waitFor();
    isAway = false;
    await page.getByRole('button', { name: 'Science' }).waitFor();
  });

  it('subscribes an address, and says what is wrong with one', async () => {
    const page = await open({ allow: /409/ });
    const email = page.getByLabel('E-mail address');
    await page.getByRole('button', { name: 'Subscribe' }).click();
    await page.getByRole('alert').getByText('Enter your e-mail address.').waitFor();
    await email.fill('not an address');
    await email.press('Enter');
    await page.getByRole('alert').getByText('Enter a complete e-mail address').waitFor();
    assert.equal(await email.getAttribute('aria-invalid'), 'true');
    await email.fill('listener@example.org');
    await email.press('Enter');
    await page.getByText('Open the link in the mail').waitFor();
    const asked = await world.db.selectFrom('subscribers').select('email').execute();
    assert.deepEqual(
      asked.map((row) => row.email),
      ['listener@example.org'],
    );
    await world.db.updateTable('subscribers').set({ confirmed_at: new Date() }).execute();
    await email.fill('listener@example.org');
    await email.press('Enter');
    await page.getByRole('status').getByText('This address is already subscribed.').waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);
    assert.equal(await email.getAttribute('aria-invalid'), 'false');
  });

  it('shows the session of this browser and forgets it, with all that it left here', async () => {
    const page = await open();
    const before = await sessionOf(page);
    await page.getByText(before).waitFor();
    await page.getByLabel('Dark').check();
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.evaluate(`localStorage.setItem('aethercast.create.draft', '{"topic":"old"}')`);
    await page.getByRole('button', { name: 'Forget this session' }).click();
    await page.getByRole('button', { name: 'Keep it' }).click();
    assert.equal(await sessionOf(page), before);
    await page.getByRole('button', { name: 'Forget this session' }).click();
    await page.getByRole('button', { name: 'Forget it' }).click();
    await page.getByText('Session forgotten. A new one has started.').waitFor();
    await until('another session is here', async () => ![before, null].includes(await sessionOf(page)));
    await until('the theme is the device’s again', () => page.getByLabel('System').isChecked());
    assert.equal(await page.evaluate(`localStorage.getItem('aethercast.create.draft')`), null);
    assert.equal(
      await page.locator(':focus').textContent(),
      'Forget this session',
      'the focus is not lost with the button that was pressed',
    );
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has no serious fault of access (${colorScheme})`, async () => {
      const page = await open({ colorScheme });
      await page.getByRole('button', { name: 'Science' }).click();
      await page.getByText('Saved', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Forget this session' }).click();
      assert.deepEqual(await seriousViolations(page), []);
    });
  }

  it('fits a phone', async () => {
    const page = await open({ viewport: phone });
    await page.getByRole('button', { name: 'Science' }).waitFor();
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    assert.ok(width <= phone.width, `${width}`);
    await page.getByLabel('Light').check();
    await page.getByText('Saved', { exact: true }).waitFor();
  });
});

function sessionOf(page: Page): Promise<string> {
  return page.evaluate<string>(`localStorage.getItem('aethercast.client')`);
}

/** The colour behind everything. */
function ground(page: Page): Promise<string> {
  return page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
}

function isSame(one: unknown, other: unknown): boolean {
  try {
    assert.deepEqual(one, other);
    return true;
  } catch (error) {
    if (error instanceof assert.AssertionError) return false;
    throw error;
  }
}
