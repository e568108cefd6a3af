import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import type { Page, Request, Route } from 'playwright-core';
import { findPodcastRequest } from '../../db/recorded-requests.js';
import { localOwnerId } from '../../db/connect.js';
import { countWords } from '../../platform/count-words.js';
import type { PodcastRequest } from '../../workflows/contract/podcast-request.js';
import { phone, seriousViolations } from '../support/browser.js';
import { browserSuite } from '../support/browser-suite.js';
import type { OpenOptions } from '../support/chromium.js';
import { send } from '../support/gateway-http.js';
import { storyOf } from '../support/sources.js';
import { until } from '../support/until.js';
import { streamedWorld } from '../support/service-processes.js';
import { createWorld, type World } from '../support/world.js';

const story = storyOf('Skerry');
const german =
  'Der Leuchtturm steht seit zweihundert Jahren auf dem Felsen vor der Küste und warnt die Schiffe. '.repeat(
    4,
  );
const orders = '**/api/v1/podcasts';

describe('the Create page', function () {
  this.timeout(60_000);
  const suite = browserSuite();
  let world: World;

  before(async () => {
    ({ world } = await streamedWorld(suite, (env) =>
      createWorld({ workers: false, env: { MAX_UPLOAD_MB: '1', ...env } }),
    ));
  });

  type Options = OpenOptions & { url?: string };

  async function open(path = '/create', { url = world.url, ...options }: Options = {}): Promise<Page> {
    const { page } = await suite.open(options);
    await page.goto(`${url}${path}`);
    await topic(page).waitFor();
    return page;
  }

  function topic(page: Page) {
    return page.getByLabel('Topic', { exact: true });
  }

  function text(page: Page) {
    return page.getByLabel('Text', { exact: true });
  }

  function make(page: Page) {
    return page.getByRole('button', { name: 'Create episode' });
  }

  /** Waits until the page is at its episode; answers what is on record of it. */
  async function episodeOf(page: Page): Promise<PodcastRequest> {
    await page.waitForURL('**/episodes/*');
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    return (await findPodcastRequest(world.db, id))!;
  }

  async function episodes(): Promise<number> {
    const { body } = await send(world, '/api/v1/podcasts');
    return Number(body['total_podcasts']);
  }

  /** Runs it, and expects it to make so many episodes. */
  async function making(count: number, act: () => Promise<void>): Promise<void> {
    const before = await episodes();
    await act();
    assert.equal((await episodes()) - before, count);
  }

  function keysOf(page: Page): string[] {
    const keys: string[] = [];
    page.on('request', (request: Request) => {
      if (request.method() === 'POST' && request.url().endsWith('/api/v1/podcasts'))
        keys.push(request.headers()['x-idempotency-key'] ?? '');
    });
    return keys;
  }

  describe('takes', () => {
    it('a topic alone, a text alone, and makes the episode that was asked for', async () => {
      const page = await open();
      await topic(page).fill('Lighthouses');
      await make(page).click();
      const byTopic = await episodeOf(page);
      assert.deepEqual([byTopic.topic, byTopic.sources, byTopic.minutes], ['Lighthouses', [], 5]);
      assert.equal(byTopic['public'], undefined);

      await page.goto(`${world.url}/create`);
      assert.equal(await topic(page).inputValue(), '', 'a new draft is empty');
      await text(page).fill(story);
      await page.getByText(`${countWords(story)} words`, { exact: true }).waitFor();
      await make(page).click();
      const byText = await episodeOf(page);
      assert.deepEqual(byText.sources, [{ kind: 'text', text: story }]);
    });

    it('links, files and text together, with length, language, speakers and all', async () => {
      const page = await open();
      await topic(page).fill('Lights at sea');
      await page.getByRole('button', { name: 'Add a link' }).click();
      await page.keyboard.type('example.org/lights');
      await page.getByRole('button', { name: 'Add another link' }).click();
      await page.keyboard.type('https://example.org/rocks');
      await page.getByLabel('Choose files').setInputFiles([textFile('keepers.txt'), textFile('lamps.md')]);
      await page
        .getByText(/B, uploaded/)
        .nth(1)
        .waitFor();
      await text(page).fill(story);
      await page.getByLabel('Length', { exact: true }).press('ArrowRight');
      assert.equal(await page.getByLabel('Length in minutes').inputValue(), '6');
      await page.getByLabel('Length in minutes').fill('7.5');
      await page.getByLabel('Language').selectOption({ label: 'British English' });
      await page.getByRole('button', { name: 'Add a speaker' }).click();
      await speaker(page, 1).getByLabel('Name').fill('Ada');
      await speaker(page, 1).getByLabel('Voice', { exact: true }).selectOption('rms');
      await speaker(page, 1).getByLabel('Speed').press('ArrowRight');
      await page.getByRole('button', { name: 'Remove speaker 2' }).click();
      await page.getByLabel('Public').check();
      await page.getByText('A note to the writer').click();
      await page.getByLabel('Note to the writer').fill('Begin with a storm.');
      await make(page).click();
      const asked = await episodeOf(page);
      assert.deepEqual(
        asked.sources.map((source) =>
          source.kind === 'upload' ? source.filename : source.kind === 'url' ? source.url : 'text',
        ),
        ['https://example.org/lights', 'https://example.org/rocks', 'keepers.txt', 'lamps.md', 'text'],
      );
      assert.deepEqual(
        [asked.topic, asked.minutes, asked.language, asked.narrative_guidance, asked['public']],
        ['Lights at sea', 7.5, 'en-GB', 'Begin with a storm.', true],
      );
      assert.deepEqual(
        asked.speakers.map(({ name }) => name),
        ['Ada', 'Robin'],
      );
      assert.deepEqual([asked.speakers[0]?.voice, asked.speakers[0]?.speaking_rate], ['rms', 1.05]);
    });

    it('up to four speakers, down to one', async () => {
      const page = await open();
      await page.getByRole('button', { name: 'Add a speaker' }).click();
      await page.getByRole('button', { name: 'Add a speaker' }).click();
      assert.ok(await page.getByRole('button', { name: 'Four speakers at most' }).isDisabled());
      for (const place of [4, 3, 2])
        await page.getByRole('button', { name: `Remove speaker ${place}` }).click();
      assert.equal(await page.getByRole('button', { name: /Remove speaker/ }).count(), 0);
    });

    it('several links pasted at once as one each', async () => {
      const page = await open();
      await page.getByRole('button', { name: 'Add a link' }).click();
      await page.getByLabel('Link 1', { exact: true }).focus();
      await page.evaluate(`(() => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text', 'https://example.org/a\\nhttps://example.org/b');
        const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        document.activeElement.dispatchEvent(paste);
      })()`);
      assert.equal(await page.getByLabel('Link 1', { exact: true }).inputValue(), 'https://example.org/a');
      assert.equal(await page.getByLabel('Link 2', { exact: true }).inputValue(), 'https://example.org/b');
    });

    it('what an episode was asked to be, to change it and try again', async () => {
      const page = await open();
      await topic(page).fill('Lights at sea');
      await page.getByLabel('Choose files').setInputFiles(textFile('again.txt'));
      await page.getByText(/B, uploaded/).waitFor();
      await text(page).fill(story);
      await page.getByLabel('Title', { exact: true }).fill('The light of Skerry');
      await page.getByLabel('Length in minutes').fill('12');
      await make(page).click();
      const first = await episodeOf(page);
      const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      await page.goto(`${world.url}/create?again=${id}`);
      await until('the text is there', async () => (await text(page).inputValue()) === story);
      await page.waitForURL('**/create');
      await topic(page).fill('Lights in the dark');
      await make(page).click();
      const second = await episodeOf(page);
      assert.equal(second.topic, 'Lights in the dark');
      assert.deepEqual(
        [second.sources, second.minutes, second.speakers],
        [first.sources, first.minutes, first.speakers],
      );
    });

    it('what the address says, and keeps an earlier draft aside', async () => {
      const page = await open();
      await text(page).fill(story);
      await page.goto(`${world.url}/create?topic=Tides&url=https%3A%2F%2Fexample.org%2Ftides`);
      await page.getByText('Your earlier draft').waitFor();
      assert.equal(await topic(page).inputValue(), 'Tides');
      assert.equal(
        await page.getByLabel('Link 1', { exact: true }).inputValue(),
        'https://example.org/tides',
      );
      assert.equal(await text(page).inputValue(), '');
      await topic(page).fill('Tides and moons');
      await page.reload();
      assert.equal(await topic(page).inputValue(), 'Tides and moons', 'an edit is not undone by a reload');
      await page.getByRole('button', { name: 'Restore it' }).click();
      assert.equal(await text(page).inputValue(), story);
      await page.goto(`${world.url}/create?topic=Tides&topic_id=11111111-1111-4111-8111-111111111111`);
      await page.getByText('the sources found for this topic').waitFor();
    });
  });

  it('takes a long pasted text as a file, and a title for a short one', async () => {
    const page = await open();
    await text(page).focus();
    await page.evaluate(`(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', ${JSON.stringify(story)}.concat(' ').repeat(900));
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement.dispatchEvent(paste);
    })()`);
    await page.getByText('The pasted text is long, so it was added as a file.').waitFor();
    await page.getByText(/KB, uploaded/).waitFor();
    assert.equal(await text(page).inputValue(), '');
    await page.getByRole('button', { name: 'Remove Pasted text.txt' }).click();
    await text(page).fill(story);
    await page.getByLabel('Title', { exact: true }).fill('The light of Skerry');
    await make(page).click();
    const asked = await episodeOf(page);
    assert.deepEqual(asked.sources, [{ kind: 'text', text: story, title: 'The light of Skerry' }]);
  });

  it('plays when ready, unless that is not wanted', async () => {
    const page = await open();
    assert.ok(await page.getByLabel('Play when ready').isChecked());
    await topic(page).fill('Played when ready');
    await make(page).click();
    await episodeOf(page);
    await page.getByRole('region', { name: 'Player' }).waitFor();
    const silent = await open();
    await silent.getByLabel('Play when ready').uncheck();
    await topic(silent).fill('Not played');
    await make(silent).click();
    await episodeOf(silent);
    assert.equal(await silent.getByRole('region', { name: 'Player' }).count(), 0);
  });

  describe('files', () => {
    it('that are dropped anywhere are uploaded, with their progress', async () => {
      const page = await open();
      const gate = new EventEmitter();
      const opened = once(gate, 'open');
      await page.route('**/api/v1/uploads*', async (route) => {
        await opened;
        await route.continue();
      });
      await page.evaluate(`(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([${JSON.stringify(story)}], 'dropped.txt', { type: 'text/plain' }));
        for (const type of ['dragenter', 'dragover', 'drop'])
          document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      })()`);
      await page.getByRole('progressbar', { name: 'Uploading dropped.txt' }).waitFor();
      await make(page).click();
      await page.getByRole('alert').getByText('still being uploaded').waitFor();
      gate.emit('open');
      await page.getByText(/B, uploaded/).waitFor();
      await make(page).click();
      assert.equal((await episodeOf(page)).sources[0]?.kind, 'upload');
    });

    it('that cannot be used say why, too large ones before they are sent, and can be removed', async () => {
      const page = await open('/create', { allow: /415/ });
      await page.getByText('up to 1 MB each').waitFor();
      const sent: string[] = [];
      page.on('request', (request) => {
        if (request.method() === 'POST') sent.push(request.url());
      });
      await page.getByLabel('Choose files').setInputFiles([
        {
          name: 'photo.png',
          mimeType: 'image/png',
          buffer: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
        },
        { name: 'book.txt', mimeType: 'text/plain', buffer: Buffer.alloc(3 * 1024 * 1024, 'a') },
        { name: 'blank.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
      ]);
      await page.getByText('This kind of file can’t be read.').waitFor();
      await page.getByText('The file is 3 MB; the limit is 1 MB.').waitFor();
      await page.getByText('The file is empty.').waitFor();
      assert.deepEqual(
        sent.filter((url) => /book|blank/.test(url)),
        [],
      );
      await make(page).click();
      await page.getByRole('alert').getByText('“photo.png” was not uploaded').waitFor();
      for (const name of ['photo.png', 'book.txt', 'blank.txt'])
        await page.getByRole('button', { name: `Remove ${name}` }).click();
      assert.equal(await page.getByRole('list', { name: 'Files of this episode' }).count(), 0);
    });

    it('whose connection is cut are sent again by themselves', async () => {
      const page = await open('/create', { allow: /ERR_FAILED/ });
      let cuts = 0;
      await page.route('**/api/v1/uploads*', (route) =>
        (cuts += 1) === 1 ? route.abort() : route.continue(),
      );
      await page.getByLabel('Choose files').setInputFiles(textFile('cut.txt'));
      await page.getByText(/B, uploaded/).waitFor();
      assert.equal(cuts, 2);
    });

    it('that had not arrived before a reload are asked for once more', async () => {
      const page = await open();
      await page.route('**/api/v1/uploads*', () => undefined);
      await page.getByLabel('Choose files').setInputFiles(textFile('slow.txt'));
      await page.getByRole('progressbar').waitFor();
      await page.reload();
      await page.getByText('The upload was interrupted. Choose the file again.').waitFor();
      // Not before: the browser lets go what is held.
      await page.unroute('**/api/v1/uploads*');
      await page.getByLabel('Choose files').setInputFiles(textFile('slow.txt'));
      await page.getByText(/B, uploaded/).waitFor();
      assert.equal(await page.getByText('slow.txt').count(), 1);
    });
  });

  it('keeps the draft over a reload, files by their names', async () => {
    const page = await open();
    await topic(page).fill('Kept');
    await text(page).fill(story);
    await page.getByLabel('Choose files').setInputFiles(textFile('kept.txt'));
    await page.getByText(/B, uploaded/).waitFor();
    await page.getByLabel('Length in minutes').fill('12');
    await speaker(page, 2).getByLabel('Voice', { exact: true }).selectOption('slt');
    await page.getByLabel('Public').check();
    await page.reload();
    assert.equal(await topic(page).inputValue(), 'Kept');
    assert.equal(await text(page).inputValue(), story);
    await page.getByText('kept.txt').waitFor();
    assert.equal(await page.getByLabel('Length in minutes').inputValue(), '12');
    assert.equal(await speaker(page, 2).getByLabel('Voice', { exact: true }).inputValue(), 'slt');
    assert.ok(await page.getByLabel('Public').isChecked());
    await page.getByRole('button', { name: 'Start over' }).click();
    assert.equal(await topic(page).inputValue(), '');
    await page.getByRole('button', { name: 'Restore it' }).click();
    await make(page).click();
    const asked = await episodeOf(page);
    assert.deepEqual(
      asked.sources.map(({ kind }) => kind),
      ['upload', 'text'],
    );
  });

  it('keeps a draft for each tab, and offers the newest that none has open', async () => {
    const page = await open();
    await topic(page).fill('First tab');
    const other = await page.context().newPage();
    await other.goto(`${world.url}/create`);
    await topic(other).fill('Second tab');
    assert.equal(await topic(page).inputValue(), 'First tab');
    await Promise.all([page.reload(), other.reload()]);
    assert.equal(await topic(page).inputValue(), 'First tab');
    assert.equal(await topic(other).inputValue(), 'Second tab');
    // The other is open.
    await page.getByText('Your earlier draft').waitFor({ state: 'detached' });
    await make(page).click();
    await episodeOf(page);
    assert.equal(await topic(other).inputValue(), 'Second tab', 'the first is accepted, the second stays');

    const [duplicate] = await Promise.all([
      page.context().waitForEvent('page'),
      other.evaluate(`window.open('/create')`),
    ]);
    await until(
      'the duplicate has the text',
      async () => (await topic(duplicate).inputValue()) === 'Second tab',
    );
    await topic(duplicate).fill('Third tab');
    await duplicate.reload();
    assert.equal(await topic(duplicate).inputValue(), 'Third tab');
    await other.reload();
    assert.equal(await topic(other).inputValue(), 'Second tab');
    await other.close();
    await duplicate.close();

    await page.goto(`${world.url}/create`);
    await page.getByText('Your earlier draft (Third tab) is saved.').waitFor();
    await page.getByRole('button', { name: 'Restore it' }).click();
    assert.equal(await topic(page).inputValue(), 'Third tab');
    await page.getByText('Your earlier draft (Second tab) is saved.').waitFor();
    await page.getByRole('button', { name: 'Discard it' }).click();
    await page.getByText('Your earlier draft').waitFor({ state: 'detached' });
  });

  describe('makes one episode', () => {
    it('of a double click', async () => {
      await making(1, async () => {
        const page = await open();
        await topic(page).fill('Twice');
        await make(page).dblclick();
        await episodeOf(page);
      });
    });

    it('when the page is reloaded before the answer', async () => {
      await making(1, async () => {
        const page = await open();
        const keys = keysOf(page);
        await topic(page).fill('Reloaded');
        let [isHeld, arrived] = [false, false];
        // The first answer is held until the reload: taking the route away would let go what is held.
        await page.route(orders, async (route) => {
          if (isHeld) {
            await route.continue();
            return;
          }
          isHeld = true;
          await route.fetch();
          arrived = true;
        });
        await make(page).click();
        await until('the order has reached the server', () => arrived);
        await page.reload();
        await episodeOf(page);
        assert.deepEqual([keys.length, new Set(keys).size], [2, 1]);
      });
    });

    it('when the answer is lost and the page asks again by itself', async () => {
      await making(1, async () => {
        const page = await open('/create', { allow: /ERR_FAILED/ });
        const keys = keysOf(page);
        await topic(page).fill('Lost');
        await loseAnswers(page, 2);
        await make(page).click();
        await page.getByText('We’ll keep trying').waitFor();
        await episodeOf(page);
        assert.deepEqual([keys.length, new Set(keys).size], [3, 1]);
      });
    });

    it('when the answer is lost and the person stops, reloads and presses again', async () => {
      await making(1, async () => {
        const page = await open('/create', { allow: /ERR_FAILED/ });
        const keys = keysOf(page);
        await topic(page).fill('Pressed again');
        await loseAnswers(page, Infinity);
        await make(page).click();
        await page.getByRole('button', { name: 'Stop trying' }).click();
        await make(page).waitFor();
        await page.unroute(orders);
        await page.reload();
        await make(page).click();
        await episodeOf(page);
        assert.equal(new Set(keys).size, 1);
      });
    });

    it('of each content: what is changed has a key of its own', async () => {
      await making(2, async () => {
        const page = await open('/create', { allow: /ERR_FAILED/ });
        const keys = keysOf(page);
        await topic(page).fill('First');
        await loseAnswers(page, Infinity);
        await make(page).click();
        await page.getByRole('button', { name: 'Stop trying' }).click();
        await make(page).waitFor();
        await page.unroute(orders);
        await topic(page).fill('Second');
        await make(page).click();
        assert.equal((await episodeOf(page)).topic, 'Second');
        assert.equal(new Set(keys).size, 2);
      });
    });

    it('of a draft that was set aside in the middle of its order, and put back after another', async () => {
      await making(2, async () => {
        const page = await open('/create', { allow: /ERR_FAILED/ });
        const keys = keysOf(page);
        await topic(page).fill('Made room');
        await loseAnswers(page, Infinity);
        await make(page).click();
        await page.getByText('We’ll keep trying').waitFor();
        await page.unroute(orders);
        await page.goto(`${world.url}/create?topic=Came+between`);
        await page.getByText('Your earlier draft (Made room) is saved.').waitFor();
        await make(page).click();
        assert.equal((await episodeOf(page)).topic, 'Came between');
        await page.getByRole('link', { name: 'Create' }).click();
        await page.getByRole('button', { name: 'Restore it' }).click();
        await make(page).click();
        assert.equal((await episodeOf(page)).topic, 'Made room');
        assert.equal(new Set(keys).size, 2);
        assert.equal(keys.at(-1), keys[0]);
      });
    });

    it('of two tabs that ask for the same', async () => {
      await making(1, async () => {
        const page = await open();
        await topic(page).fill('Two tabs');
        const other = await page.context().newPage();
        await other.goto(`${world.url}/create`);
        await topic(other).fill('Two tabs');
        await other.getByText('About 5 minutes').waitFor();
        let arrived = 0;
        const gate = new EventEmitter();
        const opened = once(gate, 'open');
        await page.context().route(orders, async (route) => {
          arrived += 1;
          await opened;
          await route.continue();
        });
        await make(page).click();
        await make(other).click();
        await until('both tabs have asked', () => arrived === 2);
        gate.emit('open');
        await Promise.all([episodeOf(page), episodeOf(other)]);
      });
    });
  });

  describe('an order that waits for the server when the page is left', () => {
    /** A page in the Library whose order is not taken; `answer` says how the server takes it from then on. */
    async function leave(about: string, allow: RegExp) {
      const page = await open('/create', { allow });
      await page.clock.install();
      let answer: ((route: Route) => Promise<void>) | undefined;
      await page.route(orders, (route) => (answer === undefined ? route.abort() : answer(route)));
      await topic(page).fill(about);
      await make(page).click();
      await page.getByText('We’ll keep trying').waitFor();
      await page.getByRole('link', { name: 'Library' }).click();
      await page.getByRole('heading', { level: 1, name: 'Library' }).waitFor();
      return { page, answerBy: (by: (route: Route) => Promise<void>) => (answer = by) };
    }

    it('is made, and takes nobody away from where they are', async () => {
      await making(1, async () => {
        const { page, answerBy } = await leave('Left alone', /ERR_FAILED/);
        answerBy((route) => route.continue());
        await page.getByRole('list', { name: 'Episodes' }).getByText('Left alone').waitFor();
        await until('the order is done', () =>
          page.evaluate<boolean>(
            `Object.keys(localStorage).every((key) => !key.startsWith('aethercast.create.order'))`,
          ),
        );
        assert.equal(new URL(page.url()).pathname, '/library');
        await page.getByRole('link', { name: 'Create' }).click();
        await topic(page).waitFor();
        assert.equal(await topic(page).inputValue(), '');
      });
    });

    it('is refused at the next visit, with the draft', async () => {
      const { page, answerBy } = await leave('Left and refused', /ERR_FAILED|400/);
      let refused = 0;
      answerBy((route) => {
        refused += 1;
        const json = { error_code: 'API_GW_SOMETHING', message: 'Not on a Sunday.', retryable: false };
        return route.fulfill({ status: 400, json });
      });
      await until('it is refused', () => refused === 1);
      await page.getByRole('link', { name: 'Discover', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'Discover' }).waitFor();
      await page.getByRole('link', { name: 'Create' }).click();
      await page.getByRole('alert').getByText('Not on a Sunday.').waitFor();
      assert.equal(await topic(page).inputValue(), 'Left and refused');
    });

    it('is found there again, can be stopped, and is still one', async () => {
      await making(1, async () => {
        const { page, answerBy } = await leave('Left and found', /ERR_FAILED/);
        const keys = keysOf(page);
        await page.getByRole('link', { name: 'Create' }).click();
        await page.getByText('We’ll keep trying').waitFor();
        await page.getByRole('button', { name: 'Stop trying' }).click();
        await make(page).waitFor();
        answerBy((route) => route.continue());
        const asked = keys.length;
        // Long enough for any that would still be asking.
        await page.clock.runFor(60_000);
        await make(page).click();
        assert.equal((await episodeOf(page)).topic, 'Left and found');
        assert.deepEqual([keys.length, new Set(keys).size], [asked + 1, 1]);
      });
    });

    it('makes room for what the next link asks for', async () => {
      await making(1, async () => {
        const { page, answerBy } = await leave('Left for a link', /ERR_FAILED/);
        await page.evaluate(`history.pushState(null, '', '/create?topic=Linked')`);
        await page.getByText('Your earlier draft (Left for a link) is saved.').waitFor();
        await make(page).waitFor();
        answerBy((route) => route.continue());
        await make(page).click();
        assert.equal((await episodeOf(page)).topic, 'Linked');
      });
    });
  });

  describe('says what is to be mended', () => {
    it('by itself, in a summary that has the focus and leads to the field', async () => {
      const page = await open();
      await make(page).click();
      const summary = page.getByRole('alert');
      await summary.getByText('Please fix one thing first').waitFor();
      assert.equal(await page.locator(':focus').getAttribute('role'), 'alert');
      await summary.getByRole('link', { name: /Say what the episode is about/ }).click();
      assert.equal(await page.locator(':focus').getAttribute('id'), await topic(page).getAttribute('id'));
      await page.getByRole('button', { name: 'Add a link' }).click();
      await page.keyboard.type('ftp://example.org');
      await speaker(page, 2).getByLabel('Name').fill('Alex');
      await page.getByLabel('Length in minutes').fill('500');
      await make(page).click();
      await summary.getByText('Please fix 3 things first').waitFor();
      assert.match(
        await describedBy(page, page.getByLabel('Link 1', { exact: true })),
        /not a complete web address/,
      );
      assert.match(await describedBy(page, page.getByLabel('Length in minutes')), /0.5 to 120 minutes/);
      assert.match(await describedBy(page, speaker(page, 2).getByLabel('Name')), /called Alex/);
    });

    it('before a run is begun on too little text, until more is there', async () => {
      await making(1, async () => {
        const page = await open();
        await text(page).fill('Too few words.');
        await make(page).click();
        await page.getByRole('alert').getByText('3 words of text are too few').waitFor();
        assert.match(await describedBy(page, text(page)), /at least 60/);
        await text(page).fill(story);
        assert.equal(await text(page).getAttribute('aria-invalid'), 'false');
        assert.equal(await page.getByRole('alert').count(), 0);
        await make(page).click();
        await episodeOf(page);
      });
    });

    it('by the server, at the link, the text or the topic that it is about', async () => {
      const page = await open('/create?topic_id=no-id', { allow: /400/ });
      await make(page).click();
      await page.getByRole('alert').getByText('The discovered topic must be a UUID.').waitFor();
      await page.getByRole('button', { name: 'Leave them out' }).click();
      await page.getByRole('button', { name: 'Add a link' }).click();
      await page.keyboard.type('http://10.0.0.1/');
      await make(page).click();
      await page.getByRole('alert').getByText('does not lead to the public internet').waitFor();
      assert.match(await describedBy(page, page.getByLabel('Link 1', { exact: true })), /public internet/);
      await page.getByRole('button', { name: 'Remove link 1' }).click();
      await text(page).fill(german);
      await make(page).click();
      await page.getByRole('alert').getByText('This text is in German').waitFor();
      assert.match(await describedBy(page, text(page)), /is set to American English/);
      await text(page).fill(story);
      await make(page).click();
      await episodeOf(page);
    });

    it('where it cannot get the voices, instead of asking for ever', async () => {
      const page = await open('/create', { allow: /503/ });
      await page.route(orders, (route) =>
        route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          body: JSON.stringify({ error_code: 'ASSET_UNAVAILABLE', message: 'Tried: ...', retryable: true }),
        }),
      );
      await topic(page).fill('Voiceless');
      await make(page).click();
      await page.getByRole('alert').getByText('Choose other voices').waitFor();
    });

    it('when a file has gone from the server', async () => {
      const page = await open('/create', { allow: /400/ });
      await page.getByLabel('Choose files').setInputFiles(textFile('gone.txt'));
      await page.getByText(/B, uploaded/).waitFor();
      await world.db
        .deleteFrom('uploads')
        .where('owner_id', '=', localOwnerId)
        .where('filename', '=', 'gone.txt')
        .execute();
      await make(page).click();
      await page.getByRole('alert').getByText('The server no longer has this file').waitFor();
    });
  });

  describe('estimates', () => {
    it('before the button, and warns of a text that is too short', async () => {
      const page = await open();
      const estimate = page.getByRole('region', { name: 'Estimate' });
      await estimate.getByText('Add a source to see length and cost.').waitFor();
      await topic(page).fill('Lighthouses');
      await estimate.getByText('About 5 minutes').first().waitFor();
      await estimate.getByText('Alex (slt), Sam (rms)').waitFor();
      await estimate.getByText('Free. The embedded writer and voices cost nothing.').waitFor();
      await topic(page).fill('');
      await text(page).fill('Too few words.');
      await estimate.getByText('The sources contain fewer than 60 words').first().waitFor();
    });

    it('but stands in nobody’s way when it fails', async () => {
      const page = await open('/create', { allow: /ERR_FAILED/ });
      await page.route('**/api/v1/podcasts/estimate', (route) => route.abort());
      await topic(page).fill('Without an estimate');
      await page.getByText('No estimate available.').waitFor();
      await make(page).click();
      await episodeOf(page);
    });
  });

  it('begins with what is preferred', async () => {
    const page = await open();
    const client_id = await page.evaluate<string>(`localStorage.getItem('aethercast.client')`);
    const preferences = {
      minutes: 12,
      preferred_vfa_language_code: 'en-GB',
      preferred_vfa_voice_name: 'rms',
      preferred_vfa_speaking_rate: 1.25,
    };
    await send(world, '/api/v1/session/preferences', { body: { client_id, preferences } });
    await page.reload();
    await page.getByText('1.25×').first().waitFor();
    assert.equal(await page.getByLabel('Length in minutes').inputValue(), '12');
    assert.equal(await selectedLabel(page.getByLabel('Language')), 'Default (British English)');
    const voice = speaker(page, 1).getByLabel('Voice', { exact: true });
    await until('rms is chosen', async () => (await selectedLabel(voice)) === 'Chosen for you: rms');
    await text(page).fill(story);
    await make(page).click();
    const asked = await episodeOf(page);
    assert.deepEqual([asked.minutes, asked.language, asked.speaking_rate], [12, 'en-GB', 1.25]);
    assert.equal(asked.speakers[0]?.voice, 'rms');
  });

  it('says why simpler voices speak where the usual ones cannot', async () => {
    const config = { ...world.config, SPEECH_PROVIDER: 'auto' as const, AETHERCAST_CACHE: world.mediaFolder };
    const page = await open('/create', { url: await world.openGateway({ config }) });
    await page
      .getByText(/^Default voices: slt and rms. These are the simpler Flite voices, .*: .+/)
      .waitFor();
  });

  describe('lets a voice be heard', () => {
    before(() => world.startWorkers());
    after(() => world.stopWorkers());

    it('and stopped', async () => {
      const page = await open();
      await speaker(page, 1).getByLabel('Voice', { exact: true }).selectOption('slt');
      await speaker(page, 1).getByRole('button', { name: 'Preview the voice slt' }).click();
      await speaker(page, 1).getByRole('button', { name: 'Stop the voice slt' }).waitFor();
      // Another one silences it.
      await speaker(page, 2).getByLabel('Voice', { exact: true }).selectOption('rms');
      await speaker(page, 2).getByRole('button', { name: 'Preview the voice rms' }).click();
      await speaker(page, 1).getByRole('button', { name: 'Preview the voice slt' }).waitFor();
      await speaker(page, 2).getByRole('button', { name: 'Stop the voice rms' }).click();
      await speaker(page, 2).getByRole('button', { name: 'Preview the voice rms' }).waitFor();
    });

    it('and says why when it cannot', async () => {
      const page = await open('/create', { allow: /404|503/ });
      let answers = 0;
      await page.route('**/api/v1/voices/slt/preview', async (route) => {
        answers += 1;
        const response = await route.fetch({ url: `${world.url}/api/v1/voices/nobody/preview` });
        await route.fulfill({ response });
      });
      await speaker(page, 1).getByLabel('Voice', { exact: true }).selectOption('slt');
      await speaker(page, 1).getByRole('button', { name: 'Preview the voice slt' }).click();
      await speaker(page, 1).getByText('The voice slt could not be played.').waitFor();
      assert.equal(answers, 1, 'what cannot succeed is not asked again');
    });
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has no serious fault of access, filled in and refused (${colorScheme})`, async () => {
      const page = await open('/create', { colorScheme, allow: /415/ });
      assert.deepEqual(await seriousViolations(page), []);
      await topic(page).fill('Lighthouses');
      await page.getByText('About 5 minutes').first().waitFor();
      assert.deepEqual(await seriousViolations(page), []);
      await page.getByRole('button', { name: 'Add a link' }).click();
      await page.keyboard.type('ftp://nowhere');
      await page
        .getByLabel('Choose files')
        .setInputFiles([
          textFile('fine.txt'),
          { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('89504e470d0a1a0a', 'hex') },
        ]);
      await page.getByText('This kind of file can’t be read.').waitFor();
      await page.getByText('A note to the writer').click();
      await make(page).click();
      await page.getByRole('alert').getByText('things first').waitFor();
      assert.deepEqual(await seriousViolations(page), []);
    });
  }

  it('works on a phone, by keyboard alone and without scrolling sideways', async () => {
    const page = await open('/create', { viewport: phone });
    await topic(page).focus();
    await page.keyboard.type('By thumb');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('example.org');
    await page.getByText('About 5 minutes').first().waitFor();
    const { wide, room } = await page.evaluate<{ wide: number; room: number }>(
      `({ wide: document.documentElement.scrollWidth, room: innerWidth })`,
    );
    assert.ok(wide <= room, `${wide} > ${room}`);
    await page.keyboard.press('Enter');
    await make(page).focus();
    assert.equal(new URL(page.url()).pathname, '/create', 'Enter in a field begins nothing');
    await page.keyboard.press('Enter');
    const asked = await episodeOf(page);
    assert.deepEqual(asked.sources, [{ kind: 'url', url: 'https://example.org' }]);
  });
});

/** The server takes the order; its answer does not arrive, so many times. */
async function loseAnswers(page: Page, times: number): Promise<void> {
  let lost = 0;
  await page.route(orders, async (route) => {
    lost += 1;
    if (lost > times) {
      await route.continue();
      return;
    }
    await route.fetch();
    await route.abort();
  });
}

function speaker(page: Page, place: number) {
  return page.getByRole('group', { name: `Speaker ${place}` });
}

function textFile(name: string) {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(`${storyOf(name)}\n\n${storyOf('Fastnet')}`) };
}

async function describedBy(page: Page, control: ReturnType<Page['locator']>): Promise<string> {
  assert.equal(await control.getAttribute('aria-invalid'), 'true');
  const ids = ((await control.getAttribute('aria-describedby')) ?? '').split(' ');
  const texts = await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).textContent()));
  return texts.join(' ');
}

async function selectedLabel(select: ReturnType<Page['locator']>): Promise<string> {
  return (await select.locator('option:checked').textContent()) ?? '';
}
