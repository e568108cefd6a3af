import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** A loopback server that answers every path with a fault of its own; `robots` is its robots.txt. */
export type EvilServer = {
  host: string;
  url(path: string): string;
  hits: string[];
  robots: string;
  close(): Promise<void>;
};

const article = `<!doctype html><html><head><title>A fine page</title></head><body><article><h1>A fine page</h1>${'<p>The river rises in the hills and runs through the old town to the sea, past mills, gardens and two bridges.</p>'.repeat(8)}</article></body></html>`;

export async function startEvilServer(): Promise<EvilServer> {
  bomb();
  const evil: EvilServer = {
    host: '',
    url: (path) => `http://${evil.host}${path}`,
    hits: [],
    robots: '',
    close,
  };
  const server: Server = createServer({ maxHeaderSize: 64 * 1024 }, (request, response) => {
    evil.hits.push(request.url ?? '');
    answer(request, response, evil);
  });
  server.on('clientError', (_, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  evil.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return evil;

  async function close(): Promise<void> {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

function answer(request: IncomingMessage, response: ServerResponse, evil: EvilServer): void {
  const path = request.url ?? '/';
  const redirects: Record<string, string> = {
    '/to-metadata': 'http://169.254.169.254/latest/meta-data/',
    '/to-private': 'http://10.0.0.7/',
    '/to-decimal': 'http://2130706433:1/',
    '/to-file': 'file:///etc/passwd',
    '/to-other-port': 'http://127.0.0.1:1/',
    '/loop': '/loop',
    '/hop1': '/hop2',
    '/hop2': '/hop3',
    '/hop3': '/page',
    '/hop0': '/hop1',
    '/to-nowhere': 'http://[',
  };
  const location = redirects[path];
  if (location !== undefined) {
    response.writeHead(302, { location }).end();
    return;
  }
  const status = /^\/status\/(\d+)$/.exec(path)?.[1];
  if (status !== undefined) {
    response.writeHead(Number(status), { 'content-type': 'text/html', 'retry-after': '7' }).end('<p>no</p>');
    return;
  }
  switch (path) {
    case '/robots.txt':
      if (evil.robots === '500') response.writeHead(500).end();
      else if (evil.robots === '') response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': 'text/plain' }).end(evil.robots);
      return;
    case '/bomb':
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
      response.end(bomb());
      return;
    case '/endless':
      response.writeHead(200, { 'content-type': 'text/plain' });
      pour(response, 'All work and no play makes a long page. '.repeat(1600), 0);
      return;
    case '/drip':
      response.writeHead(200, { 'content-type': 'text/plain' });
      pour(response, 'drop ', 100);
      return;
    case '/silence':
      return;
    case '/picture':
      response.writeHead(200, { 'content-type': 'image/png' }).end('x');
      return;
    case '/lying-type':
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(Buffer.from('89504e470d0a1a0a0000', 'hex'));
      return;
    case '/huge-headers':
      response.writeHead(200, { 'content-type': 'text/html', 'x-big': 'a'.repeat(60_000) }).end('x');
      return;
    case '/lying-length':
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': '100000' });
      response.write('<p>short</p>');
      setImmediate(() => response.socket?.destroy());
      return;
    case '/bad-gzip':
      response
        .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
        .end('this is not gzip');
      return;
    case '/reset':
      request.socket.resetAndDestroy();
      return;
    case '/not-http':
      request.socket.end('SSH-2.0-OpenSSH_9.9\r\n\r\n');
      return;
    case '/empty':
      response.writeHead(200, { 'content-type': 'text/html' }).end();
      return;
    case '/latin1':
      response.writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' });
      response.end(Buffer.from(article.replaceAll('river', 'caf\u00e9'), 'latin1'));
      return;
    default:
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(article);
  }
}

let packed: Buffer | undefined;

/** 100 MB in some 100 KB; packing takes a second, so it is done once, before anybody waits for it. */
export function bomb(): Buffer {
  packed ??= gzipSync(Buffer.alloc(100 * 1024 * 1024, 'a'), { level: 9 });
  return packed;
}

function pour(response: ServerResponse, text: string, everyMs: number): void {
  if (response.destroyed) return;
  response.write(text, () => setTimeout(() => pour(response, text, everyMs), everyMs));
}
