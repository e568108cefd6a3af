import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { AethercastError } from '../../platform/aethercast-error.js';
import { forgive, phone, seriousViolations } from '../support/browser.js';
import { browserSuite } from '../support/browser-suite.js';
import type { WatchedPage } from '../support/chromium.js';
import { Gate } from '../support/faults.js';
import { detail, ordered, scriptOf, send } from '../support/gateway-http.js';
import { GrowingEpisode } from '../support/growing-episode.js';
import { ended, segmentOf } from '../support/runs.js';
import { requestOf, storyOf } from '../support/sources.js';
import { until } from '../support/until.js';
import { otherOwnerId } from '../support/store.js';
import { createWorld, type World } from '../support/world.js';
import { streamedWorld } from '../support/service-processes.js';

describe('the episode page', function () {
  this.timeout(120_000);
  const suite = browserSuite();
  let world: World;
  let watched: WatchedPage;
  /** A finished one. */
  let finished: string;

  before(async () => {
    ({ world } = await streamedWorld(suite, (env) => createWorld({ env })));
    finished = await ordered(world, requestOf('Muckle Flugga', storyOf('Muckle Flugga')));
    await ended(world, finished);
  });
  beforeEach(async () => {
    watched = await suite.open();
  });
  afterEach(() => world.mend());

  it('shows the stages and the lines as they are made, until it is finished, by itself', async () => {
    const gate = holdFrom(2);
    const id = await visitNew();
    await stage('Recording the voices')
      .getByText(/^In progress/)
      .waitFor();
    assert.equal(await stage('Recording the voices').getAttribute('aria-current'), 'step');
    await stage('Reading the sources')
      .getByText(/^Done, .* s/)
      .waitFor();
    await stage('Finishing').getByText('Not started').waitFor();
    await main()
      .getByText(/^2 of \d+ lines recorded, 0:\d\d ready to play/)
      .waitFor();
    assert.equal(
      await main().getByRole('progressbar', { name: 'Lines recorded' }).getAttribute('value'),
      '2',
    );
    await main()
      .getByText(/^0:\d\d so far$/)
      .waitFor();
    gate.open();
    await main().getByText('Finished', { exact: true }).waitFor();
    await main()
      .getByLabel(/^Length 0:\d\d$/)
      .waitFor();
    await main().getByText('How it was made').click();
    await stage('Finishing')
      .getByText(/^Done, /)
      .waitFor();
    await stage('Drawing the cover').getByText('Done').waitFor();
    await until('the cover is shown', () =>
      watched.page.evaluate<boolean>('document.querySelector("main header img")?.naturalWidth > 0'),
    );
    assert.equal(await watched.page.title(), `${(await detail(world, id)).title ?? ''} · Aethercast`);
  });

  it('is told of each line by the streamer, without asking', async () => {
    const gate = holdFrom(1);
    const id = await ordered(world, request());
    await waiting(gate);
    await until(
      'the script is written',
      async () => (await detail(world, id)).progress.segments_total !== null,
    );
    // Whoever asks is told how it stood when the first line was there.
    const stale = JSON.stringify(await detail(world, id));
    await watched.page.route(`**/api/v1/podcasts/${id}`, (route) =>
      route.fulfill({ contentType: 'application/json', body: stale }),
    );
    await visit(id);
    await main()
      .getByText(/^1 of \d+ lines recorded/)
      .waitFor();
    gate.open();
    const { progress } = await ended(world, id);
    await main()
      .getByText(new RegExp(`^${progress.segments_done} of ${progress.segments_done} lines recorded`))
      .waitFor();
  });

  it('goes on by asking where the streamer cannot be joined', async () => {
    const gate = holdFrom(1);
    // For as long as the page is there it tries again.
    watched = await suite.open({ allow: /ERR_FAILED \(.*\/stream-tickets\)$/ });
    await watched.page.route('**/api/v1/stream-tickets', (route) => route.abort());
    const id = await visitNew();
    await main()
      .getByText(/^1 of \d+ lines recorded/)
      .waitFor();
    gate.open();
    await main().getByText('Finished', { exact: true }).waitFor({ timeout: 30_000 });
    // The last line too can be pressed, without a reload.
    const transcript = watched.page.getByRole('region', { name: 'Transcript' });
    await transcript.getByRole('group', { name: 'Lines' }).hover();
    await watched.page.mouse.wheel(0, 10_000);
    const { text } = (await scriptOf(world, id)).segments.at(-1)!.lines.at(-1)!;
    await transcript.getByRole('button', { name: text }).click({ timeout: 5_000 });
    await button('Pause listening').waitFor();
  });

  it('plays from the first line on, and does not lose its place when it is loaded anew', async () => {
    const gate = holdFrom(1);
    await visitNew();
    const listen = main().getByRole('button', { name: 'Listen', exact: true });
    await listen.click();
    await main().getByRole('button', { name: 'Pause listening' }).waitFor();
    await watched.page.reload();
    await stage('Recording the voices')
      .getByText(/^In progress/)
      .waitFor();
    await main()
      .getByText(/^1 of \d+ lines recorded/)
      .waitFor();
    await main().getByRole('button', { name: 'Pause listening' }).waitFor();
    gate.open();
    await main().getByText('Finished', { exact: true }).waitFor();
  });

  it('pauses and resumes the making', async () => {
    const gate = holdFrom(1);
    await visitNew();
    await waiting(gate);
    await button('Pause making').click();
    await main().getByText('Paused', { exact: true }).first().waitFor();
    await main()
      .getByText(/^Paused. The current lines will finish/)
      .waitFor();
    await stage('Recording the voices')
      .getByText(/^Paused/)
      .waitFor();
    gate.open();
    await button('Resume making').click();
    await main().getByText('Finished', { exact: true }).waitFor();
  });

  it('cancels only when that is meant, tells what is kept, and a retry finishes it', async () => {
    const gate = holdFrom(2);
    const id = await visitNew();
    await main()
      .getByText(/^2 of \d+ lines recorded/)
      .waitFor();
    await waiting(gate);
    await button('Cancel').click();
    const dialog = watched.page.getByRole('dialog', { name: 'Stop making this episode?' });
    await dialog.getByText(/What has been made so far is kept/).waitFor();
    assert.deepEqual(await seriousViolations(watched.page), []);
    await dialog.getByRole('button', { name: 'Keep going' }).click();
    await dialog.waitFor({ state: 'detached' });
    assert.equal((await detail(world, id)).overall_status, 'in_progress');
    await button('Cancel').click();
    await dialog.getByRole('button', { name: 'Stop it' }).click();
    await main().getByRole('heading', { name: 'This episode was cancelled' }).waitFor();
    await main()
      .getByText(/^Kept: the sources, the script, 2 of \d+ lines.* A retry only does what is missing\.$/)
      .waitFor();
    await stage('Recording the voices')
      .getByText(/^Stopped/)
      .waitFor();
    assert.equal(await main().getByRole('button', { name: 'Listen' }).count(), 0);
    world.mend();
    await button('Retry').click();
    await main().getByText('Finished', { exact: true }).waitFor();
    assert.equal((await detail(world, id)).run_number, 2);
  });

  it('says what failed and where, and a retry redoes only that', async () => {
    world.faults.forge = (at) => {
      if (segmentOf(at) === 3) throw new AethercastError('VFA_SEGMENT_SILENT');
    };
    const id = await visitNew();
    await main().getByRole('heading', { name: 'Recording the voices failed' }).waitFor();
    await main().getByText('The finished segment is silent.').waitFor();
    await main()
      .getByText(/Retry records only the missing lines/)
      .waitFor();
    await main()
      .getByText(/^Kept: the sources, the script, /)
      .waitFor();
    await stage('Recording the voices')
      .getByText(/^Failed/)
      .waitFor();
    assert.equal(
      await main().getByRole('link', { name: 'See every step' }).getAttribute('href'),
      `/runs/${id}`,
    );
    assert.deepEqual(await seriousViolations(watched.page), []);
    const before = world.done.forged.filter(({ run }) => run.endsWith(id)).map(segmentOf);
    world.mend();
    await button('Retry').click();
    await main().getByText('Finished', { exact: true }).waitFor();
    const again = world.done.forged.filter(({ run }) => run.endsWith(id)).map(segmentOf);
    assert.equal(new Set(again).size, again.length, 'no line is spoken twice');
    assert.ok(before.length > 0 && before.length < again.length);
  });

  it('says what is not known yet when the engine is slow, and why a request came too late', async () => {
    const gate = holdFrom(1);
    const id = await visitNew();
    await waiting(gate);
    await watched.page.route('**/pause', (route) =>
      route.fulfill({
        status: 202,
        contentType: 'application/json',
        body: JSON.stringify({ podcast_id: id, action: 'pause', applied: false }),
      }),
    );
    await button('Pause making').click();
    await main()
      .getByText('Pause requested. It takes effect as soon as the server can pass it on.')
      .waitFor();
    await watched.page.route('**/cancel', (route) =>
      route.fulfill({
        status: 409,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          error_code: 'API_GW_PODCAST_STATE_CONFLICT',
          message: 'The episode is completed; only an episode that is pending can be cancelled.',
          retryable: false,
        }),
      }),
    );
    await button('Cancel').click();
    await watched.page.getByRole('button', { name: 'Stop it' }).click();
    await main().getByText('The episode was not cancelled.').waitFor();
    await main()
      .getByText('Its state has changed in the meantime. This page shows the current state.')
      .waitFor();
    gate.open();
    await main().getByText('Finished', { exact: true }).waitFor();
    forgive(watched, 409);
  });

  it('says what a finished episode lacks', async () => {
    world.faults.draw = () => {
      throw new AethercastError('IGA_IMAGE_UNDECODABLE', { details: { retry_after_ms: 1 } });
    };
    // A title of its own: a picture that was drawn already is not drawn again.
    await visit(await ordered(world, requestOf('Coverless', storyOf('Coverless'))));
    await main().getByText('Finished, with warnings').waitFor();
    await main().getByText('Finished, but with some problems').waitFor();
    await main()
      .getByText(/The episode has no cover\./)
      .waitFor();
    await main().getByText('How it was made').click();
    await stage('Drawing the cover').getByText('Missing').waitFor();
  });

  it('shows the script with the sources of every line, links alone as links', async () => {
    await watched.page.route(`**/api/v1/podcasts/${finished}/script`, async (route) => {
      const answer = await route.fetch();
      const script = (await answer.json()) as { sources: object[]; left_out: object[] };
      const [first] = script.sources;
      const more = { source_id: 'more', kind: 'url', title: 'Not a page', sha256: '', word_count: 7 };
      script.sources = [
        { ...first, url: 'HTTPS://example.org/light', site_name: 'Example', byline: 'Ada' },
        { ...more, url: 'javascript:alert(1)' },
      ];
      script.left_out = [
        { source_id: 'more', reason: 'table', in_words: '2 tables', pieces: 2, words: 40 },
        { source_id: 'more', reason: 'question', in_words: 'one question', pieces: 1, words: 2 },
      ];
      await route.fulfill({ response: answer, json: script });
    });
    await visit(finished);
    const script = watched.page.getByRole('region', { name: 'Script and sources' });
    await script.getByRole('heading', { name: 'Introduction' }).waitFor();
    const cited = script.getByText('Source 1', { exact: true }).first();
    await cited.click();
    await script
      .getByText(/, sentences? \d/)
      .first()
      .waitFor();
    const sources = watched.page.getByRole('region', { name: 'Sources', exact: true });
    await sources.getByText(/^Example, Ada, .*words$/).waitFor();
    const links = sources.getByRole('link');
    assert.equal(await links.count(), 1);
    assert.equal(await links.getAttribute('href'), 'HTTPS://example.org/light');
    await sources.getByText('Not a page').waitFor();
    await sources.getByText('Not read: 42 words').click();
    await sources.getByText('2 tables (40 words)').waitFor();
    const spoken = main().getByRole('paragraph').filter({ hasText: 'Source of the current line:' });
    await button('Listen').click();
    await spoken.getByRole('link', { name: /\(opens in a new tab\)$/ }).waitFor();
  });

  it('plays a chapter from its beginning', async () => {
    await visit(finished);
    const chapters = watched.page.getByRole('region', { name: 'Chapters' }).getByRole('button');
    await chapters.first().waitFor();
    const { text } = await send(world, `/api/v1/podcasts/${finished}/chapters.json`);
    const { chapters: served } = JSON.parse(text) as { chapters: { startTime: number }[] };
    assert.equal(await chapters.count(), served.length);
    const start = served[1]?.startTime ?? assert.fail('one chapter alone');
    await chapters.nth(1).click();
    await main().getByRole('button', { name: 'Pause listening' }).waitFor();
    await until('it plays from there', async () => {
      const at = await watched.page
        .getByRole('slider', { name: /position|seek/i })
        .first()
        .inputValue();
      return Number(at) >= start * 1_000;
    });
  });

  it('gives its parts as files that are named by its title', async () => {
    await visit(finished);
    const { title } = await detail(world, finished);
    const files = {
      Audio: ['audio.mp3', 'mp3'],
      Transcript: ['transcript.vtt', 'vtt'],
      Chapters: ['chapters.json', 'chapters.json'],
      Script: ['script', 'script.json'],
    } as const;
    for (const [words, [address, ending]] of Object.entries(files)) {
      const link = watched.page
        .getByRole('region', { name: 'Downloads' })
        .getByRole('link', { name: new RegExp(`^${words}`) });
      const [download] = await Promise.all([watched.page.waitForEvent('download'), link.click()]);
      assert.equal(download.suggestedFilename(), `${title ?? ''}.${ending}`);
      const served = await fetch(`${world.url}/api/v1/podcasts/${finished}/${address}`);
      assert.ok(served.ok);
      const got = await readFile(await download.path());
      assert.ok(got.equals(Buffer.from(await served.arrayBuffer())), words);
      assert.ok(got.length > 100);
    }
  });

  it('becomes public, and unlisted again, when that is meant', async () => {
    await visit(finished);
    async function heard(): Promise<number> {
      return (await send(world, `/api/v1/podcasts/${finished}/transcript.vtt`, { owner: otherOwnerId }))
        .status;
    }
    const isPublic = watched.page.getByRole('switch', { name: 'Public' });
    await isPublic.click();
    const dialog = watched.page.getByRole('dialog', { name: 'Make it public?' });
    await dialog.getByText(/The next mail to subscribers announces it/).waitFor();
    await watched.page.keyboard.press('Escape');
    assert.equal(await isPublic.getAttribute('aria-checked'), 'false');
    assert.equal(await heard(), 404);
    await isPublic.click();
    await dialog.getByRole('button', { name: 'Make it public' }).click();
    await watched.page.getByRole('switch', { name: 'Public', checked: true }).waitFor();
    assert.equal(await heard(), 200);
    await isPublic.click();
    await watched.page.getByRole('button', { name: 'Make it unlisted' }).click();
    await watched.page.getByRole('switch', { name: 'Public', checked: false }).waitFor();
    assert.equal(await heard(), 404);
  });

  it('asks rarely, and for the episode alone, when the run is over, and for nothing while nobody looks', async () => {
    let asked = 0;
    const paths = new Set<string>();
    watched.page.on('request', (sent) => {
      const { pathname } = new URL(sent.url());
      if (!pathname.startsWith('/api/v1/podcasts/')) return;
      asked += 1;
      paths.add(pathname);
    });
    await watched.page.clock.install();
    await visit(finished);
    await watched.page
      .getByRole('region', { name: 'Script and sources' })
      .getByText('Source 1')
      .first()
      .waitFor();
    await watched.page.waitForLoadState('networkidle');
    const before = asked;
    paths.clear();
    let seconds = 0;
    await until('it has asked twice', async () => {
      await watched.page.clock.runFor(1_000);
      seconds += 1;
      return asked >= before + 2;
    });
    assert.ok(seconds > 45, `twice in ${seconds} s`);
    assert.deepEqual([...paths], [`/api/v1/podcasts/${finished}`]);

    const gate = holdFrom(1);
    const id = await ordered(world, request());
    await waiting(gate);
    await visit(id);
    await main()
      .getByText(/^1 of \d+ lines recorded/)
      .waitFor();
    const seen = asked;
    await watched.page.clock.runFor(10_000);
    await until('it asks while somebody looks', () => asked > seen);
    await watched.page.evaluate(`
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
      document.dispatchEvent(new Event('visibilitychange'));`);
    await watched.page.waitForLoadState('networkidle');
    const hidden = asked;
    await watched.page.clock.runFor(60_000);
    assert.equal(asked, hidden);
    gate.open();
    await ended(world, id);
  });

  it('is deleted when that is meant, and leads to the library', async () => {
    const gate = holdFrom(1);
    const id = await visitNew();
    await waiting(gate);
    await button('Delete').click();
    const dialog = watched.page.getByRole('dialog');
    await dialog.getByText('Cancel it first').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    gate.open();
    await main().getByText('Finished', { exact: true }).waitFor();
    await button('Delete').click();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await watched.page.waitForURL('**/library');
    assert.equal((await send(world, `/api/v1/podcasts/${id}`)).status, 410);
  });

  it('says that it was deleted elsewhere as soon as that is seen, and leads on', async () => {
    const [made, second] = [await GrowingEpisode.begin(world), await GrowingEpisode.begin(world)];
    await made.finish();
    await second.finish();
    await watched.page.clock.install();
    await visit(made.podcastId);
    await main().getByText('Finished', { exact: true }).waitFor();
    await made.delete();
    await watched.page.clock.runFor(31_000);
    await watched.page.getByRole('heading', { name: 'This episode was deleted' }).waitFor();
    forgive(watched, 410);

    await visit(second.podcastId);
    await main().getByText('Finished', { exact: true }).waitFor();
    await second.delete();
    await watched.page.getByRole('switch', { name: 'Public' }).click();
    await watched.page.getByRole('button', { name: 'Make it public' }).click();
    await watched.page.getByRole('heading', { name: 'This episode was deleted' }).waitFor();
    forgive(watched, 410);
    await watched.page.reload();
    await watched.page.getByRole('heading', { name: 'This episode was deleted' }).waitFor();
    assert.deepEqual(await seriousViolations(watched.page), []);
    await main().getByRole('link', { name: 'Go to your library' }).click();
    await watched.page.waitForURL('**/library');
    forgive(watched, 410);
    await visit('00000000-0000-4000-8000-000000000000');
    await watched.page.getByRole('heading', { name: 'Episode not found' }).waitFor();
    forgive(watched, 404);
  });

  it('says when the server is away, and goes on by itself when it is back', async () => {
    await visit(finished);
    await main().getByText('Finished', { exact: true }).waitFor();
    await watched.page.route('**/api/v1/podcasts/**', (route) => route.abort());
    await watched.page.reload();
    await main().getByText('The episode could not be loaded.').waitFor();
    await watched.page.unroute('**/api/v1/podcasts/**');
    await main().getByText('Finished', { exact: true }).waitFor({ timeout: 30_000 });
    forgive(watched, 'ERR_FAILED');
  });

  for (const [look, options] of Object.entries({
    light: { colorScheme: 'light' },
    dark: { colorScheme: 'dark' },
    'on a phone': { colorScheme: 'light', viewport: phone },
  } as const)) {
    it(`is accessible and fits, while it is made and afterwards, ${look}`, async () => {
      watched = await suite.open(options);
      const gate = holdFrom(1);
      await visitNew();
      await main()
        .getByText(/^1 of \d+ lines recorded/)
        .waitFor();
      await button('Listen').click();
      await button('Pause listening').waitFor();
      await assertFine();
      gate.open();
      await main().getByText('Finished', { exact: true }).waitFor();
      await main().getByText('How it was made').click();
      await watched.page.getByRole('region', { name: 'Chapters' }).getByRole('button').first().waitFor();
      await assertFine();
    });
  }

  async function assertFine(): Promise<void> {
    assert.deepEqual(await seriousViolations(watched.page), []);
    const tooWide = await watched.page.evaluate<string[]>(`[...document.querySelectorAll('body *')]
      .filter((element) => document.documentElement.scrollWidth > innerWidth &&
        element.getBoundingClientRect().right > innerWidth + 0.5)
      .map((element) => element.tagName + '.' + element.getAttribute('class'))`);
    assert.deepEqual(tooWide, []);
  }

  function request() {
    return requestOf('Bell Rock', storyOf('Bell Rock'));
  }

  /** Lines from this one on wait. */
  function holdFrom(seq: number): Gate {
    const gate = new Gate();
    world.faults.forge = (at) => (segmentOf(at) >= seq ? gate.pass(at) : undefined);
    return gate;
  }

  async function waiting(gate: Gate): Promise<void> {
    await until('a line waits', () => gate.waiting.length > 0);
  }

  async function visit(id: string): Promise<void> {
    await watched.page.goto(`${world.url}/episodes/${id}`);
  }

  async function visitNew(): Promise<string> {
    const id = await ordered(world, request());
    await visit(id);
    return id;
  }

  function main(): Locator {
    return watched.page.getByRole('main');
  }

  function button(name: string): Locator {
    return main().getByRole('button', { name, exact: true });
  }

  function stage(name: string): Locator {
    return watched.page.getByRole('list', { name: 'Stages' }).getByRole('listitem').filter({ hasText: name });
  }
});
