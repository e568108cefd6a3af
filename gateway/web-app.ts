import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type RequestHandler, type Router } from 'express';
import sirv from 'sirv';
import type { Config } from '../platform/config/load-config.js';

/** As the build lays them beside the files: web/vite.config.ts. */
const compressed = { brotli: true, gzip: true };
const yearSeconds = 365 * 24 * 3_600;
const builtFolder = fileURLToPath(new URL('../web-app', import.meta.url));

/**
 * The built web app: its assets, which are named by their content and kept for good, and its one page for every address
 * that a person goes to. Addresses of the API are not its business. Nothing where the app was not built.
 */
export function webApp(config: Pick<Config, 'ASF_WEBSOCKET_BASE_URL' | 'ASF_PORT'>): Router {
  const router = express.Router();
  const page = path.join(builtFolder, 'index.html');
  if (!existsSync(page)) return router;
  router.use(
    '/assets',
    sirv(path.join(builtFolder, 'assets'), { ...compressed, immutable: true, maxAge: yearSeconds }),
  );
  for (const file of ['icon.svg', 'theme.js']) {
    router.get(`/${file}`, (_request, response) => {
      response.sendFile(path.join(builtFolder, file), { maxAge: '1d' });
    });
  }
  router.use(appPage(page, config));
  return router;
}

function appPage(page: string, config: Pick<Config, 'ASF_WEBSOCKET_BASE_URL' | 'ASF_PORT'>): RequestHandler {
  return (request, response, next) => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!reads || !isPlace(request.path)) {
      next();
      return;
    }
    response
      .set({
        'Content-Security-Policy': policy(streamerOrigin(request.hostname, config)),
        'Cache-Control': 'no-cache',
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'same-origin',
      })
      .sendFile(page);
  };
}

/** What a person's address bar may show: the pages of web/app/app.tsx. */
function isPlace(address: string): boolean {
  return /^\/(create|library|settings|runs(\/[^/]+)?|episodes\/[^/]+)?$/.test(address);
}

/** Where the page's WebSockets go: the configured place, or the streamer's port on the host that was asked. */
function streamerOrigin(
  hostname: string,
  { ASF_WEBSOCKET_BASE_URL: base, ASF_PORT: port }: Pick<Config, 'ASF_WEBSOCKET_BASE_URL' | 'ASF_PORT'>,
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
