import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { repositoryRoot } from '../support/repository-root.js';

const sentence = 'Everyone who can open this server can hear and delete it.';

/** There are no accounts, so nothing may sound as if an episode were one's own. */
describe('privacy', () => {
  it('is promised by no text of the web app and of the API', async () => {
    for (const file of await sourcesOf('web/app')) {
      const text = file.endsWith('schema.d.ts') ? await read(file) : withoutComments(await read(file));
      const [promise] = /.*\b(?:only you|just you|nobody else|private(?! readonly|:))\b.*/i.exec(text) ?? [];
      assert.equal(promise, undefined, file);
    }
  });

  it('is said to be none wherever one chooses who hears of an episode, and in the settings', async () => {
    for (const file of ['create/audience-fields', 'episode/visibility', 'settings/session-settings'])
      assert.match(await read(`web/app/pages/${file}.tsx`), /openToEveryone\}/, file);
    assert.ok((await read('web/app/components/open-to-everyone.ts')).includes(`'${sentence}'`));
    for (const file of ['web/app/api/schema.d.ts', 'docs/usage.md'])
      assert.ok((await read(file)).replaceAll(/\s+/g, ' ').includes(sentence), file);
  });
});

function read(file: string): Promise<string> {
  return readFile(path.join(repositoryRoot, file), 'utf8');
}

async function sourcesOf(folder: string): Promise<string[]> {
  const files = await readdir(path.join(repositoryRoot, folder), { recursive: true });
  return files.filter((file) => /\.tsx?$/.test(file)).map((file) => path.join(folder, file));
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
}
