// NewsAPI and SearXNG as their documentation describes them, on loopback.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type SearchService = {
  url: string;
  /** What was asked, newest last. */
  requests: { path: string; parameters: URLSearchParams; headers: IncomingMessage['headers'] }[];
  /** Answers the next requests instead of the good answer. */
  reply: ((response: ServerResponse) => void) | undefined;
  close(): Promise<void>;
};

export const newsApiKey = 'a-key-for-tests-only';

/** newsapi.org, version 2 (newsapi.org/docs/endpoints/everything and /docs/errors). */
export function startNewsApi(articles: object[]): Promise<SearchService> {
  return startService(({ parameters, headers }, response) => {
    if (headers['x-api-key'] !== newsApiKey) {
      json(response, 401, { status: 'error', code: 'apiKeyInvalid', message: 'Your API key is invalid.' });
    } else if (!parameters.get('q')) {
      json(response, 400, {
        status: 'error',
        code: 'parametersMissing',
        message: 'Required parameters are missing.',
      });
    } else {
      json(response, 200, { status: 'ok', totalResults: articles.length, articles });
    }
  });
}

/** SearXNG's `/search?format=json` (docs.searxng.org/dev/search_api.html). */
export function startSearxng(results: object[]): Promise<SearchService> {
  return startService(({ path, parameters }, response) => {
    if (!path.endsWith('/search')) json(response, 404, {});
    else if (parameters.get('format') !== 'json') response.writeHead(200).end('<html></html>');
    else json(response, 200, { query: parameters.get('q'), results, unresponsive_engines: [] });
  });
}

export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function startService(
  answer: (request: SearchService['requests'][number], response: ServerResponse) => void,
): Promise<SearchService> {
  const server = createServer((incoming, response) => {
    const url = new URL(incoming.url ?? '/', service.url);
    const request = { path: url.pathname, parameters: url.searchParams, headers: incoming.headers };
    service.requests.push(request);
    if (service.reply === undefined) answer(request, response);
    else service.reply(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const service: SearchService = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    reply: undefined,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return service;
}
