// A small web of its own on loopback: three real feeds with the articles they lead to, and feeds with every fault.
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { bomb } from './evil-server.js';

export type Newsroom = {
  /** For WCHA_TEST_ALLOWED_HOSTS, beside `deadHost`. */
  host: string;
  url(path: string): string;
  /** Requests as `path status`, in the order of their answers. */
  hits: string[];
  /** Paths that answer 503 from now on. */
  down: Set<string>;
  /** Writes an OPML file with these feeds into the folder; answers its path. */
  feedList(folder: string, feeds?: readonly NewsFeed[]): Promise<string>;
  close(): Promise<void>;
};

/** `path` may be a whole address. */
export type NewsFeed = { name: string; category: string; path: string };

/** The three that work: RSS 2.0, Atom, JSON Feed. */
export const goodFeeds: readonly NewsFeed[] = [
  { name: 'Observatory News', category: 'Science', path: '/observatory.rss' },
  { name: 'Old Europe Review', category: 'Education', path: '/history.atom' },
  { name: 'Workshop and Wing', category: 'Technology', path: '/workshop.json' },
];

/** Nobody listens on the discard port. */
export const deadHost = '127.0.0.1:9';

/** Every other fate of a feed, with the code of its fault. */
export const badFeeds: readonly (NewsFeed & { code: string })[] = [
  { name: 'Dead', category: 'Science', path: `http://${deadHost}/`, code: 'WCHA_FETCH_FAILED' },
  { name: 'Reset', category: 'Science', path: '/bad/reset', code: 'WCHA_FETCH_FAILED' },
  { name: 'Gone', category: 'Science', path: '/bad/404', code: 'WCHA_HTTP_STATUS' },
  { name: 'Slow', category: 'Science', path: '/bad/slow', code: 'WCHA_FETCH_TIMEOUT' },
  { name: 'Huge', category: 'Science', path: '/bad/huge', code: 'WCHA_TOO_LARGE' },
  { name: 'Bomb', category: 'Science', path: '/bad/bomb', code: 'WCHA_TOO_LARGE' },
  { name: 'Malformed', category: 'Science', path: '/bad/malformed', code: 'TDA_FEED_UNREADABLE' },
  { name: 'Page', category: 'Science', path: '/articles/eclipse', code: 'TDA_FEED_UNREADABLE' },
  { name: 'Empty', category: 'Science', path: '/bad/empty', code: 'TDA_FEED_EMPTY' },
  { name: 'No items', category: 'Science', path: '/bad/no-items', code: 'TDA_FEED_EMPTY' },
  { name: 'Private', category: 'Science', path: '/bad/private', code: 'WCHA_URL_BLOCKED' },
];

/** Feeds in other encodings, each with one article: "Études in a café, №" followed by the path. */
export const foreignFeeds: readonly NewsFeed[] = [
  { name: 'Latin by declaration', category: 'Arts & Culture', path: '/encoded/declared' },
  { name: 'Latin by header', category: 'Arts & Culture', path: '/encoded/header' },
  { name: 'UTF-16', category: 'Arts & Culture', path: '/encoded/utf-16' },
];

const articles: Record<string, () => { title: string; paragraphs: string[] }> = {
  eclipse: () => tycho('The Eclipse of 1560'),
  'eclipse-history': () => tycho('A Picturesque Figure', 'The Eclipse of 1560'),
  measuring: () => tycho('Measuring the Stars by Night'),
  'stolen-nephew': () => tycho('A Stolen Nephew'),
  'world-in-space': () => history('The World in Space', 'The World in Time'),
  'beginnings-of-life': () => history('The Beginnings of Life', 'The Age of Fishes'),
  helicoptere: () => wright(0, 6),
  'kitty-hawk': () => wright(6, 14),
};

export async function startNewsroom(): Promise<Newsroom> {
  const newsroom: Newsroom = {
    host: '',
    url: (location) => `http://${newsroom.host}${location}`,
    hits: [],
    down: new Set(),
    async feedList(folder, feeds = goodFeeds) {
      const file = path.join(folder, `feeds-${feeds.length}.opml`);
      const outlines = feeds.map(
        ({ name, category, path: location }) =>
          `<outline type="rss" text="${name}" category="${category.replace('&', '&amp;')}" xmlUrl="${new URL(location, newsroom.url('')).href}"/>`,
      );
      await writeFile(file, `<opml version="2.0"><head/><body>${outlines.join('')}</body></opml>`);
      return file;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  bomb();
  const server = createServer((request, response) => {
    const location = (request.url ?? '/').split('?')[0] ?? '/';
    response.on('finish', () => newsroom.hits.push(`${location} ${response.statusCode}`));
    answer(newsroom, location, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  newsroom.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return newsroom;
}

function answer(
  newsroom: Newsroom,
  location: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (newsroom.down.has(location)) {
    response.writeHead(503).end();
    return;
  }
  const types: Record<string, string> = {
    '/observatory.rss': 'application/rss+xml',
    '/history.atom': 'application/atom+xml; charset=utf-8',
    '/workshop.json': 'application/feed+json',
  };
  const type = types[location];
  if (type !== undefined) {
    const body = filled(readFileSync(`test/fixtures/newsroom${location}`, 'utf8'), newsroom.url(''));
    const etag = `"${createHash('sha256').update(location).digest('hex').slice(0, 16)}"`;
    const isKnown = request.headers['if-none-match'] === etag;
    response.writeHead(isKnown ? 304 : 200, { 'content-type': type, etag }).end(isKnown ? undefined : body);
    return;
  }
  const article = articles[location.replace('/articles/', '')];
  if (article !== undefined) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(article()));
    return;
  }
  if (location.startsWith('/encoded/')) answerEncoded(location, response);
  else answerBadly(location, request, response);
}

function answerBadly(location: string, request: IncomingMessage, response: ServerResponse): void {
  const xml = { 'content-type': 'application/rss+xml' };
  switch (location) {
    case '/bad/reset':
      request.socket.resetAndDestroy();
      return;
    case '/bad/slow':
      response.writeHead(200, xml).write('<?xml version="1.0"?><rss version="2.0"><channel>');
      return;
    case '/bad/huge':
      response.writeHead(200, xml);
      pour(response);
      return;
    case '/bad/bomb':
      response.writeHead(200, { ...xml, 'content-encoding': 'gzip' }).end(bomb());
      return;
    case '/bad/malformed':
      response
        .writeHead(200, xml)
        .end('<?xml version="1.0"?><rss version="2.0"><channel><item><title>Half of');
      return;
    case '/bad/empty':
      response.writeHead(200, xml).end();
      return;
    case '/bad/no-items':
      response
        .writeHead(200, xml)
        .end('<rss version="2.0"><channel><title>Nothing yet</title></channel></rss>');
      return;
    case '/bad/private':
      response.writeHead(302, { location: 'http://10.0.0.7/feed.xml' }).end();
      return;
    default:
      response.writeHead(404).end();
  }
}

function answerEncoded(location: string, response: ServerResponse): void {
  function feed(declaration: string): string {
    return `<?xml version="1.0"${declaration}?><rss version="2.0"><channel><title>x</title><item><title>Études in a café of ${location}</title><link>https://news.example${location}</link><description>Été, hiver.</description></item></channel></rss>`;
  }
  switch (location) {
    case '/encoded/declared':
      response.writeHead(200, { 'content-type': 'application/rss+xml' });
      response.end(Buffer.from(feed(' encoding="ISO-8859-1"'), 'latin1'));
      return;
    case '/encoded/header':
      response.writeHead(200, { 'content-type': 'application/rss+xml; charset=iso-8859-1' });
      response.end(Buffer.from(feed(''), 'latin1'));
      return;
    default:
      response.writeHead(200, { 'content-type': 'application/rss+xml' });
      response.end(Buffer.from(`\ufeff${feed(' encoding="UTF-16"')}`, 'utf16le'));
  }
}

function pour(response: ServerResponse): void {
  if (response.destroyed) return;
  response.write('<item><title>More and more of it.</title></item>'.repeat(2000), () =>
    setImmediate(pour, response),
  );
}

function filled(template: string, base: string): string {
  return template
    .replaceAll('{base}', base)
    .replace(/\{(iso|rfc822) -(\d+)h\}/g, (_, form: string, hours: string) => {
      const at = new Date(Date.now() - Number(hours) * 3_600_000);
      return form === 'iso' ? at.toISOString() : at.toUTCString();
    });
}

function page({ title, paragraphs }: { title: string; paragraphs: string[] }): string {
  const text = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><nav><a href="/">Home</a></nav>
    <article><h1>${title}</h1>\n${text}\n</article><footer>All rights expired.</footer></body></html>`;
}

function tycho(...headings: string[]): { title: string; paragraphs: string[] } {
  const parts = readFileSync('samples/tycho-brahe.md', 'utf8').split(/^## /m);
  return joined(headings, (heading) => parts.find((part) => part.startsWith(heading)) ?? '');
}

function history(...headings: string[]): { title: string; paragraphs: string[] } {
  const text = readFileSync('samples/short-history-of-the-world.txt', 'utf8');
  const parts = text.split(/\n\n(?=The (?:World|Beginnings|Age) [^.\n]+\n\n)/);
  return joined(headings, (heading) => parts.find((part) => part.startsWith(heading)) ?? '');
}

function joined(
  headings: string[],
  partOf: (heading: string) => string,
): { title: string; paragraphs: string[] } {
  const paragraphs = headings.flatMap((heading) => partOf(heading).trim().split(/\n\n+/).slice(1));
  return { title: headings.join(', '), paragraphs };
}

function wright(from: number, to: number): { title: string; paragraphs: string[] } {
  const html = readFileSync('samples/wright-brothers-aeroplane.html', 'utf8');
  const paragraphs = [...html.matchAll(/<p>([^]*?)<\/p>/g)].map(([, text = '']) => text);
  return { title: 'The Wright Brothers’ Aeroplane', paragraphs: paragraphs.slice(from, to) };
}
