// How soon the web app's pages show what they are for, how soon they answer a press, and whether a transcript of an hour
// scrolls smoothly: in a real browser whose processor is slowed down four times, as the phones of many people are.
import { setTimeout as delay } from 'node:timers/promises';
import { Runtime } from '@temporalio/worker';
import type { Browser, Page } from 'playwright-core';
import { launchChromium, openPage } from '../support/chromium.js';
import { writeScript } from '../support/episode-parts.js';
import { GrowingEpisode, makeSegments } from '../support/growing-episode.js';
import { createNewsroomWorld, type NewsroomWorld } from '../support/world.js';
import { closeSharedTools } from '../support/shared-tools.js';
import { stopTestServers } from '../support/test-servers.js';
import { median, percentile, rounded } from './statistics.js';

const slowDown = 4;
const repetitions = 5;
/** An hour of lines. */
const lines = 720;
const lineSeconds = 5;

/** What is remembered of a page from its beginning; the names are those of the Performance APIs. */
const observers = `
  globalThis.measured = { paint: 0, element: '', interactions: {}, frames: [] };
  new PerformanceObserver((list) => {
    for (const { startTime, element, url } of list.getEntries())
      Object.assign(measured, { paint: startTime, element: url || (element?.textContent ?? '').slice(0, 60) });
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries())
      if (interactionId > 0)
        measured.interactions[interactionId] = Math.max(measured.interactions[interactionId] ?? 0, duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });`;

type Measured = { paint: number; element: string; interactions: Record<string, number>; frames: number[] };

export async function measureWebApp(say: (sentence: string) => void) {
  const world = await createNewsroomWorld();
  try {
    const browser = await launchChromium();
    try {
      say('The first view of every page.');
      const pages = await placesOf(world);
      const bare = await largestPaint(browser, `${world.url}/bare`);
      const views: Record<string, unknown> = {};
      for (const [name, address] of Object.entries(pages)) {
        const { ms, element } = await largestPaint(browser, world.url + address);
        views[name] = { largest_paint_s: rounded(ms / 1_000), vs_bare_page: rounded(ms / bare.ms), element };
      }
      say('Presses and keys.');
      const presses = await interactions(browser, world.url, pages);
      say('Scrolling an hour of transcript.');
      return {
        slow_down: slowDown,
        repetitions,
        largest_paint_goal_s: 1,
        bare_page_s: rounded(bare.ms / 1_000),
        views,
        ...presses,
        transcript: await scrolled(browser, world.url + pages.episode),
      };
    } finally {
      await browser.close();
    }
  } finally {
    await world.close();
    await closeSharedTools();
    await stopTestServers();
    // Or it would keep the process alive.
    await Runtime.instance().shutdown();
  }
}

async function placesOf(world: NewsroomWorld) {
  const episode = await GrowingEpisode.begin(world, { segmentsTotal: lines });
  await writeScript(world, episode, lines);
  const sounds = await makeSegments(8, lineSeconds);
  for (let at = 0; at < lines; at += 1) await episode.add(sounds[at % sounds.length]!);
  await episode.finish();
  return {
    discover: '/',
    create: '/create',
    library: '/library',
    episode: `/episodes/${episode.podcastId}`,
    runs: '/runs',
    settings: '/settings',
  };
}

/** A page of a person who comes for the first time, on a slow machine. `/bare` is a page of one heading. */
async function openSlowly(browser: Browser, address: string): Promise<Page> {
  const { page } = await openPage(browser);
  await page.addInitScript(observers);
  await page.route('**/bare', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Bare</title><h1>Bare</h1>' }),
  );
  const debug = await page.context().newCDPSession(page);
  await debug.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  await page.goto(address, { waitUntil: 'networkidle' });
  return page;
}

async function largestPaint(browser: Browser, address: string) {
  const found: Measured[] = [];
  for (let time = 0; time < repetitions; time += 1) {
    const page = await openSlowly(browser, address);
    found.push(await settled(page));
    await page.context().close();
  }
  return { ms: median(found.map(({ paint }) => paint)), element: found.at(-1)?.element ?? '' };
}

/** When nothing larger has been painted for a second. */
async function settled(page: Page): Promise<Measured> {
  for (let before = -1; ;) {
    const now = await page.evaluate<Measured>('measured');
    if (now.paint > 0 && now.paint === before) return now;
    before = now.paint;
    await delay(1_000);
  }
}

async function interactions(
  browser: Browser,
  url: string,
  pages: Record<'discover' | 'create' | 'episode' | 'runs', string>,
) {
  const slowest: Record<string, number> = {};
  const all: number[] = [];
  async function during(name: string, address: string, act: (page: Page) => Promise<void>): Promise<void> {
    const page = await openSlowly(browser, url + address);
    await act(page);
    const { interactions: found } = await settled(page);
    const times = Object.values(found);
    // Those that took less than a frame are not reported.
    slowest[name] = Math.max(0, ...times);
    all.push(...times);
    await page.context().close();
  }
  await during('choose categories', pages.discover, async (page) => {
    for (const name of ['Education', 'Science'])
      await page.getByRole('button', { name, exact: true }).click();
  });
  await during('go to every page', pages.discover, async (page) => {
    for (const name of ['Create', 'Library', 'Activity', 'Settings', 'Discover']) {
      await page.getByRole('link', { name, exact: true }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
    }
  });
  await during('type a topic and a text', pages.create, async (page) => {
    await page.getByLabel('Topic', { exact: true }).pressSequentially('The lighthouses');
    await page.getByLabel('Text', { exact: true }).pressSequentially('A keeper of the light.');
  });
  await during('play, go to a line, move the position', pages.episode, async (page) => {
    await page
      .getByRole('region', { name: 'Player', exact: true })
      .getByRole('button', { name: 'Play', exact: true })
      .click();
    await page.getByRole('button', { name: /Line 3 tells/ }).click();
    for (let press = 0; press < 5; press += 1)
      await page.getByRole('slider', { name: 'Position' }).press('ArrowRight');
  });
  await during('filter the runs', pages.runs, async (page) => {
    await page.getByLabel('State').selectOption('Finished');
    await page.getByLabel('Kind').selectOption('Episode');
  });
  return {
    next_paint_goal_s: 0.2,
    next_paint_slowest_s: rounded(Math.max(...all) / 1_000),
    next_paint_p75_s: rounded(percentile(all, 0.75) / 1_000),
    next_paint_by_action_s: Object.fromEntries(
      Object.entries(slowest).map(([name, ms]) => [name, rounded(ms / 1_000)]),
    ),
  };
}

async function scrolled(browser: Browser, address: string) {
  const page = await openSlowly(browser, address);
  const list = page.getByRole('group', { name: 'Lines' });
  await list.scrollIntoViewIfNeeded();
  await list.hover();
  await page.evaluate(`(() => {
    let before;
    globalThis.isWatching = true;
    (function watch(now) {
      if (before !== undefined && now !== undefined) measured.frames.push(now - before);
      before = now;
      if (isWatching) requestAnimationFrame(watch);
    })();
  })()`);
  for (let turn = 0; turn < 120; turn += 1) await page.mouse.wheel(0, 400);
  const { frames } = await page.evaluate<Measured>('(isWatching = false, measured)');
  const rows = await list.locator('[data-index]').count();
  await page.context().close();
  return {
    frames: frames.length,
    frame_p50_ms: rounded(median(frames)),
    frame_p95_ms: rounded(percentile(frames, 0.95)),
    longest_frame_ms: rounded(Math.max(...frames)),
    lines,
    rows_in_the_page: rows,
  };
}
