import assert from 'node:assert/strict';
import type { z } from 'zod';
import { AethercastError } from '../../platform/aethercast-error.js';
import { loadConfig, variableGroups } from '../../platform/config/load-config.js';

describe('loadConfig', () => {
  it('needs no variable at all: every one has a default or may be left out', () => {
    const config = loadConfig({});
    assert.equal(config.LOG_LEVEL, 'info');
    assert.equal(config.HOST, '127.0.0.1');
    assert.equal(config.POSTGRES_PORT, 5432);
    assert.equal(config.SHUTDOWN_GRACE_SECONDS, 30);
    assert.equal(config.TEST_MODE, false);
    assert.deepEqual(config.WORKER_QUEUES, ['aethercast', 'harvest', 'language', 'speech', 'image']);
    assert.equal(config.DATABASE_URL, undefined);
  });

  it('reads text as what it means: numbers, flags and lists', () => {
    const config = loadConfig({
      PORT: '8080',
      TEMPORAL_TLS: 'true',
      WORKER_QUEUES: ' speech , image,',
      POSTGRES_HOST: '/cloudsql/project:region:instance',
    });
    assert.equal(config.PORT, 8080);
    assert.equal(config.TEMPORAL_TLS, true);
    assert.deepEqual(config.WORKER_QUEUES, ['speech', 'image']);
    assert.equal(config.POSTGRES_HOST, '/cloudsql/project:region:instance');
  });

  it('counts an empty variable as unset', () => {
    const config = loadConfig({ POSTGRES_PORT: '', DATABASE_URL: '', TEST_MODE: '' });
    assert.equal(config.POSTGRES_PORT, 5432);
    assert.equal(config.DATABASE_URL, undefined);
    assert.equal(config.TEST_MODE, false);
  });

  it('asks for a sender and for the public address where there is a mail server', () => {
    for (const server of [{ SMTP_HOST: 'mail.example' }, { SMTP_URL: 'smtps://user:word@mail.example' }]) {
      assert.throws(() => loadConfig(server), /MAIL_FROM: is required/);
      const named = { ...server, MAIL_FROM: 'Aethercast <cast@cast.example>' };
      assert.throws(() => loadConfig(named), /PUBLIC_URL: is required/);
      const config = loadConfig({ ...named, PUBLIC_URL: 'https://cast.example' });
      assert.equal(config.DIGEST_INTERVAL_HOURS, 168);
    }
    assert.throws(() => loadConfig({ MAIL_FROM: 'nobody' }), /MAIL_FROM/);
    assert.throws(() => loadConfig({ PUBLIC_URL: 'ftp://cast.example' }), /PUBLIC_URL/);
  });

  it('leaves variables that are not ours alone', () => {
    assert.equal('PATH' in loadConfig({ PATH: '/usr/bin' }), false);
  });

  it('names every wrong variable in one error, and no value', () => {
    const wrong = {
      DATABASE_URL: 'mysql://user:hunter2-in-url@host/db',
      POSTGRES_PORT: 'not-a-port-value',
      SERVICE_TOKEN: 'shorttoken',
      TEST_MODE: 'perhaps-value',
      LOG_LEVEL: 'shout-value',
      SHUTDOWN_GRACE_SECONDS: '987654',
    };
    const error = thrownBy(() => loadConfig(wrong));
    assert.ok(error instanceof AethercastError);
    assert.equal(error.code, 'CONFIG_INVALID');
    assert.deepEqual(new Set(error.details.variables as string[]), new Set(Object.keys(wrong)));
    const shown = `${error.message} ${JSON.stringify(error.details)} ${String(error.cause)}`;
    for (const [name, value] of Object.entries(wrong)) {
      assert.match(error.message, new RegExp(`^ {2}${name}: \\S`, 'm'));
      assert.ok(!shown.includes(value), `the value of ${name} is shown`);
    }
  });

  it('cannot be changed after it was read', () => {
    const config = loadConfig({});
    assert.ok(Object.isFrozen(config));
    assert.throws(() => Object.assign(config, { LOG_LEVEL: 'trace' }), TypeError);
  });

  it('has every variable of the groups, each in one group only', () => {
    const names = Object.values(variableGroups).flatMap((group) => Object.keys(group));
    assert.equal(new Set(names).size, names.length);
    // A default shows that the variable reached the schema; an optional one shows it by being refused.
    const config = loadConfig({});
    for (const group of Object.values(variableGroups)) {
      for (const [name, kind] of Object.entries<z.ZodType>(group)) {
        if (kind.safeParse(undefined).data !== undefined) assert.ok(name in config, `${name} is not read`);
      }
    }
  });
});

function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return assert.fail('nothing was thrown');
}
