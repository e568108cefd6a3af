import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { triggerTypes, type RunKind } from '../../workflows/contract/runs.js';
import { badFeeds, goodFeeds } from '../fakes/newsroom.js';
import { forgive, phone, seriousViolations } from '../support/browser.js';
import { browserSuite } from '../support/browser-suite.js';
import type { WatchedPage } from '../support/chromium.js';
import { send } from '../support/gateway-http.js';
import { GrowingEpisode } from '../support/growing-episode.js';
import { createNewsroomWorld, type NewsroomWorld } from '../support/world.js';
import { streamedWorld } from '../support/service-processes.js';
import { until } from '../support/until.js';

const [dead] = badFeeds;

describe('the Discover page', function () {
  this.timeout(120_000);
  const suite = browserSuite();
  let world: NewsroomWorld;
  let watched: WatchedPage;
  let page: Page;

  before(async () => {
    ({ world } = await streamedWorld(suite, (env) =>
      createNewsroomWorld({ feeds: [...goodFeeds, dead!], env }),
    ));
  });
  beforeEach(async () => {
    watched = await suite.open();
    ({ page } = watched);
  });

  it('says once what this is, shows shapes at once, then the topics and who did not answer', async () => {
    // Answered only when the shapes were seen.
    await page.route('**/api/v1/ui/view/landingPage*', async (route) => {
      await page.getByText('Loading the topics…').waitFor();
      await route.continue();
    });
    await page.goto(world.url);
    await listenButtons(page).first().waitFor();
    assert.ok((await listenButtons(page).count()) >= 6);
    await page.getByText('Dead: The feed could not be reached.').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Discover' }).waitFor();

    const introduction = page.getByRole('complementary', { name: 'About Aethercast' });
    assert.match((await introduction.textContent()) ?? '', /an AI reads the sources/);
    await page.getByRole('button', { name: 'Close the introduction' }).click();
    await page.reload();
    await listenButtons(page).first().waitFor();
    assert.equal(await introduction.count(), 0);
  });

  it('keeps chosen categories in the address, the preferred first', async () => {
    await page.goto(world.url);
    await chip(page, 'Education').click();
    await shownCategories(page, ['Education']);
    assert.equal(new URL(page.url()).searchParams.get('categories'), 'Education');
    await chip(page, 'Science').click();
    await shownCategories(page, ['Education', 'Science']);
    await page.reload();
    await shownCategories(page, ['Education', 'Science']);
    assert.equal(await chip(page, 'Science').getAttribute('aria-pressed'), 'true');
    await page.goBack();
    await shownCategories(page, ['Education']);
    await chip(page, 'Education').click();
    await shownCategories(page, ['Education', 'Science', 'Technology']);
    assert.equal(await chip(page, 'All topics').getAttribute('aria-pressed'), 'true');

    await prefer(world, page, ['Science']);
    await page.goto(world.url);
    await shownCategories(page, ['Science']);
    const names = await page.locator('button[aria-pressed]').allTextContents();
    assert.deepEqual(names.slice(0, 3), ['All topics', 'Science', 'Technology']);
    await chip(page, 'All topics').click();
    await shownCategories(page, ['Education', 'Science', 'Technology']);
  });

  it('loads more topics behind those that are there, each once', async () => {
    // The newsroom is small: so are the pages here.
    await page.route('**/api/v1/ui/view/landingPage*', (route) =>
      route.continue({ url: route.request().url().replace('limit=9', 'limit=3') }),
    );
    await page.goto(world.url);
    await listenButtons(page).first().waitFor();
    assert.equal(await listenButtons(page).count(), 3);
    const before = await cardTitles(page);
    await page.getByRole('button', { name: 'Load more topics' }).click();
    await until('three more', async () => (await listenButtons(page).count()) === 6);
    const after = await cardTitles(page);
    assert.deepEqual(after.slice(0, 3), before);
    assert.equal(new Set(after).size, 6);
  });

  it('finds topics from the header and from the page, at an address of their own', async () => {
    await page.goto(`${world.url}/library`);
    await page.getByRole('searchbox', { name: 'Search topics' }).fill('eclipse');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Results for “eclipse”' }).waitFor();
    await page.getByRole('button', { name: /^Listen to .*eclipse/i }).waitFor();
    assert.equal(new URL(page.url()).search, '?q=eclipse');
    assert.equal(await page.getByRole('searchbox').count(), 1, 'one box');
    await box(page).fill('nephew & uncle');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.getByRole('heading', { name: 'Results for “nephew & uncle”' }).waitFor();
    await page.getByRole('button', { name: /^Listen to .*nephew/i }).waitFor();

    const searches = await runs(world, 'search');
    await page.reload();
    await page.getByRole('heading', { name: 'Results for “nephew & uncle”' }).waitFor();
    assert.deepEqual(await runs(world, 'search'), searches, 'a reload is the same search');

    await page.goto(`${world.url}/?q=zzzqqq`);
    await page.getByText('Nothing was found. Try other words.').waitFor();
    await page.getByRole('button', { name: 'Show all topics' }).click();
    await listenButtons(page).first().waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Make an episode about “zzzqqq”' }).click();
    await page.waitForURL(/\/create$/);
    await until('the topic is there', () => page.locator('input, textarea').evaluateAll(hasValue, 'zzzqqq'));
  });

  it('keeps the first reason of a failed search, the box and the categories', async () => {
    // It goes on asking.
    ({ page } = await suite.open({ allow: /status of 503 .*search\/podcasts\)$/ }));
    const reason = 'No topics could be found. Ars Technica: The feed could not be reached.';
    const answers = [
      ['API_GW_CPOA_SEARCH_ERROR_TDA_FAILURE', reason],
      ['API_GW_CPOA_SEARCH_SERVICE_UNAVAILABLE', 'The search has not finished yet. Try again shortly.'],
    ];
    let asked = 0;
    await page.route('**/api/v1/search/podcasts', (route) => {
      const [error_code, message] = answers[asked++] ?? answers[1]!;
      return route.fulfill({ status: 503, json: { error_code, message, retryable: true } });
    });
    await page.goto(`${world.url}/?q=airships`);
    await page.getByText(reason).waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await until('it is asked again', () => asked > 1);
    await page.getByText(reason).waitFor();
    assert.equal(await page.getByText('has not finished').count(), 0);
    assert.equal(await box(page).inputValue(), 'airships');
    await page.getByRole('link', { name: 'Science', exact: true }).waitFor();
    await page.getByRole('link', { name: 'Make an episode about “airships”' }).waitFor();
    assert.deepEqual(await seriousViolations(page), []);
  });

  it('takes a pasted link or text straight to Create', async () => {
    await page.goto(world.url);
    await box(page).fill('example.org/notes');
    await page.getByRole('button', { name: 'Make an episode' }).click();
    await page.waitForURL(/\/create$/);
    await until('the link is there', () =>
      page.locator('input').evaluateAll(hasValue, 'https://example.org/notes'),
    );
    await page.goto(world.url);
    const text = 'A first paragraph of notes.\n\nAnd a second one.';
    await box(page).evaluate((field, pasted) => {
      const Transfer = Reflect.get(globalThis, 'DataTransfer') as new () => {
        setData: (type: string, text: string) => void;
      };
      const Paste = Reflect.get(globalThis, 'ClipboardEvent') as new (type: string, init: object) => never;
      const clipboardData = new Transfer();
      clipboardData.setData('text/plain', pasted);
      (field as unknown as { dispatchEvent: (event: never) => void }).dispatchEvent(
        new Paste('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, text);
    await page.waitForURL(/\/create$/);
    await until('the text is there', () => page.locator('textarea').evaluateAll(hasValue, text));
  });

  it('waits calmly for topics that are being looked for, and shows covers as they come', async () => {
    let answers = 0;
    await page.route('**/api/v1/ui/view/landingPage*', async (route) => {
      const response = await route.fetch();
      const view = (await response.json()) as { context_data: { snippets: object[]; pending: boolean } };
      const { snippets } = view.context_data;
      answers += 1;
      const context_data = {
        ...view.context_data,
        snippets: answers === 1 ? [] : snippets.map((each) => ({ ...each, image_url: null })),
        pending: answers === 1,
      };
      await route.fulfill({ json: answers > 2 ? view : { ...view, context_data } });
    });
    await page.goto(world.url);
    await page.getByText('Loading the topics…').waitFor();
    await listenButtons(page).first().waitFor();
    assert.equal(await page.getByText('The topics could not be loaded.').count(), 0);
    await page.locator('.view-topic-coverless').first().waitFor();
    await page.getByRole('article').first().locator('img').waitFor();
    await until('all covers', async () => (await page.locator('.view-topic-coverless').count()) === 0);
  });

  it('goes deeper in place and on from there, and closes again', async () => {
    await page.goto(world.url);
    const [title] = await exploredFrom(page);
    const panel = page.getByRole('heading', { name: /^(Deeper into|Broader than)/ });
    assert.ok((await panel.textContent())?.includes(title));
    const close = page.getByRole('button', { name: /^Close (Deeper|Broader)/ });
    await close.click();
    await until('the panel is gone', async () => (await panel.count()) === 0);
    const focused = await page.evaluate<string>('document.activeElement.getAttribute("aria-label")');
    assert.equal(focused, `Listen to ${title}`);
  });

  it('makes one episode of a topic, however often Listen is pressed and whatever becomes of the answer', async () => {
    // An answer that was thrown away is in the console, unless the page was loaded anew before.
    ({ page } = await suite.open({ allow: /ERR_FAILED \(.*\/api\/v1\/podcasts\)$/ }));
    await page.goto(world.url);
    const listen = listenButtons(page).nth(1);
    await listen.waitFor();
    const keys: string[] = [];
    // The gateway takes the order, and the answer is lost.
    await page.route('**/api/v1/podcasts', async (route) => {
      keys.push(route.request().headers()['idempotency-key'] ?? '');
      await route.fetch();
      await route.abort();
    });
    await listen.dblclick();
    await until('the order was sent', () => keys.length > 0);
    await page.reload();
    await page.unroute('**/api/v1/podcasts');
    const answered = page.waitForRequest(
      (request) => request.method() === 'POST' && request.url().endsWith('/podcasts'),
    );
    await listenButtons(page).nth(1).click();
    keys.push((await answered).headers()['idempotency-key'] ?? '');
    await page.waitForURL(/\/episodes\/[0-9a-f-]{36}$/);
    assert.equal(new Set(keys).size, 1, keys.join());
    assert.match(keys[0]!, /^[0-9a-f-]{36}$/);
    const id = page.url().split('/').at(-1);
    assert.deepEqual(await runs(world, 'podcast'), [id]);
    // One press is enough: it is waited for, and begins by itself.
    await page
      .getByRole('region', { name: 'Player', exact: true })
      .getByRole('button', { name: 'Pause' })
      .waitFor();
    const position = page.getByRole('slider', { name: 'Position' });
    await until('it sounds', async () => Number(await position.inputValue()) > 500, 60_000);
  });

  it('plays the episode that a topic has, and makes a new one where that is wanted or it came to nothing', async () => {
    // The player may ask once more for what came to nothing before it is told so.
    watched = await suite.open({ allow: /404 .*\/audio\.mp3/ });
    ({ page } = watched);
    const made: GrowingEpisode[] = [];
    await page.route('**/api/v1/podcasts', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      made.push(await GrowingEpisode.begin(world));
      return route.fulfill({ status: 202, json: { podcast_id: made.at(-1)!.podcastId } });
    });
    await page.goto(world.url);
    await listenButtons(page).first().waitFor();
    const title = (await listenButtons(page).first().getAttribute('aria-label')) ?? '';
    const listen = page.getByRole('button', { name: title, exact: true });
    function shown(at: number): Promise<void> {
      return page.waitForURL(`**/episodes/${made[at]?.podcastId ?? ''}`);
    }
    await listen.click();
    await page.waitForURL('**/episodes/*');
    await page.goto(world.url);
    await listen.click();
    await shown(0);
    await page
      .getByRole('region', { name: 'Player', exact: true })
      .getByRole('button', { name: 'Pause' })
      .waitFor();
    assert.equal(made.length, 1);

    await page.goto(world.url);
    await page.getByRole('button', { name: title.replace('Listen to', 'Make a new episode about') }).click();
    await until('another one is made', () => made.length === 2);
    await shown(1);

    await made[1]!.fail();
    await page.goto(world.url);
    await listen.click();
    await until('a third one is made', () => made.length === 3);
    await shown(2);
  });

  it('subscribes an address, and says in words why it does not', async () => {
    await page.goto(world.url);
    const field = page.getByRole('textbox', { name: 'E-mail address' });
    await page.getByRole('button', { name: 'Subscribe' }).click();
    await page.getByRole('alert').getByText('Enter your e-mail address.').waitFor();
    await field.fill('nobody');
    await page.getByRole('button', { name: 'Subscribe' }).click();
    await page.getByRole('alert').getByText('Enter a complete e-mail address').waitFor();
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    await field.fill('listener@example.org');
    await page.keyboard.press('Enter');
    await page.getByText('Open the link in the mail').waitFor();
    assert.equal(await field.inputValue(), '');
    await world.db
      .updateTable('subscribers')
      .set({ confirmed_at: new Date() })
      .where('email', '=', 'listener@example.org')
      .execute();
    await field.fill('listener@example.org');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('This address is already subscribed').waitFor();
    forgive(watched, 409);
  });

  it('says what failed, and shows the topics by itself when they are there again', async () => {
    await page.route('**/api/v1/ui/view/landingPage*', (route) => route.abort());
    await page.goto(world.url);
    await page.getByText('The topics could not be loaded.').waitFor();
    await page.getByText('The server is not responding.').waitFor();
    await page.getByRole('link', { name: 'Science', exact: true }).waitFor();
    await box(page).waitFor();
    await page.unroute('**/api/v1/ui/view/landingPage*');
    await listenButtons(page).first().waitFor();
    assert.equal(await page.getByText('The topics could not be loaded.').count(), 0);
    forgive(watched, 'ERR_FAILED');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has no serious violation in ${colorScheme} colours`, async () => {
      ({ page } = await suite.open({ colorScheme }));
      await page.goto(world.url);
      await exploredFrom(page);
      assert.deepEqual(await seriousViolations(page), []);
      await page.goto(`${world.url}/?q=zzzqqq`);
      await page.getByText('Nothing was found. Try other words.').waitFor();
      assert.deepEqual(await seriousViolations(page), []);
    });
  }

  it('fits a phone, where all of it can be reached by keyboard', async () => {
    ({ page } = await suite.open({ viewport: phone, hasTouch: true }));
    await page.addInitScript(`
      globalThis.shifts = 0;
      new PerformanceObserver((list) => {
        for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shifts += value;
      }).observe({ type: 'layout-shift', buffered: true });`);
    await page.goto(world.url);
    await listenButtons(page).first().waitFor();
    const button = await listenButtons(page).first().boundingBox();
    assert.ok(button !== null && button.y + button.height <= phone.height, 'a topic with Listen at once');
    const shifts = await page.evaluate<number>('shifts');
    assert.ok(shifts < 0.05, `layout shift ${shifts}`);
    await exploredFrom(page);
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), phone.width);
    const [first] = await page.getByRole('article').all();
    await first!.getByRole('button').first().focus();
    const reached: string[] = [];
    while (reached.length < 2) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate<string>('document.activeElement.textContent'));
    }
    assert.deepEqual(reached, ['Go deeper', 'Go broader']);
    assert.deepEqual(await seriousViolations(page), []);
  });
});

function box(page: Page) {
  return page.getByRole('searchbox', { name: 'Paste a link, or say what interests you' });
}

/** Whether one of the fields has this text. Runs in the page. */
function hasValue(fields: unknown[], wanted: string): boolean {
  return fields.some((field) => (field as { value: string }).value === wanted);
}

function listenButtons(page: Page) {
  return page.getByRole('button', { name: /^Listen to / });
}

function cardTitles(page: Page): Promise<string[]> {
  return page.getByRole('article').getByRole('heading').allTextContents();
}

function chip(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true });
}

/** Waits until the cards shown are of these categories and of no others. */
async function shownCategories(page: Page, expected: string[]): Promise<void> {
  await until(`cards of ${expected.join()}`, async () => {
    const shown = await page.locator('article').evaluateAll((cards) =>
      // The page's own types are not the tests'.
      cards.map((card) => (card as unknown as { innerText: string }).innerText.split('\n')[0] ?? ''),
    );
    return JSON.stringify([...new Set(shown)].sort()) === JSON.stringify(expected);
  });
}

/** Explores from cards until one leads somewhere; answers its title. The newsroom is small: not every topic does. */
async function exploredFrom(page: Page): Promise<[string]> {
  await listenButtons(page).first().waitFor();
  const buttons = page.getByRole('button', { name: /^Go broader than/ });
  for (const button of await buttons.all()) {
    const title = ((await button.getAttribute('aria-label')) ?? '').replace('Go broader than ', '');
    await button.click();
    const panel = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: `Broader than “${title}”` }) });
    await panel.waitFor();
    if ((await panel.getByRole('article').count()) > 0) return [title];
    await panel.getByRole('button', { name: /^Close/ }).click();
  }
  throw new assert.AssertionError({ message: 'no topic leads anywhere' });
}

async function prefer(world: NewsroomWorld, page: Page, categories: string[]): Promise<void> {
  const client_id = await page.evaluate<string>('localStorage.getItem("aethercast.client")');
  const body = { client_id, preferences: { preferred_categories: categories } };
  assert.equal((await send(world, '/api/v1/session/preferences', { body })).status, 200);
}

/** The ids of all runs of this kind. */
async function runs(world: NewsroomWorld, kind: RunKind): Promise<string[]> {
  const rows = await world.db
    .selectFrom('workflow_instances')
    .select('workflow_id')
    .where('trigger_event_type', '=', triggerTypes[kind])
    .execute();
  return rows.map(({ workflow_id: id }) => id);
}
