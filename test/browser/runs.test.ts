import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import type { Locator } from 'playwright-core';
import { AethercastError } from '../../platform/aethercast-error.js';
import { codesShown, forgive, phone, seriousViolations } from '../support/browser.js';
import { browserSuite } from '../support/browser-suite.js';
import type { WatchedPage } from '../support/chromium.js';
import { Gate } from '../support/faults.js';
import { detail, ordered } from '../support/gateway-http.js';
import { GrowingEpisode } from '../support/growing-episode.js';
import { begin, stepOf } from '../support/records.js';
import { ended, segmentOf } from '../support/runs.js';
import { requestOf } from '../support/sources.js';
import { beginStep, endStep } from '../../db/steps.js';
import { streamedWorld } from '../support/service-processes.js';
import { until } from '../support/until.js';
import { createWorld, type World } from '../support/world.js';

/** Sooner than anything is asked for anew by itself. */
const soon = { timeout: 8_000 };

const looks = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'on a phone': { colorScheme: 'light', viewport: phone },
} as const;

describe('the Activity pages', function () {
  this.timeout(120_000);
  const suite = browserSuite();
  let world: World;
  let watched: WatchedPage;
  /** An episode whose fourth line failed, then cancelled in its second run. */
  let failed: string;

  before(async () => {
    // The pages of episodes say it when they cannot join a streamer.
    ({ world } = await streamedWorld(suite, (env) =>
      createWorld({ env: { TEMPORAL_UI_URL: 'https://temporal.example', ...env } }),
    ));
    world.faults.forge = (at) => {
      if (segmentOf(at) === 3) throw new AethercastError('VFA_SEGMENT_SILENT');
    };
    failed = await ordered(world, requestOf('Fastnet'));
    await ended(world, failed);
    world.mend();
  });
  beforeEach(async () => {
    watched = await suite.open();
  });
  afterEach(() => world.mend());

  describe('the list', () => {
    it('shows what has run, and what begins meanwhile, by itself', async () => {
      await visit('/runs');
      await row('The lighthouse').getByText('Failed').waitFor();
      await row('The lighthouse').getByText('Line 4: ').waitFor();
      const fresh = await GrowingEpisode.begin(world);
      await row('Tides').getByText('Recording the voices').waitFor();
      await fresh.cancel();
      await row('Tides').getByText('Cancelled', { exact: true }).waitFor();
    });

    it('asks nobody while it is not looked at', async () => {
      const { page } = watched;
      let asked = 0;
      page.on('request', (request) => (asked += Number(request.url().includes('/api/v1/runs?'))));
      await page.clock.install();
      await visit('/runs');
      await row('The lighthouse').waitFor();
      await page.clock.runFor(4_500);
      await until('it is asked again', () => asked >= 2);
      await hide(true);
      const before = asked;
      await page.clock.runFor(60_000);
      await page.evaluate('fetch("/livez").then(() => 0, () => 0)');
      assert.equal(asked, before);
      await hide(false);
      await page.clock.runFor(4_500);
      await until('it is asked again', () => asked > before);
    });

    it('is filtered by kind, state and time, which the address keeps', async () => {
      const { page } = watched;
      await visit('/runs');
      await page.getByLabel('State').selectOption('Failed');
      await page.waitForURL('**/runs?state=failed');
      await page.getByLabel('Kind').selectOption('Episode');
      await page.getByLabel('Started').selectOption('In the last hour');
      await page.waitForURL('**/runs?state=failed&kind=podcast&since=hour');
      await page.getByText('1 run', { exact: true }).waitFor();
      await page.reload();
      await page.getByText('1 run', { exact: true }).waitFor();
      assert.equal(await page.getByLabel('Kind').inputValue(), 'podcast');
      await page.getByLabel('Kind').selectOption('Search');
      await page.getByText('No run matches these filters.').waitFor();
      await page.goBack();
      await row('The lighthouse').waitFor();
    });

    it('comes in pages, which the address keeps too', async () => {
      const { page } = watched;
      for (let made = 0; made < 26; made += 1) await (await GrowingEpisode.begin(world)).cancel();
      await visit('/runs');
      await page.getByRole('button', { name: 'Older' }).click();
      await page.waitForURL('**/runs?page=2');
      await row('The lighthouse').waitFor();
      await page.getByRole('button', { name: 'Newer' }).click();
      await page.waitForURL('**/runs');
    });

    it('says when the server is away, keeps what it has, and goes on by itself', async () => {
      const { page } = watched;
      await visit('/runs?state=failed');
      await row('The lighthouse').waitFor();
      await page.route('**/api/v1/runs?*', (route) => route.abort());
      await page.getByText('This may be out of date.').waitFor();
      await row('The lighthouse').waitFor();
      await page.unroute('**/api/v1/runs?*');
      await page.getByText('This may be out of date.').waitFor({ state: 'detached' });
      forgive(watched, 'ERR_FAILED');
    });

    for (const [look, options] of Object.entries(looks)) {
      it(`is accessible and fits, ${look}`, async () => {
        watched = await suite.open(options);
        await visit('/runs?state=failed');
        await row('The lighthouse').waitFor();
        assert.deepEqual(await faultsOfLook(), []);
      });
    }
  });

  describe('the page of one', () => {
    it('is reached from the list and says what it is, with the way to the engine', async () => {
      const { page } = watched;
      await visit('/runs?state=failed');
      await page.getByRole('link', { name: /The lighthouse/ }).click();
      await page.waitForURL(`**/runs/${failed}`);
      await page.getByRole('heading', { level: 1, name: /The lighthouse/ }).waitFor();
      assert.equal(
        await page.getByRole('link', { name: 'Open in the Temporal Web UI' }).getAttribute('href'),
        `https://temporal.example/namespaces/${world.config.TEMPORAL_NAMESPACE}/workflows/podcast-${failed}`,
      );
    });

    it('says why it failed and what helps', async () => {
      await visit(`/runs/${failed}`);
      const main = watched.page.getByRole('main');
      await main.getByText('Details', { exact: true }).first().click();
      await main.getByText('VFA_SEGMENT_SILENT', { exact: true }).first().waitFor();
      await main
        .getByText(/^Line 4: /)
        .first()
        .waitFor();
      await main
        .getByText(/Retry records only the missing lines/)
        .first()
        .waitFor();
    });

    it('shows codes, agents and ids only in details, and so do the lists', async () => {
      const { page } = watched;
      await visit(`/runs/${failed}`);
      await region('Steps').getByText('Recording line 4').waitFor();
      await region('Timeline').getByText('Recording the voices').waitFor();
      await region('Log').getByRole('listitem').first().waitFor();
      await region('Audit record')
        .getByRole('button', { name: /^Check the/ })
        .waitFor();
      assert.deepEqual(await codesShown(page), []);
      assert.ok(!(await page.locator('main').innerText()).includes(failed));
      await page.getByText('Technical details').click();
      await page.getByText(failed).waitFor();
      await region('Steps').getByText('Recording line 4').click();
      await region('Steps').getByText('Step vfa:003 of agent VFA').waitFor();
      for (const list of ['/runs?state=failed', '/library?state=failed']) {
        await visit(list);
        await page
          .getByText(/^Line 4: /)
          .first()
          .waitFor();
        assert.deepEqual(await codesShown(page), [], list);
      }
    });

    it('has every attempt on its timeline and in the table beside it', async () => {
      const { page } = watched;
      await visit(`/runs/${failed}`);
      await page.getByText('The timeline as a table').click();
      const attempts = page.getByRole('region', { name: 'Attempts' }).getByRole('row');
      await attempts.filter({ hasText: 'vfa:003' }).filter({ hasText: 'Failed' }).waitFor();
      await attempts.filter({ hasText: 'wcha' }).filter({ hasText: 'Completed' }).waitFor();
      const bars = await page.locator('.timeline-bar').count();
      assert.equal(bars, (await attempts.count()) - 1);
    });

    it('opens a step on its input, output and failure; a large one is cut until all is asked for', async () => {
      const run = await GrowingEpisode.begin(world);
      const step = stepOf(run.podcastId, 'vfa:000');
      const names = Array.from({ length: 400 }, (_, at) => `name ${at} <b>bold</b>`);
      await beginStep(world.db, step, { ...begin, input: { names } });
      await endStep(world.db, step, {
        error: { error_type: 'VFA_SEGMENT_CLIPPED', message: 'It is clipped.' },
      });
      await run.cancel();
      await visit(`/runs/${run.podcastId}`);
      const steps = region('Steps');
      await steps.getByText('Recording line 1').click();
      await steps.getByText('It is clipped.').waitFor();
      await steps.getByText(/choose another voice/).waitFor();
      const input = steps.getByLabel('Input', { exact: true });
      assert.match(await input.innerText(), /name 0 <b>bold<\/b>/);
      assert.doesNotMatch(await input.innerText(), /name 399/);
      await steps.getByRole('button', { name: /^Show all \(\d+ KB\)/ }).click();
      assert.match(await input.innerText(), /name 399 <b>bold<\/b>/);
    });

    it('says what of the record is on its way, and what cannot be shown, and shows it when it is there', async () => {
      const { page } = watched;
      const gate = new EventEmitter();
      const opened = once(gate, 'open');
      const parts = ['Provider calls and cost', 'Audit record', 'Log'];
      await page.route(/podcasts\/[^/]+(\/audit)?$/, async (route) => {
        await opened;
        await route.abort();
      });
      await visit(`/runs/${failed}`);
      for (const part of ['Timeline', ...parts])
        await region(part)
          .getByText(/^Loading /)
          .waitFor();
      gate.emit('open');
      for (const part of parts) await region(part).getByRole('button', { name: 'Try again' }).waitFor();
      // What the run itself tells, said to be no more than that.
      await region('Timeline').getByText('only the last attempt of each step').waitFor();
      await region('Timeline').getByText('The timeline as a table').click();
      await region('Timeline').getByRole('row').filter({ hasText: 'vfa:003' }).first().waitFor();
      assert.deepEqual(await seriousViolations(page), []);

      await page.unroute(/podcasts\/[^/]+(\/audit)?$/);
      await region('Audit record').getByRole('button', { name: 'Try again' }).click();
      await region('Audit record')
        .getByRole('button', { name: /^Check the/ })
        .waitFor();
      await region('Provider calls and cost').getByText('Every call').waitFor();
      await region('Log').getByRole('button', { name: 'Try again' }).click();
      await region('Log').getByRole('listitem').first().waitFor();
      assert.equal(await page.getByRole('alert').count(), 0);
      assert.equal(await page.getByText('only the last attempt of each step').count(), 0);
      forgive(watched, 'ERR_FAILED');
    });

    it('gets the record by itself when it can be had again', async () => {
      const { page } = watched;
      await page.clock.install();
      await page.route('**/audit', (route) => route.abort());
      await visit(`/runs/${failed}`);
      await region('Steps').getByText('Recording line 4').waitFor();
      const alert = region('Audit record').getByRole('alert');
      await until('it is given up', async () => {
        await page.clock.runFor(1_000);
        return (await alert.count()) === 1;
      });
      await page.unroute('**/audit');
      await page.clock.runFor(11_000);
      await region('Audit record')
        .getByRole('button', { name: /^Check the/ })
        .waitFor();
      forgive(watched, 'ERR_FAILED');
    });

    it('follows a run under way, pauses and resumes it, cancels it when that is meant, and retries it', async () => {
      const { page } = watched;
      const gate = new Gate();
      world.faults.forge = (at) => (segmentOf(at) >= 1 ? gate.pass(at) : undefined);
      const id = await ordered(world, requestOf('Muckle'));
      await visit(`/runs/${id}`);
      await region('Steps')
        .getByRole('listitem')
        .filter({ hasText: 'Recording line 2' })
        .getByText('In progress')
        .waitFor();
      await region('Log').getByText('Recording the voices.').waitFor();
      await page.getByRole('button', { name: 'Pause making' }).click();
      await state('Paused').waitFor();
      await page.getByText(/^Paused. The current lines will finish/).waitFor();
      await page.getByRole('button', { name: 'Resume making' }).click();
      await state('Recording the voices').waitFor();
      await page.getByRole('button', { name: 'Cancel' }).click();
      const dialog = page.getByRole('dialog', { name: 'Stop making this episode?' });
      await dialog.getByRole('button', { name: 'Keep going' }).click();
      await dialog.waitFor({ state: 'detached' });
      assert.equal((await detail(world, id)).overall_status, 'in_progress');
      await page.getByRole('button', { name: 'Cancel' }).click();
      await dialog.getByRole('button', { name: 'Stop it' }).click();
      await page.getByText('The run was cancelled.').first().waitFor();
      gate.open();
      world.mend();
      await page.getByRole('button', { name: 'Retry' }).click();
      await page.getByText(/^Restarted\./).waitFor();
      await page.getByRole('definition').filter({ hasText: 'Finished' }).waitFor({ timeout: 40_000 });
      await page.getByText('The timeline as a table').click();
      const attempts = page.getByRole('region', { name: 'Attempts' });
      await attempts.getByRole('row', { name: /vfa:001 2 1 Completed/ }).waitFor();
      await region('Log').getByText('(attempt 2)').first().waitFor();
    });

    it('and the episode’s page know at once what was done on the other', async () => {
      const { page } = watched;
      world.faults.forge = (at) => {
        if (segmentOf(at) === 3) throw new AethercastError('VFA_SEGMENT_SILENT');
      };
      const id = await ordered(world, requestOf('Rattray'));
      await ended(world, id);
      const gate = new Gate();
      world.faults.forge = (at) => (segmentOf(at) >= 3 ? gate.pass(at) : undefined);
      await visit(`/runs/${id}`);
      await state('Failed').waitFor();
      await page.getByRole('link', { name: 'Open the episode' }).click();
      await page.getByRole('heading', { name: 'Recording the voices failed' }).waitFor();
      await page.getByRole('button', { name: 'Retry' }).click();
      await page.getByRole('button', { name: 'Pause making' }).waitFor();
      await until('a line waits', () => gate.waiting.length > 0);
      await page.goBack();
      await state('In progress').waitFor(soon);
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('button', { name: 'Stop it' }).click();
      await state('Cancelled').waitFor();
      await page.getByRole('link', { name: 'Open the episode' }).click();
      await page.getByRole('heading', { name: 'This episode was cancelled' }).waitFor(soon);
      await page.goBack();
      await page.getByRole('button', { name: 'Retry' }).click();
      await page.getByText(/^Restarted\./).waitFor();
      await page.getByRole('link', { name: 'Open the episode' }).click();
      await page.getByRole('button', { name: 'Pause making' }).waitFor(soon);
      gate.open();
      await ended(world, id, 3);
    });

    it('shows the provider calls and what they cost', async () => {
      await visit(`/runs/${failed}`);
      const cost = region('Provider calls and cost');
      await cost
        .getByText(/^\$0\.00/)
        .first()
        .waitFor();
      await cost.getByText('Every call').click();
      await cost
        .getByRole('row', { name: /^vfa:003 .* failed$/ })
        .first()
        .waitFor();
    });

    it('checks the hash chain in the browser, and names the first entry that was changed', async () => {
      const { page } = watched;
      await visit(`/runs/${failed}`);
      await page.getByRole('button', { name: /^Check the \d+ entries$/ }).click();
      await page.getByText(/All \d+ entries are intact\.$/).waitFor();

      await page.route('**/api/v1/podcasts/*/audit', async (route) => {
        const response = await route.fetch();
        const text = await response.text();
        // The fifth entry says something else than what was hashed.
        let entries = 0;
        const forged = text.replaceAll('\\"op\\"', (found) => ((entries += 1) === 5 ? '\\"0p\\"' : found));
        await route.fulfill({ response, body: forged });
      });
      await page.reload();
      await page.getByRole('button', { name: /^Check the/ }).click();
      await page.getByText('The chain is broken. Entry 5 was changed').waitFor();
    });

    it('says where hashes cannot be computed, and what to do instead', async () => {
      const { page } = watched;
      await page.addInitScript('Object.defineProperty(window, "isSecureContext", { value: false })');
      await visit(`/runs/${failed}`);
      await page.getByText(/only on https and localhost/).waitFor();
      assert.equal(await page.getByRole('button', { name: /^Check the/ }).count(), 0);
      const record = page.getByRole('link', { name: 'Download the record' });
      assert.equal(await record.getAttribute('href'), `/api/v1/podcasts/${failed}/audit`);
    });

    it('remembers a deleted episode, and says so', async () => {
      const run = await GrowingEpisode.begin(world);
      await run.cancel();
      await run.delete();
      await visit(`/runs/${run.podcastId}`);
      await watched.page.getByText(/^The episode was deleted on /).waitFor();
      assert.equal(await watched.page.getByRole('button', { name: 'Retry' }).count(), 0);
    });

    it('says that there is no such run', async () => {
      await visit('/runs/00000000-0000-4000-8000-000000000000');
      await watched.page.getByText('There is no run with this id.', { exact: true }).waitFor();
      await watched.page.getByRole('link', { name: 'All activity' }).waitFor();
      forgive(watched, 404);
    });

    for (const [look, options] of Object.entries(looks)) {
      it(`is accessible and fits, ${look}`, async () => {
        watched = await suite.open(options);
        const { page } = watched;
        await visit(`/runs/${failed}`);
        await page.getByText('The timeline as a table').click();
        await page.getByText('Every call').click();
        await region('Steps').getByText('Recording line 4').click();
        await page.getByRole('button', { name: /^Check the/ }).click();
        await page.getByText(/are intact\.$/).waitFor();
        assert.deepEqual(await faultsOfLook(), []);
      });
    }
  });

  async function visit(path: string): Promise<void> {
    await watched.page.goto(`${world.url}${path}`);
  }

  function row(words: string): Locator {
    return watched.page.getByRole('row').filter({ hasText: words }).first();
  }

  function region(name: string): Locator {
    return watched.page.getByRole('region', { name, exact: true });
  }

  function state(words: string): Locator {
    return watched.page.getByRole('definition').filter({ hasText: words });
  }

  function hide(hidden: boolean): Promise<unknown> {
    return watched.page.evaluate(`
      Object.defineProperty(document, 'visibilityState', { configurable: true, value: '${hidden ? 'hidden' : 'visible'}' });
      dispatchEvent(new Event('visibilitychange'));`);
  }

  async function faultsOfLook(): Promise<string[]> {
    const wider = await watched.page.evaluate('document.documentElement.scrollWidth - innerWidth');
    const fits = typeof wider === 'number' && wider <= 0;
    return [...(await seriousViolations(watched.page)), ...(fits ? [] : [`${String(wider)} px too wide`])];
  }
});
