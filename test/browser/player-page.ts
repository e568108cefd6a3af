// A page with nothing but the player, and what a test asks of it.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const listenFolder = fileURLToPath(new URL('../../web/listen/', import.meta.url));

/** What the page says of itself. */
export type Report = {
  mode: string | null;
  why: string | null;
  position: number;
  duration: number;
  buffered: [number, number][];
  states: string[];
  ended: boolean;
  /** WebSockets opened so far. */
  joins: number;
  /** What the element was given as its source, in order. */
  sources: string[];
};

export type PageOptions = {
  podcastId: string;
  startAtSeconds?: number;
  aheadSeconds?: number;
  behindSeconds?: number;
  /** Run before anything else: what another browser would be like. */
  before?: string;
};

function script({ before = '', ...options }: PageOptions): string {
  return `${before}
    const { EpisodePlayer } = await import('/listen/player.js');
    const audio = document.body.appendChild(document.createElement('audio'));
    const seen = { mode: null, why: null, states: [], joins: 0, sources: [] };
    class CountedSocket extends WebSocket {
      constructor(url) { super(url); seen.joins += 1; }
    }
    audio.addEventListener('loadstart', () => seen.sources.push(audio.src));
    const player = new EpisodePlayer({
      ...${JSON.stringify(options)},
      audio,
      WebSocket: CountedSocket,
      onState: (state) => seen.states.push(state.name),
      onMode: (mode, why) => Object.assign(seen, { mode, why: why ?? null }),
    });
    globalThis.player = player;
    globalThis.audio = audio;
    globalThis.report = () => ({
      ...seen,
      position: player.position,
      duration: player.duration,
      buffered: Array.from(audio.buffered, () => 0).map((_, at) => [audio.buffered.start(at), audio.buffered.end(at)]),
      ended: audio.ended,
    });
    const started = player.start();
    if ('seeksTo' in globalThis) player.seek(globalThis.seeksTo);
    await started;
    audio.play().catch(() => undefined);`;
}

export class PlayerPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /**
   * On a page that the gateway really serves: one that is made up here would have no address, and Chromium lets no
   * stranger speak to this machine.
   */
  static async open(page: Page, gateway: string, options: PageOptions): Promise<PlayerPage> {
    await page.route(`${gateway}/listen/*.js`, async (route) => {
      const name = new URL(route.request().url()).pathname.replace('/listen/', '');
      await route.fulfill({ contentType: 'text/javascript', body: await readFile(listenFolder + name) });
    });
    const player = new PlayerPage(page);
    await page.goto(`${gateway}/livez`);
    await player.start(options);
    return player;
  }

  async start(options: PageOptions): Promise<void> {
    await this.run(`(async () => { ${script(options)} })()`);
  }

  /** As a person does; whoever resumes starts the player again. */
  async reload(options: PageOptions): Promise<void> {
    await this.page.reload();
    await this.start(options);
  }

  async report(): Promise<Report> {
    return this.page.evaluate<Report>('report()');
  }

  async run(code: string): Promise<void> {
    await this.page.evaluate(code);
  }
}
