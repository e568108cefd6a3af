// Takes pictures of every page of the web app, in light, dark and phone size, and the README's three. It starts a stack on a
// temporary data folder and has an episode of the sample made, which is also looked at while it is made.
//   npm run screenshots -- FOLDER
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { phone } from '../dist/test/support/browser.js';
import { launchChromium } from '../dist/test/support/chromium.js';
import { until } from '../dist/test/support/until.js';
import { WholeStack } from '../dist/test/support/local-stacks.js';

const root = path.dirname(import.meta.dirname);
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: npm run screenshots -- FOLDER');
  process.exit(2);
}
const readme = path.join(root, 'docs', 'images');
for (const each of [folder, readme]) mkdirSync(each, { recursive: true });

const desktop = { width: 1200, height: 800 };
const looks = {
  light: { viewport: desktop, colorScheme: 'light' },
  dark: { viewport: desktop, colorScheme: 'dark' },
  phone: { viewport: phone, colorScheme: 'light' },
};
const mostBytes = 200 * 1_024;

await WholeStack.during(async (stack) => {
  const url = await stack.gatewayUrl();
  const browser = await launchChromium();
  try {
    await takeAll(browser, url);
  } finally {
    await browser.close();
  }
});

async function takeAll(browser, url) {
  await take(browser, 'home', `${url}/`, topicsAreShown, { readme: true });
  const text = readFileSync(path.join(root, 'samples', 'short-history-of-the-world.txt'), 'utf8');
  await take(browser, 'create', `${url}/create`, fillIn, { readme: true });

  const id = await order(url, { minutes: 5, sources: [{ text }] });
  await until(
    'a third of the lines is recorded',
    async () => {
      const { segments_done: done, segments_total: total } = (await episode(url, id)).progress;
      return total !== null && done > total / 3;
    },
    180_000,
  );
  const place = `${url}/episodes/${id}`;
  await take(browser, 'episode-being-made', place, listen, { readme: true });
  const failed = await order(url, { topic: 'Hardly a word', sources: [{ text: 'Too short.' }] });
  await over(url, failed);
  await take(browser, 'episode-failed', `${url}/episodes/${failed}`, settled);
  await over(url, id);
  await take(browser, 'episode', place, settled, { full: true });
  await take(browser, 'library', `${url}/library`, settled);
  await take(browser, 'runs', `${url}/runs`, settled);
  await take(browser, 'run', `${url}/runs/${id}`, settled);
  await take(browser, 'settings', `${url}/settings`, settled, { full: true });
  await take(browser, 'not-found', `${url}/episodes/nowhere`, settled);
}

/** One page in every look; as a picture of the README at a higher resolution too. */
async function take(browser, name, address, prepare, { full = false, readme: isForReadme = false } = {}) {
  for (const [look, options] of Object.entries(looks)) {
    await picture(browser, {
      address,
      prepare,
      full,
      options,
      file: path.join(folder, `${name}-${look}.webp`),
    });
  }
  if (isForReadme) {
    const options = { ...looks.light, deviceScaleFactor: 2 };
    await picture(browser, {
      address,
      prepare,
      full: false,
      options,
      file: path.join(readme, `${name}.webp`),
    });
  }
}

async function picture(browser, { address, prepare, full, options, file }) {
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    await page.goto(address);
    await prepare(page);
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    const { bytes, quality } = await compress(await page.screenshot({ fullPage: full }));
    writeFileSync(file, bytes);
    console.log(`${file}: ${Math.round(bytes.length / 1_024)} KB (quality ${quality})`);
  } finally {
    await context.close();
  }
}

/** The best WebP that is small enough to be loaded with a page. */
async function compress(png) {
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  for (let quality = 90; ; quality -= 10) {
    const bytes = await canvas.encode('webp', quality);
    if (bytes.length <= mostBytes || quality <= 20) return { bytes, quality };
  }
}

/** The page's policy allows no `eval`, which Playwright's own waiting would need. */
async function pictured(page) {
  const complete = '[...document.images].every((image) => image.complete)';
  await until('the images are there', () => page.evaluate(complete));
}

/** Nothing loads any more, and what is in the window is drawn. */
async function settled(page) {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.getByRole('main').locator('.skeleton').first().waitFor({ state: 'detached', timeout: 30_000 });
  await pictured(page);
}

async function topicsAreShown(page) {
  await page.getByRole('main').getByRole('heading', { level: 3 }).first().waitFor({ timeout: 60_000 });
  await settled(page);
}

async function fillIn(page) {
  await page.getByLabel('Topic', { exact: true }).fill('How people learned to fly');
  await settled(page);
}

async function listen(page) {
  await page.getByRole('button', { name: 'Listen', exact: true }).click();
  await page.getByRole('button', { name: 'Pause listening' }).waitFor();
  await pictured(page);
}

async function order(url, body) {
  const response = await fetch(`${url}/api/v1/podcasts`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`the episode was not taken: ${await response.text()}`);
  return (await response.json()).podcast_id;
}

async function episode(url, id) {
  return (await fetch(`${url}/api/v1/podcasts/${id}`)).json();
}

async function over(url, id) {
  await until('the run is over', async () => (await episode(url, id)).ended_timestamp !== null, 600_000);
}
