import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { functionReleases } from '../../db/functions/releases.js';
import { readFunctions } from '../../db/install-functions.js';
import { repositoryRoot } from '../support/repository-root.js';

const folder = path.join(repositoryRoot, 'db/functions');

describe('db/functions', () => {
  it('is listed in releases.ts, so that older code knows newer functions', async () => {
    const { sha256 } = await readFunctions();
    assert.equal(functionReleases.at(-1), sha256, `the functions changed: add '${sha256}' to releases.ts`);
    assert.equal(new Set(functionReleases).size, functionReleases.length);
  });

  it('has one function a file, named like it, and each replaces its former version', async () => {
    const files = (await readdir(folder)).filter((file) => file.endsWith('.sql'));
    assert.ok(files.length > 20);
    for (const file of files) {
      const text = await readFile(path.join(folder, file), 'utf8');
      const names = [...text.matchAll(/^create (or replace )?function (\w+)/gm)];
      assert.deepEqual(
        names.map(([, replace, name]) => [replace, name]),
        [['or replace ', path.basename(file, '.sql')]],
      );
    }
  });

  it('is in the image, where it is looked for', async () => {
    const dockerfile = await readFile(path.join(repositoryRoot, 'deploy/Dockerfile'), 'utf8');
    assert.match(dockerfile, /^COPY db\/functions \.\/db\/functions$/m);
  });
});
