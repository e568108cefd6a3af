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
    // One slim line, until somebody wants to see more.
    await stages().waitFor({ state: 'hidden' });
    await openStages();
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
    await openStages();
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
    await player().getByRole('button', { name: 'Pause' }).waitFor();
  });

  it('plays from the first line on, and does not lose its place when it is loaded anew', async () => {
    const gate = holdFrom(1);
    await visitNew();
    await play();
    await watched.page.reload();
    await main()
      .getByText(/^1 of \d+ lines recorded/)
      .waitFor();
    await player().getByRole('button', { name: 'Pause' }).waitFor();
    // One player, and that is the page's.
    assert.equal(await watched.page.getByRole('button', { name: /^(Play|Pause|Listen)$/ }).count(), 1);
    assert.equal(await watched.page.getByRole('slider', { name: 'Position' }).count(), 1);
    gate.open();
    await main().getByText('Finished', { exact: true }).waitFor();
  });

  it('pauses and resumes the making', async () => {
    const gate = holdFrom(1);
    await visitNew();
    await waiting(gate);
    await button('Pause making').click();
    await main().getByText('Paused', { exact: true }).first().waitFor();
    await main().getByText('Paused. The current lines will finish.').waitFor();
    await openStages();
    await stage('Recording the voices')
      .getByText(/^Paused/)
      .waitFor();
    gate.open();
    // Lines in progress are counted, and nobody knows how long the rest will take.
    await main()
      .getByText(/^[2-9] of \d+ lines recorded, 0:\d\d ready to play$/)
      .waitFor();
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
    assert.equal(await main().getByRole('button', { name: 'Play' }).count(), 0);
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
    await main().getByText('The recording is silent.').waitFor();
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
    await stage('Drawing the cover').getByText('Missing').waitFor();
  });

  it('names its sources, links alone as links, and what of them is not said', async () => {
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
    await transcript().getByRole('heading', { name: 'Introduction' }).waitFor();
    const sources = watched.page.getByRole('region', { name: 'Sources', exact: true });
    await sources.getByText(/^Example, Ada, .*words$/).waitFor();
    const links = sources.getByRole('link');
    assert.equal(await links.count(), 1);
    assert.equal(await links.getAttribute('href'), 'HTTPS://example.org/light');
    await sources.getByText('Not a page').waitFor();
    await sources.getByText('Not read: 42 words').click();
    await sources.getByText('2 tables (40 words)').waitFor();
    const spoken = main().getByRole('paragraph').filter({ hasText: 'Source of the current line:' });
    const told = (await scriptOf(world, finished)).segments
      .flatMap(({ lines }) => lines)
      .find(({ source_refs: refs }) => refs.length > 0)!;
    await transcript().getByRole('button', { name: told.text }).click();
    await spoken.getByRole('link', { name: /\(opens in a new tab\)$/ }).waitFor();
  });

  it('opens the passage that a line comes from beside the transcript, with the text around it', async () => {
    await visit(finished);
    const { segments, sources } = await scriptOf(world, finished);
    const line = segments.flatMap(({ lines }) => lines).find(({ source_refs: refs }) => refs.length > 0)!;
    const row = transcript().locator('.transcript-item').filter({ hasText: line.text });
    const cited = row.getByRole('button', { name: 'Source 1' });
    await cited.click();
    const passage = watched.page.getByRole('complementary', { name: 'Where this comes from' });
    await passage.getByText(sources[0]!.title).first().waitFor();
    const marked = passage.locator('mark');
    await marked.first().waitFor();
    const said = new Set(wordsOf(line.text));
    assert.ok(
      wordsOf((await marked.allInnerTexts()).join(' ')).filter((word) => said.has(word)).length >= 4,
      'what is marked is what is said',
    );
    const shown = await passage.locator('blockquote').innerText();
    assert.ok(shown.length > (await marked.first().innerText()).length + 50, 'there is text around it');
    assert.deepEqual(await seriousViolations(watched.page), []);
    const [text, beside] = [await transcript().getByRole('group').boundingBox(), await passage.boundingBox()];
    assert.ok(
      text!.x + text!.width <= beside!.x && Math.abs(text!.y - beside!.y) < 2,
      'it is beside the text',
    );
    await watched.page.keyboard.press('Escape');
    await passage.waitFor({ state: 'detached' });
    await row.locator('.transcript-cite:focus').waitFor();
  });

  it('says in a sentence what it is about, finds words in the transcript, and copies a line', async () => {
    watched = await suite.open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await visit(finished);
    const lines = (await scriptOf(world, finished)).segments.flatMap((section) => section.lines);
    const told = lines.find(({ source_refs: refs }) => refs.length > 0)!;
    const summary = main().locator('.episode-summary');
    await until('the summary is there', async () => (await summary.innerText()) !== '');
    assert.ok((await summary.innerText()).startsWith(told.text.slice(0, 60)));

    const last = lines.at(-1)!;
    const field = watched.page.getByRole('searchbox', { name: 'Search the transcript' });
    await field.fill('no such words anywhere');
    await transcript().getByText('No line says that.').waitFor();
    await field.fill(last.text.slice(0, 30).toUpperCase());
    const row = transcript().locator('.transcript-item-found');
    await row.getByText(last.text.slice(0, 30)).first().waitFor();
    assert.equal(await row.locator('mark').innerText(), last.text.slice(0, 30));
    await field.fill('the');
    await transcript()
      .getByText(/^1 of \d+ lines$/)
      .waitFor();
    await field.press('Enter');
    await transcript()
      .getByText(/^2 of \d+ lines$/)
      .waitFor();
    await field.press('Shift+Enter');
    await transcript()
      .getByText(/^1 of \d+ lines$/)
      .waitFor();
    await field.fill(last.text.slice(0, 30));
    await row.getByRole('button', { name: 'Copy this line' }).click();
    await row.getByText('Copied').waitFor();
    assert.equal(
      await watched.page.evaluate<string>('navigator.clipboard.readText()'),
      `${last.speaker}: ${last.text}`,
    );
  });

  it('begins the transcript on the first screen of a phone', async () => {
    watched = await suite.open({ viewport: phone });
    const gate = holdFrom(2);
    await visitNew();
    await main()
      .getByText(/^2 of \d+ lines recorded/)
      .waitFor();
    await assertTranscriptInSight();
    gate.open();
    await visit(finished);
    await assertTranscriptInSight();
  });

  it('shows within three seconds that it was cancelled, and retried, elsewhere', async () => {
    const gate = holdFrom(1);
    const id = await visitNew();
    await waiting(gate);
    await button('Cancel').waitFor();
    await control(id, 'cancel');
    await main().getByText('Cancelled', { exact: true }).waitFor({ timeout: 3_000 });
    await button('Retry').waitFor();
    world.mend();
    await control(id, 'retry');
    await button('Retry').waitFor({ state: 'detached', timeout: 3_000 });
    await main().getByText('Finished', { exact: true }).waitFor();
  });

  it('never shows a stage that its counts contradict', async () => {
    const gate = holdFrom(1);
    const id = await ordered(world, request());
    await waiting(gate);
    await until(
      'the script is written',
      async () => (await detail(world, id)).progress.segments_total !== null,
    );
    // The record may be older than the counts that the streamer sends.
    const now = await detail(world, id);
    const early = {
      ...now,
      status: 'wcha_content_retrieval',
      script_url: null,
      progress: { ...now.progress, segments_done: 0, segments_total: null },
      orchestration_log: now.orchestration_log.filter(({ stage }) => stage === 'wcha_content_retrieval'),
    };
    await watched.page.route(`**/api/v1/podcasts/${id}`, (route) =>
      route.fulfill({ contentType: 'application/json', body: JSON.stringify(early) }),
    );
    await visit(id);
    await main()
      .getByText(/^1 of \d+ lines recorded/)
      .waitFor();
    await openStages();
    await stage('Reading the sources').getByText('Done').waitFor();
    await stage('Writing the script').getByText('Done').waitFor();
    await stage('Recording the voices').getByText('In progress').waitFor();
    await main().getByText('Recording the voices', { exact: true }).first().waitFor();
    gate.open();
    await ended(world, id);
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
    await player().getByRole('button', { name: 'Pause' }).waitFor();
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
    await transcript().getByText('Source 1').first().waitFor();
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
    const dialog = watched.page.getByRole('dialog', { name: /is still being made$/ });
    await dialog.getByText('Making it is cancelled first.').waitFor();
    await dialog.getByRole('button', { name: 'Keep it' }).click();
    await dialog.waitFor({ state: 'detached' });
    assert.equal((await detail(world, id)).overall_status, 'in_progress');
    // One dialog is enough, also while it is being made.
    await button('Delete').click();
    await dialog.getByRole('button', { name: 'Cancel and delete' }).click();
    await watched.page.waitForURL('**/library');
    assert.equal((await send(world, `/api/v1/podcasts/${id}`)).status, 410);
    gate.open();

    const done = await ordered(world, request());
    await ended(world, done);
    await visit(done);
    await button('Delete').click();
    await watched.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await watched.page.waitForURL('**/library');
    assert.equal((await send(world, `/api/v1/podcasts/${done}`)).status, 410);
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
      await play();
      await assertFine();
      gate.open();
      await main().getByText('Finished', { exact: true }).waitFor();
      await openStages();
      await transcript().getByRole('button', { name: 'Source 1' }).first().click();
      await watched.page.locator('.passage-text mark').first().waitFor();
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

  function player(): Locator {
    return main().getByRole('region', { name: 'Player', exact: true });
  }

  async function play(): Promise<void> {
    await player().getByRole('button', { name: 'Play', exact: true }).click();
    await player().getByRole('button', { name: 'Pause' }).waitFor();
  }

  function transcript(): Locator {
    return main().getByRole('region', { name: 'Transcript' });
  }

  /** Its first line is on screen before anybody scrolls. */
  async function assertTranscriptInSight(): Promise<void> {
    const first = transcript().locator('.transcript-line').first();
    await first.waitFor();
    const box = await first.boundingBox();
    assert.ok(box !== null && box.y + 24 < phone.height, `it begins at ${box?.y ?? '?'} px`);
  }

  function stages(): Locator {
    return watched.page.getByRole('list', { name: 'Stages' });
  }

  async function openStages(): Promise<void> {
    await main().getByRole('region', { name: 'Progress' }).locator('summary').click();
    await stages().waitFor();
  }

  function stage(name: string): Locator {
    return stages().getByRole('listitem').filter({ hasText: name });
  }

  async function control(id: string, action: 'cancel' | 'retry'): Promise<void> {
    const { status } = await send(world, `/api/v1/podcasts/${id}/${action}`, { method: 'POST' });
    assert.equal(status, 202);
  }
});

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z]{4,}/g) ?? [];
}
