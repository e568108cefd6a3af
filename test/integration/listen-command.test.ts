import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { sampleText } from '../support/episodes.js';
import { runCli } from '../support/run-cli.js';
import { until } from '../support/until.js';
import { cliProgram, WholeStack } from '../support/local-stacks.js';

type Manifest = { podcast_id: string; audio: { tag_bytes: number } };

describe('listening at the command line', function () {
  this.timeout(120_000);
  let stack: WholeStack;
  let folder: string;

  before(async () => {
    stack = await WholeStack.start();
    folder = await mkdtemp(path.join(tmpdir(), 'aethercast listen '));
  });
  after(async () => {
    await stack.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** The command with a pipe behind it. */
  function piped(...args: string[]) {
    const child = spawn(process.execPath, [cliProgram, ...args], {
      env: stack.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const exited = once(child, 'exit').then(([code]) => code as number | null);
    const said = text(child.stderr);
    return { child, exited, said };
  }

  function make(minutes: string, ...more: string[]) {
    const out = ['--out', folder, ...more];
    return piped('make', '--listen', '--file', sampleText, '--minutes', minutes, ...out);
  }

  /** The files that the summary names, and the audio without its tag. */
  async function madeFiles(said: string): Promise<{ manifest: Manifest; audio: Buffer }> {
    const [, audioFile = ''] = /Audio +(.*\.mp3)$/m.exec(said) ?? assert.fail(said);
    const [, manifestFile = ''] = /Manifest +(.*\.json)$/m.exec(said) ?? assert.fail(said);
    const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as Manifest;
    return { manifest, audio: (await readFile(audioFile)).subarray(manifest.audio.tag_bytes) };
  }

  it('writes the audio of the finished file to standard output, beginning before it is finished', async () => {
    const { child, exited, said } = make('1');
    const begun = once(child.stdout, 'readable').then(() => Date.now());
    const heard = buffer(child.stdout);
    assert.equal(await exited, 0, await said);
    const { manifest, audio } = await madeFiles(await said);
    assert.equal(hashOf(await heard), hashOf(audio));
    const url = `${await stack.gatewayUrl()}/api/v1/podcasts/${manifest.podcast_id}`;
    const { ended_timestamp: ended } = (await (await fetch(url)).json()) as { ended_timestamp: string };
    assert.ok((await begun) < Date.parse(ended), 'nothing was heard before the end');
    assert.doesNotMatch(await said, /plain HTTP/);

    const again = piped('listen', manifest.podcast_id);
    const [repeated, code] = await Promise.all([buffer(again.child.stdout), again.exited]);
    assert.equal(code, 0, await again.said);
    assert.equal(hashOf(repeated), hashOf(audio));
  });

  it('goes on making the episode when the player is closed, and says so', async () => {
    const { child, exited, said } = make('1.2');
    await once(child.stdout, 'readable');
    child.stdout.destroy();
    assert.equal(await exited, 0, await said);
    assert.match(await said, /The player was closed\. The episode is still being made\./);
    const { audio } = await madeFiles(await said);
    assert.ok(audio.length > 500_000);
  });

  it('takes the audio at the pace of its reader', async () => {
    const { child, exited, said } = make('1.4');
    let progress = '';
    child.stderr.on('data', (chunk: Buffer) => (progress += chunk.toString()));
    await until('the episode is made while nobody reads', () => progress.includes('is ready'), 60_000);
    assert.equal(child.exitCode, null);
    assert.match(progress, /Playing on to the end/);
    const heard = await buffer(child.stdout);
    assert.equal(await exited, 0);
    assert.equal(hashOf(heard), hashOf((await madeFiles(await said)).audio));
  });

  it('does not write audio among JSON, nor begin an episode for that', async () => {
    const run = await runCli(['make', '--listen', '--json'], stack.env);
    assert.equal(run.code, 2);
    assert.match(run.stderr, /--listen and --json both write to standard output/);
  });

  it('ends with the code of a run that fails, and with what is wrong with an id', async () => {
    const { child, exited, said } = piped('make', '--listen', '--text', 'Too short.', '--out', folder);
    assert.equal((await buffer(child.stdout)).length, 0);
    assert.equal(await exited, 1, await said);
    assert.match(await said, /The episode could not be made/);
    const unknown = await runCli(['listen', '00000000-0000-4000-8000-000000000000'], stack.env);
    assert.equal(unknown.code, 1);
    assert.equal(unknown.stdout, '');
  });
});

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
