// A whole Aethercast in the test's process: an own database, Temporal namespace and media folder, the real gateway
// behind a port, and workers with the real harvester, writer and voices whose faults a test can plant.
import './quiet-runtime.js';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Client } from '@temporalio/client';
import type { ActivityDeps } from '../../activities/activity-deps.js';
import { createActivities } from '../../activities/create-activities.js';
import { createHarvester } from '../../activities/content-harvest/create-harvester.js';
import { createSearch } from '../../activities/models/search/create-search.js';
import { createMailer } from '../../activities/mail/create-mailer.js';
import { localOwnerId, type Database } from '../../db/connect.js';
import { createGateway, createInternalGateway } from '../../gateway/create-gateway.js';
import type { GatewayDeps } from '../../gateway/gateway-deps.js';
import { GrowingEpisodes } from '../../gateway/audio/growing-episodes.js';
import type { Config } from '../../platform/config/load-config.js';
import { Readiness } from '../../platform/health.js';
import { closeServer, listen } from '../../platform/lifecycle.js';
import { createAvailableVoices } from '../../voices/available-voices.js';
import { connectTemporal } from '../../platform/temporal/connect-temporal.js';
import type { MediaStore } from '../../platform/media-store/media-store.js';
import type { ScriptWriter } from '../../activities/script/script-writer.js';
import { createSnippetWriter } from '../../activities/models/language/create-snippet-writer.js';
import { createWorkerHost } from '../../workers/create-worker-host.js';
import { deadHost, startNewsroom, type NewsFeed, type Newsroom } from '../fakes/newsroom.js';
import {
  faultyDatabase,
  faultyForge,
  faultyMedia,
  faultySearch,
  faultySnippets,
  faultyStudio,
  faultyWriter,
  Gate,
  type Faults,
  type WorkDone,
} from './faults.js';
import { sharedTools } from './shared-tools.js';
import { withShortPauses } from './short-pauses.js';
import { openStore } from './store.js';
import { testTemporal } from './test-servers.js';

export type World = {
  config: Config;
  db: Database;
  temporal: Client;
  media: MediaStore;
  mediaFolder: string;
  deps: GatewayDeps;
  /** Address of the public listener. */
  url: string;
  /** Set a hook to plant a fault; `mend` takes them all away. */
  faults: Faults;
  done: WorkDone;
  mend(): void;
  startWorkers(): Promise<void>;
  stopWorkers(): Promise<void>;
  /** Another gateway on the same world, with some of its dependencies replaced. */
  openGateway(changes?: Partial<GatewayDeps>): Promise<string>;
  openInternalGateway(): Promise<string>;
  close(): Promise<void>;
};

type WorldOptions = {
  workers?: boolean;
  env?: NodeJS.ProcessEnv;
  /** For tests of the pauses between the tries of a step: they are the product's, not a tenth of it. */
  realPauses?: boolean;
  /** Another one than the product's. */
  writer?: (usual: ScriptWriter) => ScriptWriter;
};

export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const { address, env } = await testTemporal();
  const namespace = `world-${randomUUID()}`;
  await env.connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
  });
  const store = await openStore({
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    SHUTDOWN_GRACE_SECONDS: '1',
    LOG_LEVEL: 'silent',
    ...options.env,
  });
  const { config, db, media, mediaFolder, log } = store;
  const temporal = await connectTemporal(config);
  const mailer = createMailer(config, log);
  const faults: Faults = {};
  const done: WorkDone = { forged: [], written: [] };
  const stops: (() => Promise<void>)[] = [];

  const growing = new GrowingEpisodes({ config, db, log });
  const deps: GatewayDeps = {
    config,
    db,
    temporal,
    media,
    log,
    casting: createAvailableVoices(config, log),
    growing,
    resolveOwner: (request) => Promise.resolve(request.get('X-Test-Owner') ?? localOwnerId),
  };
  const readiness = new Readiness({});
  const search = await createSearch(config, db, Date.now, sharedTools().threads);
  stops.push(() => search.close());
  // The shared harvester reaches public addresses alone.
  const ownHarvester = config.WCHA_TEST_ALLOWED_HOSTS.length > 0 ? createHarvester(config) : undefined;
  stops.push(async () => ownHarvester?.close());

  async function open(app: Parameters<typeof listen>[0]): Promise<string> {
    const { server, port } = await listen(app, '127.0.0.1', 0);
    stops.push(() => closeServer(server, 0));
    return `http://127.0.0.1:${port}`;
  }

  let workers: { shutdown(): void; ended: Promise<void> } | undefined;
  const world: World = {
    config,
    db,
    temporal,
    media,
    mediaFolder,
    deps,
    url: await open(createGateway(deps, readiness)),
    faults,
    done,
    mend() {
      Object.assign(faults, {
        forge: undefined,
        write: undefined,
        draw: undefined,
        craft: undefined,
        search: undefined,
        put: undefined,
        before: undefined,
        after: undefined,
      });
    },
    async startWorkers() {
      const { threads, forge, harvester, writer, studio } = sharedTools();
      const tools: ActivityDeps = {
        config,
        db: faultyDatabase(db, faults),
        media: faultyMedia(media, faults),
        log,
        threads,
        harvester: ownHarvester ?? harvester,
        search: faultySearch(search, faults),
        writer: faultyWriter(options.writer?.(writer) ?? writer, faults, done),
        snippetWriter: faultySnippets(createSnippetWriter(), faults),
        forge: faultyForge(forge, faults, done),
        studio: faultyStudio(studio, faults),
        mailer,
      };
      const activities = createActivities(tools);
      const served = options.realPauses === true ? activities : withShortPauses(activities);
      const host = await createWorkerHost(tools, undefined, served);
      workers = { shutdown: () => host.shutdown(), ended: host.run() };
    },
    async stopWorkers() {
      workers?.shutdown();
      await workers?.ended;
      workers = undefined;
    },
    openGateway: (changes = {}) => open(createGateway({ ...deps, ...changes }, readiness)),
    openInternalGateway: () => open(createInternalGateway(deps, readiness)),
    async close() {
      world.mend();
      await world.stopWorkers();
      await Promise.all(stops.map((stop) => stop()));
      mailer.close();
      await growing.close();
      await temporal.connection.close();
      await store.close();
    },
  };
  if (options.workers ?? true) await world.startWorkers();
  return world;
}

/** A world whose topics come from a newsroom on loopback. */
export type NewsroomWorld = World & { newsroom: Newsroom };

/**
 * Feeds are asked anew by every run, and waited for as long as a busy machine may take, unless `env` says otherwise.
 */
export async function createNewsroomWorld(
  options: { feeds?: readonly NewsFeed[]; workers?: boolean; env?: NodeJS.ProcessEnv } = {},
): Promise<NewsroomWorld> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsroom-'));
  const newsroom = await startNewsroom();
  const world = await createWorld({
    workers: options.workers ?? true,
    env: {
      TEST_MODE: 'true',
      WCHA_TEST_ALLOWED_HOSTS: [newsroom.host, deadHost].join(','),
      FEEDS_FILE: await newsroom.feedList(folder, options.feeds),
      FEEDS_MAX_AGE_SECONDS: '0',
      LANDING_PAGE_SECONDS: '30',
      SEARCH_SECONDS: '30',
      ...options.env,
    },
  });
  async function closeWorld(): Promise<void> {
    await close();
    await newsroom.close();
    await rm(folder, { recursive: true, force: true });
  }
  const close = world.close.bind(world);
  return Object.assign(world, { newsroom, close: closeWorld });
}

/**
 * For the suite that is being described: one world, mended after each test, and a gate for each test, which is open
 * when the test is over, so that nothing waits for ever.
 *
 * @param begin takes both before each test
 */
export function gatedWorld(begin: (made: { world: World; gate: Gate }) => void): void {
  let world: World | undefined;
  let gate: Gate | undefined;

  before(async () => {
    world = await createWorld();
  });
  beforeEach(() => {
    assert.ok(world !== undefined);
    gate = new Gate();
    begin({ world, gate });
  });
  afterEach(() => {
    gate?.open();
    world?.mend();
  });
  after(() => world?.close());
}
