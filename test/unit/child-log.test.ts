import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { ChildLog } from '../../stack/child-log.js';
import { until } from '../support/until.js';

describe('the log of a child process', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'aethercast-log-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('goes on in a new folder when its own was removed', async () => {
    const file = path.join(folder, 'logs', 'child.log');
    const { say, lines } = follow(file);
    await say('one');
    await rm(path.dirname(file), { recursive: true });
    await say('two');
    assert.equal(await readFile(file, 'utf8'), 'two\n');
    assert.deepEqual(lines, ['[child] one', '[child] two']);
  });

  it('costs only its file when that cannot be written, and says so once', async () => {
    await writeFile(path.join(folder, 'logs'), 'a file where the folder should be');
    const { say, lines } = follow(path.join(folder, 'logs', 'child.log'));
    await say('one');
    await say('two');
    assert.equal(lines.filter((line) => line.includes('cannot be written')).length, 1);
    assert.deepEqual(lines.slice(-2), ['[child] one', '[child] two']);
  });

  function follow(file: string): { say: (line: string) => Promise<void>; lines: string[] } {
    const lines: string[] = [];
    const stream = new PassThrough();
    new ChildLog('child', file, (line) => lines.push(line)).follow(stream);
    return {
      lines,
      async say(line) {
        stream.write(`${line}\n`);
        await until('the line has arrived', () => lines.includes(`[child] ${line}`));
      },
    };
  }
});
