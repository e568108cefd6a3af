import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import express, {
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from 'express';
import sirv from 'sirv';
import type { Config } from '../../platform/config/load-config.js';
import { readPageCode } from './page-code.js';

/** As the build lays them beside the files: web/vite.config.ts. */
const compressed = { brotli: true, gzip: true };
const yearSeconds = 365 * 24 * 3_600;
const builtFolder = fileURLToPath(new URL('../../web-app', import.meta.url));
const page = path.join(builtFolder, 'index.html');

/** What a person's address bar may show, and whose code that is: web/app/routes.ts. */
const places = [
  [/^\/$/, 'home/home'],
  [/^\/create\/?$/, 'create/create'],
  [/^\/library\/?$/, 'library/library'],
  [/^\/episodes\/[^/]+\/?$/, 'episode/episode'],
  [/^\/runs\/?$/, 'runs/runs'],
  [/^\/runs\/[^/]+\/?$/, 'runs/run'],
  [/^\/settings\/?$/, 'settings/settings'],
] as const;

type StreamerPlace = Pick<Config, 'ASF_WEBSOCKET_BASE_URL' | 'ASF_PORT'>;

/**
 * The built web app: its assets, which are named by their content and kept for good, and its one page for every address
 * that a person goes to. Addresses of the API are not its business. Nothing where the app was not built.
 */
export function webApp(config: StreamerPlace): Router {
  const router = express.Router();
  if (!existsSync(page)) return router;
  router.use(
    '/assets',
    withoutCacheControl,
    sirv(path.join(builtFolder, 'assets'), { ...compressed, immutable: true, maxAge: yearSeconds }),
  );
  for (const file of ['icon.svg', 'theme.js']) {
    router.get(`/${file}`, (_request, response) => {
      response.set('Cache-Control', 'public, max-age=86400').sendFile(path.join(builtFolder, file));
    });
  }
  const linksTo = readPageCode(builtFolder);
  for (const [address, name] of places) {
    const links = linksTo(`app/pages/${name}.tsx`);
    router.get(address, (request, response) => sendApp(request, response.set('Link', links), config));
  }
  return router;
}

/**
 * After all routes: a person at an unknown address gets the app, which says so, with the status 404. Programs, and requests
 * for the API or an asset, go on to the answer of the API.
 */
export function webAppElsewhere(config: StreamerPlace): RequestHandler {
  if (!existsSync(page)) return (_request, _response, next) => next();
  return (request, response, next) => {
    if (!isRead(request) || isOfPrograms(request.path)) {
      next();
      return;
    }
    response.vary('Accept');
    // A client that accepts anything gets the first type.
    if (request.accepts(['application/problem+json', 'json', 'html']) !== 'html') next();
    else sendApp(request, response.status(404), config);
  };
}

function sendApp({ hostname }: Request, response: Response, config: StreamerPlace): void {
  const isFound = response.statusCode === 200;
  response
    .set({
      'Content-Security-Policy': policy(streamerOrigin(hostname, config)),
      'Cache-Control': 'no-cache',
      'Referrer-Policy': 'same-origin',
    })
    .sendFile(page, isFound ? {} : { etag: false, lastModified: false, acceptRanges: false });
}

/** sirv keeps a header that is there. */
function withoutCacheControl(_request: Request, response: Response, next: NextFunction): void {
  response.removeHeader('Cache-Control');
  next();
}

function isRead({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD';
}

function isOfPrograms(address: string): boolean {
  return /^\/(api|assets)(\/|$)/i.test(address);
}

/** Where the page's WebSockets go: the configured place, or the streamer's port on the host that was asked. */
function streamerOrigin(
  hostname: string,
  { ASF_WEBSOCKET_BASE_URL: base, ASF_PORT: port }: StreamerPlace,
): string {
  return base === undefined ? `ws://${hostname}:${port}` : new URL(base).origin;
}

/**
 * Everything from here alone; `blob:` is what Media Source Extensions play from. Trusted Types make any text that would
 * become markup or script an error.
 */
function policy(streamer: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "media-src 'self' blob:",
    `connect-src 'self' ${streamer}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}
