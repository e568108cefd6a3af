import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { phone, seriousViolations } from '../support/browser.js';
import { browserSuite } from '../support/browser-suite.js';
import type { OpenOptions } from '../support/chromium.js';
import { giveCover, textOfLine, writeScript } from '../support/episode-parts.js';
import { send } from '../support/gateway-http.js';
import { GrowingEpisode, makeSegments, type MadeSegment } from '../support/growing-episode.js';
import { until } from '../support/until.js';
import { createWorld, type World } from '../support/world.js';
import { streamedWorld, type ReplaceableService } from '../support/service-processes.js';

const segmentSeconds = 3;
/** What a browser logs of connections that a test cuts, and of answers that are refusals. */
const lostConnections = /WebSocket connection|Failed to load resource|ERR_/;

/** So often a page asks again before it says that it has no answer. */
const maxRetries = 3;

type ListenOptions = OpenOptions & {
  /** Run before anything else: what another browser would be like. */
  before?: string;
};

describe('listening in the web app', function () {
  this.timeout(90_000);
  const suite = browserSuite();
  let world: World;
  let streamer: ReplaceableService;
  let segments: MadeSegment[];

  before(async () => {
    ({ world, streamer } = await streamedWorld(suite, (env) => createWorld({ workers: false, env })));
    segments = await makeSegments(30, segmentSeconds);
  });

  /** An episode with a script that has so many of its segments so far. */
  async function grown(count: number, lines = segments.length): Promise<GrowingEpisode> {
    const episode = await GrowingEpisode.begin(world, { segmentsTotal: lines });
    await writeScript(world, episode, lines);
    for (const segment of segments.slice(0, count)) await episode.add(segment);
    return episode;
  }

  async function finished(count: number): Promise<GrowingEpisode> {
    const episode = await grown(count, count);
    await episode.finish();
    return episode;
  }

  async function open(
    episode: GrowingEpisode,
    { before = '', ...options }: ListenOptions = {},
    inBrowser = suite,
  ): Promise<Page> {
    const { page } = await inBrowser.open(options);
    await page.addInitScript(before);
    await show(page, episode);
    return page;
  }

  async function show(page: Page, episode: GrowingEpisode): Promise<void> {
    await page.goto(`${world.url}/episodes/${episode.podcastId}`);
    await player(page).waitFor();
  }

  function player(page: Page): Locator {
    return page.getByRole('region', { name: 'Player', exact: true });
  }

  function miniPlayer(page: Page): Locator {
    return page.getByRole('region', { name: 'Now playing' });
  }

  async function play(page: Page): Promise<void> {
    await player(page).getByRole('button', { name: 'Play', exact: true }).click();
  }

  /** Seconds, as the position slider of the page has it. */
  async function positionOf(page: Page): Promise<number> {
    return Number(await page.getByRole('slider', { name: 'Position' }).inputValue()) / 1_000;
  }

  /** Seconds, as the small player says it. */
  async function shownIn(page: Page): Promise<number> {
    const [, minutes, seconds] = /(\d+):(\d+) \//.exec(await miniPlayer(page).innerText()) ?? [];
    return Number(minutes) * 60 + Number(seconds);
  }

  async function reaches(page: Page, seconds: number, within?: number): Promise<void> {
    let last = 0;
    await until(
      `it plays at ${seconds} s`,
      async () => {
        last = await positionOf(page);
        return last > seconds && (within === undefined || last < within);
      },
      20_000,
    ).catch((error: unknown) => {
      throw new Error(`it is at ${last} s, not ${seconds}`, { cause: error });
    });
  }

  it('plays an episode while it is made, waits for more, and knows when it is whole', async () => {
    const episode = await grown(1);
    const page = await open(episode);
    await page.getByText(/Being made/).waitFor();
    await play(page);
    await reaches(page, 0.5);
    await player(page).getByText('The next line is being recorded').waitFor();
    await player(page).getByText('Being made: 0:03 so far').waitFor();
    await episode.add(segments[1]!);
    await player(page).getByText('Being made: 0:06 so far').waitFor();
    await reaches(page, segmentSeconds + 0.5);
    await episode.finish();
    await page.getByText(/Being made/).waitFor({ state: 'hidden' });
    await player(page).getByRole('button', { name: 'Play', exact: true }).waitFor();
    await reaches(page, 2 * segmentSeconds - 1);
  });

  for (const [how, before] of [
    ['', ''],
    [', also where the browser takes no MP3 into its buffer', 'MediaSource.isTypeSupported = () => false;'],
  ] as const) {
    it(`can be told to play before there is a first line, and says what it waits for${how}`, async () => {
      const episode = await grown(0);
      const page = await open(episode, { before });
      await page.getByRole('button', { name: 'Play when ready' }).click();
      await player(page)
        .getByText('The first line is being recorded. Playback starts automatically.')
        .waitFor();
      await page.getByRole('button', { name: 'Don’t play automatically' }).click();
      await player(page).getByText('The first line is being recorded.').waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: 'Play when ready' }).click();
      if (before !== '') {
        // Who has waited for ten seconds asks how the episode stands, beside the page, which does so every two.
        for (let asked = 0; asked < 5; asked += 1)
          await page.waitForRequest(`**/podcasts/${episode.podcastId}`);
        assert.equal(await player(page).getByText('Connection lost.').count(), 0);
      }
      await episode.add(segments[0]!);
      await reaches(page, 0.5);
      await player(page).getByRole('button', { name: 'Pause' }).waitFor();
    });
  }

  it('plays on below every other page, and leads back', async () => {
    const page = await open(await finished(20));
    await play(page);
    await reaches(page, 1);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    const before = await shownIn(page);
    await until('it plays on', async () => (await shownIn(page)) >= before + 2);
    await miniPlayer(page).getByRole('button', { name: 'Forward 30 seconds' }).click();
    await until('it is further on', async () => (await shownIn(page)) >= 30);
    await page.setViewportSize(phone);
    await miniPlayer(page).getByRole('button', { name: 'Back 15 seconds' }).click();
    await until('it is back', async () => (await shownIn(page)) < 30);
    await miniPlayer(page).getByRole('slider', { name: 'Seek' }).fill('40000');
    await until('it is there', async () => (await shownIn(page)) >= 40);
    assert.deepEqual(await seriousViolations(page), []);
    await page.setViewportSize({ width: 1200, height: 800 });
    await miniPlayer(page).getByRole('link', { name: 'Tides' }).click();
    await reaches(page, 30);
    // The episode's own page has the large player, and needs no other.
    await miniPlayer(page).waitFor({ state: 'hidden' });
    await player(page).getByRole('button', { name: 'Pause' }).click();
    await player(page).getByRole('button', { name: 'Play', exact: true }).waitFor();
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click();
    await miniPlayer(page).getByRole('button', { name: 'Close the player' }).click();
    await miniPlayer(page).waitFor({ state: 'hidden' });
  });

  it('goes where the keyboard tells its slider to, not beyond what can be heard', async () => {
    const page = await open(await grown(20));
    await play(page);
    await reaches(page, 0.5);
    const slider = page.getByRole('slider', { name: 'Position' });
    await slider.focus();
    for (let press = 0; press < 4; press += 1) await page.keyboard.press('ArrowRight');
    await reaches(page, 20, 30);
    assert.match((await slider.getAttribute('aria-valuetext')) ?? '', /^0:2\d of 1:01/);
    await page.keyboard.press('Home');
    await reaches(page, 0.1, 5);
    await page.keyboard.press('End');
    await reaches(page, 59);
    await player(page).getByText('The next line is being recorded').waitFor();
  });

  it('tells the time and the chapter below the mouse', async () => {
    const page = await open(await finished(20));
    await play(page);
    await reaches(page, 0.5);
    const box = await page.getByRole('slider', { name: 'Position' }).boundingBox();
    assert.ok(box);
    const hint = player(page).locator('.seek-bar-hint');
    for (const [share, told] of [
      [0.02, /^0:0[01]\s*Introduction$/],
      [0.75, /^0:4[56]\s*Part 1$/],
    ] as const) {
      await page.mouse.move(box.x + share * box.width, box.y + box.height / 2);
      await until(`it tells ${told}`, async () => told.test(await hint.innerText()));
    }
    await page.getByRole('heading', { level: 1 }).hover();
    await hint.waitFor({ state: 'hidden' });
  });

  it('goes where voice control and screen readers put its slider, which send no key and no pointer', async () => {
    const page = await open(await finished(20));
    await play(page);
    await reaches(page, 0.5);
    await page.getByRole('slider', { name: 'Position' }).fill('30000');
    await reaches(page, 30.5, 40);
  });

  it('plays on from where it is sent after it has ended', async () => {
    const page = await open(await finished(7));
    await play(page);
    await reaches(page, 0.5);
    const slider = page.getByRole('slider', { name: 'Position' });
    const again = player(page).getByRole('button', { name: 'Play', exact: true });
    await slider.press('End');
    await again.waitFor();
    await player(page).getByRole('button', { name: 'Back 15 seconds' }).click();
    await reaches(page, 7, 12);
    await slider.press('End');
    await again.waitFor();
    await slider.press('Home');
    await reaches(page, 0.5, 5);
  });

  it('listens to keys, but not while somebody types', async () => {
    const page = await open(await finished(20));
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await page.keyboard.press('?');
    await help.getByText('Faster').waitFor();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
    await play(page);
    await reaches(page, 0.5);
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('l');
    await reaches(page, 30);
    await page.keyboard.press('ArrowLeft');
    await reaches(page, 15, 30);
    await page.keyboard.press('m');
    await page.keyboard.press('>');
    const speed = player(page).getByLabel('Speed');
    await until('it is faster', async () => (await speed.inputValue()) === '1.25');
    await page.keyboard.press('<');
    await until('it is as fast as before', async () => (await speed.inputValue()) === '1');
    const mute = player(page).getByRole('button', { name: 'Mute' });
    assert.equal(await mute.getAttribute('aria-pressed'), 'true');
    await page.keyboard.press('k');
    const playing = player(page).getByRole('button', { name: 'Play', exact: true });
    await playing.waitFor();
    await page.getByRole('searchbox').first().fill('k m');
    await page.getByRole('searchbox').first().press('k');
    assert.equal(await playing.isVisible(), true);
    assert.equal(await mute.getAttribute('aria-pressed'), 'true');
    await player(page).getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await help.getByText('Back 15 seconds').waitFor();
    await help.getByRole('checkbox').uncheck();
    await help.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('m');
    assert.equal(await mute.getAttribute('aria-pressed'), 'true');
  });

  it('follows the sound in the transcript until the person scrolls, and plays from the line that is pressed', async () => {
    const page = await open(await grown(25));
    await play(page);
    const transcript = page.getByRole('region', { name: 'Transcript' });
    const current = transcript.locator('[aria-current=true]');
    await until('the first line is current', async () => (await current.innerText()).includes(textOfLine(0)));
    await transcript.getByRole('link', { name: 'The tide tables' }).waitFor();
    await until('the second is', async () => (await current.innerText()).includes(textOfLine(1)));
    await transcript.getByText('A note of a harbour master').waitFor();
    await transcript.getByRole('button', { name: textOfLine(5) }).click();
    await reaches(page, 5 * segmentSeconds, 6.5 * segmentSeconds);
    await until('that line is current', async () => (await current.innerText()).includes(textOfLine(5)));
    const line = transcript.getByRole('button', { name: textOfLine(5) });
    await line.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await until('the next line is', async () => (await current.innerText()).includes(textOfLine(6)));
    await transcript.getByRole('group', { name: 'Lines' }).hover();
    await page.mouse.wheel(0, 3_000);
    const follow = transcript.getByRole('button', { name: 'Follow' });
    await follow.waitFor();
    await follow.click();
    await until('the line is in sight again', async () => {
      const box = await current.boundingBox();
      const frame = await transcript.boundingBox();
      return box !== null && frame !== null && box.y > frame.y && box.y < frame.y + frame.height;
    });
    // What is not recorded yet cannot be played.
    await transcript.getByRole('group', { name: 'Lines' }).hover();
    await page.mouse.wheel(0, 10_000);
    await transcript.getByText(textOfLine(29)).waitFor();
    assert.equal(await transcript.getByRole('button', { name: textOfLine(29) }).count(), 0);
  });

  it('shows the lines that are written while it plays', async () => {
    const episode = await grown(2, 20);
    await writeScript(world, episode, 2, false);
    const page = await open(episode);
    await play(page);
    await reaches(page, 0.5);
    await writeScript(world, episode, 4);
    const transcript = page.getByRole('region', { name: 'Transcript' });
    await transcript.getByText(textOfLine(3)).waitFor();
    assert.equal(await transcript.getByRole('button', { name: textOfLine(3) }).count(), 0);
    await episode.add(segments[2]!);
    await episode.add(segments[3]!);
    await transcript.getByRole('button', { name: textOfLine(3) }).click();
    await reaches(page, 3 * segmentSeconds + 0.2);
  });

  it('asks for the lines when it is told of one that does not follow on', async () => {
    const episode = await grown(2, 3);
    const { page } = await suite.open();
    // As an answer that was on its way while a line was told of.
    await page.route('**/segments', async (route) => {
      const response = await route.fetch();
      const { segments: all } = (await response.json()) as { segments: unknown[] };
      await route.fulfill({ response, json: { segments: all.slice(0, 1) } });
    });
    await show(page, episode);
    const transcript = page.getByRole('region', { name: 'Transcript' });
    await transcript.getByRole('button', { name: textOfLine(0) }).waitFor();
    assert.equal(await transcript.getByRole('button', { name: textOfLine(1) }).count(), 0);
    await page.unroute('**/segments');
    await episode.add(segments[2]!);
    await transcript.getByRole('button', { name: textOfLine(2) }).waitFor({ timeout: 4_000 });
    await transcript.getByRole('button', { name: textOfLine(1) }).click();
    await reaches(page, segmentSeconds + 0.2);
  });

  it('holds few lines of a long transcript in the page', async () => {
    const episode = await finished(2);
    await writeScript(world, episode, 600);
    const page = await open(episode);
    const lines = page.getByText(/tells how the tide of harbour/);
    await lines.first().waitFor();
    assert.ok((await lines.count()) < 60, `${await lines.count()}`);
  });

  it('takes up after a reload where it was', async () => {
    const page = await open(await grown(20));
    await play(page);
    await reaches(page, 0.5);
    await player(page).getByRole('button', { name: 'Forward 30 seconds' }).click();
    await reaches(page, 31);
    await page.reload();
    await reaches(page, 31, 40);
    await player(page).getByRole('button', { name: 'Pause' }).waitFor();
    await player(page).getByRole('button', { name: 'Pause' }).click();
    const at = await positionOf(page);
    await page.reload();
    await player(page).getByRole('button', { name: 'Play', exact: true }).waitFor();
    await until('it stands where it was', async () => Math.abs((await positionOf(page)) - at) < 1);
    await play(page);
    await reaches(page, at + 0.5);
  });

  describe('where the browser wants a press for sound', () => {
    const strict = browserSuite(['--autoplay-policy=user-gesture-required']);

    it('waits for one after a reload', async () => {
      const page = await open(await finished(20), {}, strict);
      await play(page);
      await reaches(page, 3);
      // Whatever is asked of a page counts as a press of its user: nothing, until it has tried to go on.
      const tried = page.waitForRequest('**/api/v1/stream-tickets');
      await page.reload();
      await tried;
      const press = player(page).getByRole('button', { name: 'Continue listening' });
      await press.waitFor();
      await press.click();
      await reaches(page, 3.5);
      await press.waitFor({ state: 'hidden' });
    });
  });

  it('goes on where the listener left off, and from the start when that is wanted', async () => {
    const [first, second] = [await finished(30), await finished(3)];
    const page = await open(first);
    await play(page);
    await reaches(page, 0.5);
    await player(page).getByRole('button', { name: 'Forward 30 seconds' }).click();
    await reaches(page, 31);
    await show(page, second);
    await play(page);
    await reaches(page, 0.5, 10);
    await show(page, first);
    const fromStart = player(page).getByRole('button', { name: 'From the start' });
    await fromStart.waitFor();
    assert.ok((await positionOf(page)) > 30, 'the bar shows where it goes on');
    await play(page);
    await reaches(page, 30.5, 45);
    await fromStart.click();
    await reaches(page, 0.5, 10);
    assert.equal(await fromStart.count(), 0);
  });

  it('plays in one tab at a time, and a new tab goes on only when it is told to', async () => {
    const episode = await finished(30);
    const page = await open(episode);
    await play(page);
    await reaches(page, 0.5);
    await player(page).getByRole('button', { name: 'Forward 30 seconds' }).click();
    await reaches(page, 31);
    const other = await page.context().newPage();
    await show(other, episode);
    await player(other).getByRole('button', { name: 'Play', exact: true }).waitFor();
    const before = await positionOf(page);
    await reaches(page, before + 1);
    await play(other);
    await reaches(other, 30.5, 60);
    await player(page).getByRole('button', { name: 'Play', exact: true }).waitFor();
    // What was heard in the other tab was heard.
    await player(other).getByRole('button', { name: 'Forward 30 seconds' }).click();
    await reaches(other, 61);
    await player(other).getByRole('button', { name: 'Pause' }).click();
    await play(page);
    await reaches(page, 61, 80);
  });

  it('keeps no place of an episode when the session is forgotten', async () => {
    const page = await open(await finished(25));
    await play(page);
    await reaches(page, 0.5);
    await player(page).getByRole('button', { name: 'Forward 30 seconds' }).click();
    await reaches(page, 31);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Forget this session' }).click();
    await page.getByRole('button', { name: 'Forget it' }).click();
    await miniPlayer(page).waitFor({ state: 'hidden' });
    await page.getByText('Session forgotten. A new one has started.').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    const left = await page.evaluate<string[]>('Object.keys(localStorage)');
    assert.deepEqual(
      left.filter((name) => /position|player/.test(name)),
      [],
    );
  });

  it('plays on when the streamer is killed and another one comes', async () => {
    const episode = await grown(2);
    const page = await open(episode, { allow: lostConnections });
    await play(page);
    // By then it has the second segment, too.
    await reaches(page, segmentSeconds + 0.5);
    await streamer.away(async () => {
      await player(page).getByText('Connection lost.').waitFor();
      await reaches(page, 2 * segmentSeconds - 1);
    });
    await episode.add(segments[2]!);
    await reaches(page, 2 * segmentSeconds + 1);
    await player(page).getByText('Connection lost.').waitFor({ state: 'hidden' });
  });

  it('plays on when the whole server was away', async () => {
    const episode = await grown(2);
    const page = await open(episode, { allow: lostConnections });
    await play(page);
    await reaches(page, segmentSeconds + 0.5);
    let asked = 0;
    page.on('requestfailed', (request) => (asked += request.url().endsWith(episode.podcastId) ? 1 : 0));
    await page.route('**/api/**', (route) => route.abort());
    await streamer.away(async () => {
      await player(page).getByText('Connection lost.').waitFor();
      await reaches(page, 2 * segmentSeconds - 1);
      // When the page itself has asked in vain, too, one notice is still enough, and it has no code.
      await until('the page has given up', () => asked > maxRetries, 20_000);
      await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))');
      assert.equal(await page.getByText('This may be out of date.').count(), 0);
      assert.equal(await player(page).getByText('Details').count(), 0);
    });
    await episode.add(segments[2]!);
    await page.unroute('**/api/**');
    await reaches(page, 2 * segmentSeconds + 1);
    await player(page).getByText('Connection lost.').waitFor({ state: 'hidden' });
  });

  it('plays where the browser takes no MP3 into its buffer', async () => {
    const episode = await grown(4);
    const page = await open(episode, { before: 'MediaSource.isTypeSupported = () => false;' });
    await play(page);
    await reaches(page, 0.5);
    await player(page).getByText('Being made: 0:12 so far').waitFor();
    await page.getByRole('button', { name: textOfLine(3) }).click();
    await reaches(page, 3 * segmentSeconds + 0.5);
    await player(page).getByText('The next line is being recorded').waitFor();
    await episode.add(segments[4]!);
    await reaches(page, 4 * segmentSeconds + 0.5);
    await episode.finish();
    await player(page).getByRole('button', { name: 'Play', exact: true }).waitFor();
    await page.getByText(/Being made/).waitFor({ state: 'hidden' });
    await player(page).getByRole('button', { name: 'Back 15 seconds' }).click();
    await reaches(page, 0.5, 4);
    await page.getByRole('slider', { name: 'Position' }).press('End');
    await player(page).getByRole('button', { name: 'Play', exact: true }).waitFor();
    await play(page);
    await reaches(page, 0.2, segmentSeconds);
  });

  it('says why there is no more of an episode that failed, and goes on when it is made after all', async () => {
    const episode = await grown(1);
    const page = await open(episode, { allow: lostConnections });
    await play(page);
    await reaches(page, 0.5);
    await episode.fail('The voice broke.');
    await player(page).getByRole('button', { name: 'Try again' }).waitFor();
    await reaches(page, segmentSeconds - 0.3);
    await player(page).getByText('Details').click();
    assert.match(await player(page).getByRole('status').innerText(), /ASF_EPISODE_FAILED/);
    await page.getByRole('slider', { name: 'Position' }).press('Home');
    await reaches(page, 0.3, 2);
    await player(page).getByRole('button', { name: 'Try again' }).waitFor();
    const { status } = await send(world, `/api/v1/podcasts/${episode.podcastId}/retry`, { method: 'POST' });
    assert.equal(status, 202);
    await episode.add(segments[1]!);
    await reaches(page, segmentSeconds + 0.5);
    await player(page).getByText('ASF_EPISODE_FAILED').waitFor({ state: 'hidden' });
  });

  it('says that an episode was deleted elsewhere', async () => {
    const episode = await finished(3);
    const page = await open(episode, { allow: lostConnections });
    await episode.delete();
    await play(page);
    await player(page).getByRole('button', { name: 'Try again' }).waitFor();
    await player(page)
      .getByText(/no longer exists|does not exist|deleted/)
      .waitFor();
  });

  it('plays at the preferred speed, which is kept', async () => {
    const page = await open(await finished(20));
    await player(page).getByLabel('Speed').selectOption('3');
    await play(page);
    await reaches(page, 1);
    const [before, beganAt] = [await positionOf(page), Date.now()];
    await reaches(page, before + 6);
    assert.ok(Date.now() - beganAt < 5_000, 'six seconds take two');
    await page.reload();
    await until('it is kept', async () => (await player(page).getByLabel('Speed').inputValue()) === '3');
    await player(page).getByLabel('Speed').selectOption('1');
  });

  it('tells the device what plays', async () => {
    const episode = await finished(20);
    await giveCover(world, episode);
    const page = await open(episode);
    await play(page);
    await reaches(page, 0.5);
    const told =
      'JSON.stringify([navigator.mediaSession.metadata?.title, navigator.mediaSession.playbackState])';
    await until('it plays', async () => (await page.evaluate(told)) === '["Tides","playing"]');
    await player(page).getByRole('button', { name: 'Pause' }).click();
    const artwork = await page.evaluate<string>('navigator.mediaSession.metadata.artwork[0].src');
    assert.equal(artwork, `${world.url}/api/v1/podcasts/${episode.podcastId}/cover`);
    await until('it is paused', async () => (await page.evaluate(told)) === '["Tides","paused"]');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click();
    await miniPlayer(page).getByRole('button', { name: 'Close the player' }).click();
    await until('nothing plays', async () => (await page.evaluate(told)) === '[null,"none"]');
  });

  it('needs nothing that a page of plain http in a LAN does not have', async () => {
    const before = 'delete Crypto.prototype.randomUUID; delete Crypto.prototype.subtle;';
    const page = await open(await finished(3), { before });
    await play(page);
    await reaches(page, 0.5);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Create' }).click();
    await page.getByRole('heading', { name: 'Create', level: 1 }).waitFor();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [name, viewport] of [
      ['desktop', { width: 1200, height: 800 }],
      ['phone', phone],
    ] as const) {
      it(`can be used by everybody in ${colorScheme} on a ${name}`, async () => {
        const page = await open(await grown(12), { colorScheme, viewport });
        await play(page);
        await reaches(page, 1);
        await page.locator('[aria-current=true]').first().waitFor();
        assert.deepEqual(await seriousViolations(page), []);
        assert.equal(
          await page.evaluate('document.documentElement.scrollWidth <= innerWidth'),
          true,
          'nothing is wider than the screen',
        );
      });
    }
  }
});
