import assert from 'node:assert/strict';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import {
  oneShots,
  ours,
  readComposeFile,
  readRepositoryFile,
  type ComposeFile,
} from '../support/compose-file.js';
import { repositoryRoot } from '../support/repository-root.js';

describe('temporal-compose.yml, how its services live together', () => {
  let compose: ComposeFile;

  before(async () => {
    compose = await readComposeFile();
  });

  describe('databases', () => {
    it('are two servers on two volumes, and our processes cannot reach that of Temporal', () => {
      const app = compose.service('app-db');
      const temporal = compose.service('temporal-db');
      assert.equal(compose.service('gateway').environment['POSTGRES_HOST'], 'app-db');
      assert.equal(compose.service('temporal').environment['POSTGRES_SEEDS'], 'temporal-db');
      assert.equal(compose.service('temporal-schema').environment['SQL_HOST'], 'temporal-db');
      assert.notEqual(app.volumes[0]?.split(':')[0], temporal.volumes[0]?.split(':')[0]);
      assert.notEqual(
        app.environment['POSTGRES_PASSWORD'],
        temporal.environment['POSTGRES_PASSWORD'],
        'one password for both',
      );
      for (const name of ours) {
        for (const network of temporal.networks) assert.ok(!compose.service(name).networks.includes(network));
      }
    });

    it('keep their data where the image of that version puts it', () => {
      for (const name of ['app-db', 'temporal-db']) {
        const major = Number(/^postgres:(\d+)/.exec(compose.service(name).image)?.[1]);
        const folder = major >= 18 ? '/var/lib/postgresql' : '/var/lib/postgresql/data';
        assert.deepEqual(compose.service(name).volumes, [`${name}:${folder}`]);
      }
    });

    it('are given the user, password and database that our processes use', () => {
      for (const variable of ['POSTGRES_USER', 'POSTGRES_PASSWORD', 'POSTGRES_DB']) {
        assert.equal(
          compose.service('app-db').environment[variable],
          compose.service('gateway').environment[variable],
          variable,
        );
      }
    });

    it('of Temporal are the two that the schema job makes', async () => {
      const script = await readRepositoryFile('deploy/temporal/setup-schema.sh');
      const { environment: given } = compose.service('temporal');
      for (const name of [given['DBNAME'], given['VISIBILITY_DBNAME']]) {
        assert.match(script, new RegExp(`^prepare ${name ?? 'none'} `, 'm'));
      }
      assert.equal(given['DB'], 'postgres12');
      assert.equal(compose.service('temporal-schema').environment['SQL_PLUGIN'], 'postgres12');
      assert.match(script, /create$[^]*setup-schema -v 0\.0$[^]*update-schema -d/m);
    });
  });

  describe('life', () => {
    it('every long-running service has a health check, restarts and is given time to stop', () => {
      for (const [name, { healthcheck, restart }] of Object.entries(compose.services)) {
        if (oneShots.includes(name)) {
          assert.match(restart, /^on-failure:\d+$/, name);
          continue;
        }
        assert.equal(restart, 'unless-stopped', name);
        assert.match(healthcheck?.test[0] ?? '', /^CMD(-SHELL)?$/, `${name} has no health check`);
        assert.ok(seconds(healthcheck?.timeout) <= seconds(healthcheck?.interval), name);
      }
    });

    it('our processes are stopped only after the grace period they were told', () => {
      for (const name of ['gateway', 'worker', 'streamer']) {
        const grace = Number(compose.service(name).environment['SHUTDOWN_GRACE_SECONDS']);
        assert.ok(grace > 0);
        assert.ok(seconds(compose.service(name).stop_grace_period) >= grace + 10, name);
      }
    });

    it('our processes run the commands of the package, without privileges', () => {
      assert.deepEqual(
        ours.map((name) =>
          compose
            .service(name)
            .command?.filter((word) => !word.startsWith('--'))
            .join(' '),
        ),
        [
          'node dist/cli/main.js migrate',
          'node dist/gateway/main.js',
          'node dist/workers/main.js',
          'node dist/streamer/main.js',
        ],
      );
      for (const name of ours) {
        assert.equal(compose.service(name).init, true);
        assert.deepEqual(compose.service(name).cap_drop, ['ALL']);
        assert.deepEqual(compose.service(name).security_opt, ['no-new-privileges:true']);
      }
    });

    it('a service waits for what it needs in a way that can come true', () => {
      for (const [name, { depends_on: needs }] of Object.entries(compose.services)) {
        for (const [other, { condition }] of Object.entries(needs)) {
          const expected = oneShots.includes(other) ? 'service_completed_successfully' : 'service_healthy';
          assert.equal(condition, expected, `${name} needs ${other}`);
          compose.service(other);
        }
      }
      assert.deepEqual(Object.keys(compose.service('temporal-schema').depends_on).sort(), ['temporal-db']);
      assert.deepEqual(Object.keys(compose.service('temporal').depends_on).sort(), ['temporal-schema']);
      assert.deepEqual(Object.keys(compose.service('temporal-namespace').depends_on).sort(), ['temporal']);
      assert.deepEqual(Object.keys(compose.service('temporal-ui').depends_on).sort(), ['temporal']);
      assert.deepEqual(Object.keys(compose.service('migrate').depends_on).sort(), ['app-db']);
      assert.deepEqual(Object.keys(compose.service('gateway').depends_on).sort(), ['migrate']);
      assert.deepEqual(Object.keys(compose.service('streamer').depends_on).sort(), ['migrate']);
      assert.deepEqual(Object.keys(compose.service('worker').depends_on).sort(), [
        'migrate',
        'temporal-namespace',
      ]);
    });

    it('a service shares a network with everything it names', () => {
      for (const [name, { environment: given, networks }] of Object.entries(compose.services)) {
        for (const value of Object.values(given)) {
          const other = compose.services[value?.split(':')[0] ?? ''];
          if (!other || !/^[a-z-]+(:\d+)?$/.test(value ?? '') || other === compose.services[name]) continue;
          if (!['app-db', 'temporal-db', 'temporal:7233'].includes(value ?? '')) continue;
          assert.ok(
            other.networks.some((network) => networks.includes(network)),
            `${name} cannot reach ${value ?? ''}`,
          );
        }
        for (const network of networks) assert.ok(network in compose.networks, `${network} is not declared`);
      }
    });
  });

  describe('volumes and files', () => {
    it('are declared, or are files of this repository, mounted for reading', async () => {
      for (const [name, { volumes }] of Object.entries(compose.services)) {
        for (const volume of volumes) {
          const [source = '', target, mode] = volume.split(':');
          assert.match(target ?? '', /^\//, `${name}: ${volume}`);
          if (!source.startsWith('.')) {
            assert.ok(source in compose.volumes, `${source} is not declared`);
            continue;
          }
          assert.equal(mode, 'ro', `${name}: ${volume}`);
          await access(path.join(repositoryRoot, source));
        }
      }
      for (const volume of Object.keys(compose.volumes))
        assert.match(compose.text, new RegExp(`'${volume}:/`));
    });

    it('share one media folder between gateway, workers and streamers', () => {
      for (const name of ours) {
        const folder = compose.service(name).environment['MEDIA_DIR'] ?? '';
        assert.ok(compose.service(name).volumes.includes(`media:${folder}`), name);
      }
    });

    it('run the scripts that are mounted, and read the dynamic configuration that is mounted', () => {
      for (const name of ['temporal-schema', 'temporal-namespace']) {
        const [, script] = compose.service(name).entrypoint ?? [];
        assert.ok(
          compose.service(name).volumes.some((volume) => volume.split(':')[1] === script),
          name,
        );
      }
      const { environment: given, volumes } = compose.service('temporal');
      assert.equal(volumes[0]?.split(':')[1], given['DYNAMIC_CONFIG_FILE_PATH']);
    });

    it('set what the workflows rely on in the dynamic configuration', async () => {
      const settings: unknown = parse(await readRepositoryFile('deploy/temporal/dynamicconfig.yml'));
      assert.deepEqual(settings, {
        'matching.enableFairness': [{ value: true }],
        'limit.maxIDLength': [{ value: 255 }],
        'history.transferProcessorMaxPollRPS': [{ value: 2000 }],
      });
    });

    it('keep closed runs for seven days', async () => {
      assert.match(
        await readRepositoryFile('deploy/temporal/create-namespace.sh'),
        /namespace create .*--retention 7d$/m,
      );
    });
  });
});

function seconds(duration = ''): number {
  const match = /^(\d+)s$/.exec(duration);
  assert.ok(match, `${duration} is not in seconds`);
  return Number(match[1]);
}
