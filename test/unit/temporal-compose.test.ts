import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { postNotice } from '../../activities/stream-notice/post-notice.js';
import { loadConfig, variableGroups } from '../../platform/config/load-config.js';
import { plainApp } from '../../platform/http/plain-app.js';
import { requireServiceToken } from '../../platform/http/service-token.js';
import { streamerPaths } from '../../platform/streamer-paths.js';
import {
  ours,
  readComposeFile,
  readRepositoryFile,
  type ComposeFile,
  type Service,
} from '../support/compose-file.js';

/** Groups of variables that mean nothing where compose runs the servers and the media folder. */
const onlyForLocalStack = new Set(['Local stack', 'Assets']);

/** Not for containers: another way to say what compose says, Temporal elsewhere, and what only tests set. */
const notPassedOn = new Set([
  'DATABASE_URL',
  // Of the process in front of the Web UI, which is none of these.
  'TEMPORAL_UI_SERVER',
  'TEMPORAL_TLS',
  'TEMPORAL_TLS_CERT_PATH',
  'TEMPORAL_TLS_KEY_PATH',
  'TEMPORAL_TLS_CA_PATH',
  'TEMPORAL_TLS_SERVER_NAME',
  'TEMPORAL_API_KEY',
  'TEST_MODE',
  'WCHA_TEST_ALLOWED_HOSTS',
]);

describe('temporal-compose.yml', () => {
  let compose: ComposeFile;

  before(async () => {
    compose = await readComposeFile();
  });

  it('has the services of the official shape and our processes', () => {
    assert.deepEqual(Object.keys(compose.services).sort(), [
      'app-db',
      'gateway',
      'migrate',
      'streamer',
      'temporal',
      'temporal-db',
      'temporal-namespace',
      'temporal-schema',
      'temporal-ui',
      'temporal-ui-door',
      'worker',
    ]);
  });

  it('says that no container engine ran it', () => {
    assert.match(
      compose.text,
      /test\/unit\/temporal-compose\*\.test\.ts\. It was not run by a container engine/,
    );
  });

  describe('images', () => {
    it('are pinned to a version, ours to that of package.json', async () => {
      const { version } = z
        .object({ version: z.string() })
        .parse(JSON.parse(await readRepositoryFile('package.json')));
      for (const [name, { image }] of Object.entries(compose.services)) {
        assert.match(image, /^[a-z/-]+:\d+\.\d+(\.\d+)?(-[a-z]+)?$/, `${name}: ${image}`);
        if (ours.includes(name)) assert.equal(image, `aethercast:${version}`);
      }
    });

    it('of the Temporal server and its tools have one version', () => {
      const [, server] = compose.service('temporal').image.split(':');
      assert.match(compose.service('temporal').image, /^temporalio\/server:/);
      for (const name of ['temporal-schema', 'temporal-namespace']) {
        assert.equal(compose.service(name).image, `temporalio/admin-tools:${server ?? ''}`);
      }
      assert.match(compose.service('temporal-ui').image, /^temporalio\/ui:/);
    });

    it('of ours are built from the Dockerfile, with a Node version that the package allows', async () => {
      for (const name of ours) assert.equal(compose.service(name).build?.dockerfile, 'deploy/Dockerfile');
      const dockerfile = await readRepositoryFile('deploy/Dockerfile');
      assert.match(dockerfile, /^ARG NODE_IMAGE=node:20-bookworm-slim$/m);
      assert.match(await readRepositoryFile('package.json'), /"node": ">=20\.19"/);
    });
  });

  describe('ports', () => {
    it('are published on the loopback address alone', () => {
      for (const [name, { ports }] of Object.entries(compose.services)) {
        for (const port of ports) assert.match(port, /^127\.0\.0\.1:\d+:\d+$/, `${name}: ${port}`);
      }
    });

    it("are the processes' defaults", () => {
      assert.deepEqual(compose.service('gateway').ports, ['127.0.0.1:5001:5001']);
      assert.deepEqual(compose.service('streamer').ports, ['127.0.0.1:5006:5006']);
      assert.match(
        variableGroups.Processes.PORT.description ?? '',
        /gateway \(default 5001\), the streamer \(default 5006\)/,
      );
      assert.deepEqual(compose.service('temporal').ports, ['127.0.0.1:7233:7233']);
      assert.deepEqual(compose.service('temporal-ui-door').ports, ['127.0.0.1:8233:8233']);
      assert.match(variableGroups['Local stack'].STACK_TEMPORAL_UI_PORT.description ?? '', /Default: 8233/);
      for (const name of ['app-db', 'temporal-db', 'temporal-ui', 'worker', 'migrate']) {
        assert.deepEqual(compose.service(name).ports, [], `${name} needs no port on the host`);
      }
    });

    it('lead to a listener: the process is told that port and not to keep to its own loopback', () => {
      for (const name of ['gateway', 'streamer']) {
        const { environment: given, ports } = compose.service(name);
        assert.equal(ports[0]?.split(':')[2], given['PORT']);
        assert.equal(given['HOST'], '0.0.0.0');
      }
      assert.equal(compose.service('temporal').environment['BIND_ON_IP'], '0.0.0.0');
      const { environment: door } = compose.service('temporal-ui-door');
      assert.deepEqual([door['HOST'], door['PORT']], ['0.0.0.0', '8233']);
      assert.equal(compose.service('temporal-ui').environment['TEMPORAL_UI_PORT'], '8080');
      assert.equal(door['TEMPORAL_UI_SERVER'], 'http://temporal-ui:8080');
    });

    it('of the streamer are those that the gateway and the workers are told', () => {
      const { environment: given } = compose.service('streamer');
      assert.equal(compose.service('gateway').environment['ASF_PORT'], given['PORT']);
      assert.equal(
        compose.service('worker').environment['ASF_NOTIFICATION_URL'],
        `http://streamer:${given['INTERNAL_PORT']}/asf/internal/notify_new_audio`,
      );
    });

    it('never include the internal listener', () => {
      const internal = compose.service('gateway').environment['INTERNAL_PORT'];
      assert.ok(internal);
      for (const { ports } of Object.values(compose.services)) {
        for (const port of ports) assert.ok(!port.endsWith(`:${internal}`));
      }
    });
  });

  describe('variables of our processes', () => {
    it('are variables that the configuration knows, listed in .env.example', async () => {
      const known = new Set(Object.values(variableGroups).flatMap((group) => Object.keys(group)));
      const example = await readRepositoryFile('.env.example');
      for (const name of ours) {
        for (const variable of Object.keys(compose.service(name).environment)) {
          assert.ok(known.has(variable), `${name}: ${variable} is not read`);
          assert.match(example, new RegExp(`^(# )?${variable}=`, 'm'));
        }
      }
    });

    it('make a valid configuration', () => {
      for (const name of ours) {
        const config = loadConfig(resolved(compose.service(name).environment));
        assert.equal(config.POSTGRES_HOST, 'app-db');
        assert.equal(config.POSTGRES_PASSWORD, 'secret of POSTGRES_PASSWORD');
        assert.equal(config.TEMPORAL_ADDRESS, 'temporal:7233');
        assert.equal(config.SERVICE_TOKEN, 'secret of SERVICE_TOKEN');
      }
    });

    it('have the service token that the streamer asks for, so that a notice of the workers is taken', async () => {
      const [worker, streamer] = ['worker', 'streamer'].map((name) =>
        loadConfig(resolved(compose.service(name).environment)),
      );
      assert.ok(worker?.ASF_NOTIFICATION_URL);
      const internal = plainApp({ host: '127.0.0.1' });
      internal.use(requireServiceToken(streamer?.SERVICE_TOKEN));
      internal.post(streamerPaths.notifyNewAudio, (_request, response) => {
        response.status(200).json({});
      });
      const server = internal.listen(0, '127.0.0.1');
      try {
        await once(server, 'listening');
        const { port } = server.address() as AddressInfo;
        const { pathname } = new URL(worker.ASF_NOTIFICATION_URL);
        const notice = { stream_id: 'strm_1', filepath: 'media://episode.mp3' };
        await postNotice(
          `http://127.0.0.1:${port}${pathname}`,
          worker.SERVICE_TOKEN,
          notice,
          new AbortController().signal,
        );
      } finally {
        server.close();
      }
    });

    it('can all be set from outside, but those that containers do not need', () => {
      const passed = new Set(ours.flatMap((name) => Object.keys(compose.service(name).environment)));
      const groups = Object.entries(variableGroups).filter(([title]) => !onlyForLocalStack.has(title));
      for (const name of groups.flatMap(([, group]) => Object.keys(group))) {
        assert.ok(
          passed.has(name) || notPassedOn.has(name),
          `${name} cannot be set: add it to gateway or worker in temporal-compose.yml, or to notPassedOn here`,
        );
      }
    });

    it('are documented where compose alone reads them', async () => {
      const example = await readRepositoryFile('.env.example');
      for (const [, name] of compose.text.matchAll(/\$\{([A-Z_]+)/g)) {
        assert.match(example, new RegExp(`^(# )?${name ?? ''}=`, 'm'));
      }
    });

    it('hold no secret: every password must come from outside', () => {
      for (const [name, { environment: given }] of Object.entries(compose.services)) {
        for (const [variable, value] of Object.entries(given)) {
          if (!/PASSWORD|PWD|TOKEN|SECRET|KEY/.test(variable)) continue;
          assert.ok(value === null || /^\$\{[A-Z_]+:\?.+\}$/.test(value), `${name}: ${variable}`);
        }
      }
    });
  });
});

/** What compose hands over when only the required variables are set. */
function resolved(given: Service['environment']): Record<string, string> {
  const entries = Object.entries(given).flatMap(([name, value]) => {
    if (value === null) return [];
    return [
      [name, value.replace(/^\$\{([A-Z_]+):\?.*\}$/, 'secret of $1').replace(/^\$\{[A-Z_]+:-(.*)\}$/, '$1')],
    ];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}
