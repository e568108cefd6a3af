import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { createMediaStore } from '../../platform/media-store/create-media-store.js';
import type { MediaStore } from '../../platform/media-store/media-store.js';
import { filesIn } from '../support/media-files.js';
import { isolatedConfig } from '../support/test-servers.js';
import { until } from '../support/until.js';

const hourMs = 3_600_000;

describe('the disk store', () => {
  let folder: string;
  let root: string;
  let media: MediaStore;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'aethercast-media-'));
    root = path.join(folder, 'media');
    media = createMediaStore(isolatedConfig(folder));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('keeps its folders and files to their owner', async () => {
    const before = process.umask(0o022);
    try {
      await media.put('episodes/one/script.json', Buffer.from('words'));
      await media.signedUrl(media.uriOf('episodes/one/script.json'), 60);
    } finally {
      process.umask(before);
    }
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    assert.ok(entries.length >= 4, entries.map(({ name }) => name).join(' '));
    for (const entry of entries) {
      const { mode } = await stat(path.join(entry.parentPath, entry.name));
      assert.equal(mode & 0o777, entry.isDirectory() ? 0o700 : 0o600, entry.name);
    }
    assert.equal((await stat(root)).mode & 0o777, 0o700);
  });

  it('deletes what killed writers left half-written, and nothing that is still being written', async () => {
    const { uri } = await media.put('uploads/whole', Buffer.from('whole'));
    const upload = new PassThrough();
    const storing = media.put('uploads/growing', upload);
    upload.write('half of it');
    let growing = '';
    await until('it is being written', async () => {
      growing = (await filesIn(root)).find((name) => name.endsWith('.part')) ?? '';
      return growing !== '';
    });
    const dead = path.join(path.dirname(growing), 'd3f1f5b0-1111-4222-8333-444455556666.part');
    const deadOfEarlierRelease = 'speech/ab/.d3f1f5b0-1111-4222-8333-444455556666.part';
    await mkdir(path.join(root, 'speech/ab'), { recursive: true });
    for (const name of [dead, deadOfEarlierRelease]) {
      const file = path.join(root, name);
      await writeFile(file, 'half');
      await utimes(file, new Date(), new Date(Date.now() - hourMs));
    }
    await media.deleteUnfinished(hourMs / 2);
    assert.deepEqual(await filesIn(root), [growing, 'uploads/whole'].sort());
    upload.end(' and the rest');
    assert.equal((await media.read((await storing).uri)).toString(), 'half of it and the rest');
    assert.equal((await media.read(uri)).toString(), 'whole');
    assert.deepEqual(await filesIn(root), ['uploads/growing', 'uploads/whole']);
  });
});
