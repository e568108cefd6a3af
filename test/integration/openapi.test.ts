import assert from 'node:assert/strict';
import type { Express } from 'express';
import { internalRoutes } from '../../gateway/internal-routes.js';
import type { OpenApiDocument } from '../../gateway/openapi/openapi-document.js';
import { publicRoutes } from '../../gateway/public-routes.js';
import type { Route } from '../../gateway/http/route.js';
import { expressPath } from '../../gateway/http/register-routes.js';
import { createGateway, createInternalGateway } from '../../gateway/create-gateway.js';
import { Readiness } from '../../platform/health.js';
import { documents } from '../support/documented-answers.js';
import { send } from '../support/gateway-http.js';
import { serviceToken } from '../support/store.js';
import { createWorld, type World } from '../support/world.js';

describe('the OpenAPI document', function () {
  this.timeout(60_000);
  let world: World;
  before(async () => {
    world = await createWorld({ workers: false });
  });
  after(() => world.close());

  it('has every route that the public listener serves, and no other', () => {
    const app = createGateway(world.deps, new Readiness({}));
    assert.deepEqual(servedRoutes(app), documentedRoutes(documents.public, publicRoutes));
  });

  it('has every route that the internal listener serves, and no other', () => {
    const app = createInternalGateway(world.deps, new Readiness({}));
    assert.deepEqual(servedRoutes(app), documentedRoutes(documents.internal, internalRoutes));
  });

  it('is served as it is checked', async () => {
    const answer = await send(world, '/api/v1/openapi.json');
    assert.deepEqual(JSON.parse(answer.text), JSON.parse(JSON.stringify(documents.public)));
  });

  it('is served by the internal listener to who has the token alone', async () => {
    const url = await world.openInternalGateway();
    assert.equal((await fetch(`${url}/openapi.json`)).status, 401);
    const response = await fetch(`${url}/openapi.json`, {
      headers: { Authorization: `Bearer ${serviceToken}` },
    });
    assert.deepEqual(await response.json(), JSON.parse(JSON.stringify(documents.internal)));
  });

  it('names every parameter of its paths, and each operation once', () => {
    for (const [document, routes] of [
      [documents.public, publicRoutes],
      [documents.internal, internalRoutes],
    ] as const) {
      for (const [path, methods] of Object.entries(document.paths)) {
        const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        for (const { parameters = [] } of Object.values(methods)) {
          const declared = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
          assert.deepEqual(declared, inPath, path);
        }
      }
      assert.equal(new Set(routes.map(({ operationId }) => operationId)).size, routes.length);
    }
  });

  it('resolves every reference', () => {
    for (const document of Object.values(documents)) {
      const written = JSON.stringify(document);
      for (const [, name = ''] of written.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
        assert.ok(document.components.schemas[name], name);
      }
      assert.doesNotMatch(written, /#\/\$defs/);
    }
  });

  it('is readable as a page that runs nothing and loads nothing', async () => {
    const response = await fetch(`${world.url}/api/v1/docs`);
    assert.equal(response.status, 200);
    assert.match(response.headers.get('Content-Type') ?? '', /^text\/html/);
    assert.match(
      response.headers.get('Content-Security-Policy') ?? '',
      /default-src 'none'; style-src 'sha256-[\w+/=]+'/,
    );
    const page = await response.text();
    assert.doesNotMatch(page, /<script|<link|<img|style="|@import|url\(/);
    for (const { operationId } of publicRoutes) assert.ok(page.includes(`id="${operationId}"`), operationId);
    assert.match(page, /color-scheme: light dark/);
    assert.match(page, /<code>API_GW_PODCAST_NOT_FOUND<\/code>/);
  });

  it('says what an address takes when another method comes', async () => {
    const answer = await send(world, '/api/v1/podcasts', { method: 'PUT', body: {} });
    assert.equal(answer.status, 405);
    assert.equal(answer.headers.get('Allow'), 'HEAD, GET, POST');
  });
});

/** `get /path` of every route in the app's router. */
function servedRoutes(app: Express): string[] {
  type Layer = { route?: { path: string; methods: Record<string, boolean> } };
  const layers = app.router.stack as unknown as Layer[];
  return layers
    .flatMap(({ route }) =>
      Object.keys(route?.methods ?? {})
        .filter((method) => method !== '_all')
        .map((method) => `${method} ${route?.path ?? ''}`),
    )
    .toSorted();
}

function documentedRoutes(document: OpenApiDocument, routes: readonly Route[]): string[] {
  return Object.entries(document.paths)
    .flatMap(([path, methods]) => {
      const rest = routes.find((route) => route.path === path)?.rest;
      const served = expressPath({ path, ...(rest === undefined ? {} : { rest }) });
      return Object.keys(methods).map((method) => `${method} ${served}`);
    })
    .toSorted();
}
