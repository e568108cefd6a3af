import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseEnv, promisify } from 'node:util';
import { loadConfig, variableGroups } from '../../platform/config/load-config.js';
import { repositoryRoot } from '../support/repository-root.js';

const run = promisify(execFile);
const script = path.join(repositoryRoot, 'scripts/write-env-example.mjs');

describe('.env.example', () => {
  let text: string;

  before(async () => {
    text = await readFile(path.join(repositoryRoot, '.env.example'), 'utf8');
  });

  it('is what the configuration says (if not: npm run env-example)', async () => {
    await run(process.execPath, [script, '--check']);
  });

  it('names every variable once', () => {
    const named = [...text.matchAll(/^(?:# )?([A-Z][A-Z0-9_]*)=/gm)].map((match) => match[1]);
    const known = Object.values(variableGroups).flatMap((group) => Object.keys(group));
    assert.deepEqual(named, [...known, 'TEMPORAL_POSTGRES_PASSWORD']);
  });

  it('is a valid configuration as it is, and with every default uncommented', () => {
    const uncommented = text.replace(/^# (?=[A-Z][A-Z0-9_]*=)/gm, '');
    assert.deepEqual(loadConfig(parseEnv(text)), loadConfig({}));
    assert.deepEqual(loadConfig(parseEnv(uncommented)), loadConfig({}));
  });

  it('wraps its lines at 100 columns', () => {
    for (const line of text.split('\n')) assert.ok(line.length <= 100 || !line.includes(' '), line);
  });
});
