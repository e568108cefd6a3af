import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCli, type CliRun } from '../support/run-cli.js';

type Read = {
  source: string;
  title: string;
  language: string | null;
  text: string;
  words: number;
  said_words: number;
  left_out: { reason: string; text: string; words: number }[];
  spoken: { text: string; said: string }[];
  error?: { code: string; message: string };
};

const article = `# The mill of Abel

The mill of Abel was built in 1780 by two brothers from the next valley. The brothers paid $350 for the wood in that year.
Subscribe to our newsletter for more stories about old mills.

The mill of Abel was built in 1780 by two brothers from the next valley.

The wheel turned for 120 years, and the last miller left the house in 1902 with his family.
`;

describe('aethercast read', function () {
  this.timeout(60_000);
  let folder: string;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'aethercast read '));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  function read(...args: string[]): Promise<CliRun> {
    // Nothing runs in this folder: it needs no stack.
    return runCli(['read', ...args], { ...process.env, AETHERCAST_DATA: path.join(folder, 'data') });
  }

  async function file(name: string, content: string | Buffer): Promise<string> {
    const place = path.join(folder, name);
    await writeFile(place, content);
    return place;
  }

  function lines(run: CliRun): Read[] {
    return run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Read);
  }

  it('prints one object a source, in order, and goes on after one that cannot be read', async () => {
    const one = await file('mill.md', article);
    const broken = await file('broken.pdf', '%PDF-1.7 nothing');
    const run = await read(
      '--json',
      '--file',
      one,
      '--file',
      `${one}.gone`,
      '--file',
      broken,
      '--text',
      article,
    );
    assert.equal(run.code, 1);
    const [first, gone, unreadable, text] = lines(run);
    assert.deepEqual(
      [first?.source, gone?.source, unreadable?.source, text?.source],
      [one, `${one}.gone`, broken, 'text'],
    );
    assert.equal(first?.title, 'The mill of Abel');
    assert.match(gone?.error?.message ?? '', /There is no file .*mill\.md\.gone/);
    assert.equal(unreadable?.error?.code, 'WCHA_UNREADABLE_FILE');
    assert.equal(text?.text, first.text);
  });

  it('tells what may be said, how it is said, and why the rest is left out', async () => {
    const run = await read('--json', '--file', await file('mill.md', article));
    assert.equal(run.code, 0, run.stderr);
    const [mill] = lines(run);
    assert.equal(mill?.language, 'en');
    assert.deepEqual(mill.spoken[1], {
      text: 'The brothers paid $350 for the wood in that year.',
      said: 'The brothers paid three hundred fifty dollars for the wood in that year.',
    });
    const said = mill.spoken.map(({ text }) => text).join(' ');
    assert.equal(mill.said_words, said.split(' ').length);
    assert.ok(!said.includes('Subscribe'));
    const reasons = mill.left_out.map(({ reason, text }) => [reason, text.slice(0, 12)]);
    assert.ok(reasons.some(([reason, text]) => reason === 'boilerplate' && text === 'Subscribe to'));
    assert.ok(reasons.some(([reason, text]) => reason === 'duplicate' && text === 'The mill of '));
  });

  it('accounts for every word of a text: said, or left out for a reason', async () => {
    const run = await read('--json', '--file', await file('mill.md', article));
    const [mill] = lines(run);
    const leftOut = mill!.left_out.reduce((sum, { words }) => sum + words, 0);
    assert.equal(mill!.said_words + leftOut, mill!.words);
  });

  it('says of a text in a language that nobody writes that it is left out whole', async () => {
    const text =
      'Die Mühle wurde im Jahr 1780 von zwei Brüdern aus dem nächsten Tal gebaut und hat lange gestanden. '.repeat(
        4,
      );
    const [german] = lines(await read('--json', '--text', text));
    assert.deepEqual([german?.language, german?.spoken, german?.said_words], ['de', [], 0]);
    assert.deepEqual(
      german?.left_out.map(({ reason, words }) => [reason, words]),
      [['other_language', german?.words]],
    );
  });

  it('shows people the facts, the text, and what is left out with counts', async () => {
    const { stdout, code } = await read('--file', await file('mill.md', article));
    assert.equal(code, 0);
    assert.match(stdout, /^Title +The mill of Abel$/m);
    assert.match(stdout, /^Language +en$/m);
    assert.match(stdout, /^Words +\d+, of which \d+ \(\d+ %\) may be said$/m);
    assert.match(stdout, /^ {2}one repeated sentence \(15 words\)\n {4}- The mill of Abel was built/m);
  });

  it('marks with --spoken every change that is made for the voice', async () => {
    const { stdout } = await read('--spoken', '--file', await file('mill.md', article));
    assert.match(stdout, /^The brothers paid \[-\$350-\]\{\+three hundred fifty dollars\+\} for the wood/m);
  });

  it('shows each line of a file as a voice says it', async () => {
    const given = await file('lines.txt', 'It cost $5.\n\nЖук\nIn 1780.\n');
    const run = await read('--json', '--lines', given);
    assert.equal(run.code, 0, run.stderr);
    const said = run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { text: string; said: string });
    assert.deepEqual(
      said.map(({ said: spoken }) => spoken),
      ['It cost five dollars.', '', null, 'In seventeen eighty.'],
    );
    const { stdout } = await read('--lines', given);
    assert.match(stdout, /^It cost \[-\$5\.-\]\{\+five dollars\.\+\}$/m);
    assert.match(stdout, /^Жук\n {4}! /m);
  });

  it('says what to name where nothing is named, and which file of lines is missing', async () => {
    const nothing = await read();
    assert.equal(nothing.code, 2);
    assert.match(nothing.stderr, /Name what to read: --file/);
    const missing = await read('--lines', path.join(folder, 'gone.txt'));
    assert.match(missing.stderr, /There is no file .*gone\.txt/);
  });

  it('takes a source that holds no text for an answer, not for a failure', async () => {
    const run = await read('--json', '--file', await file('dots.txt', '. . .'));
    assert.equal(lines(run)[0]?.error?.code, 'WCHA_EMPTY_SOURCE');
    assert.equal(run.code, 0);
  });

  it('names what a source holds in place of text', async () => {
    const table =
      '<table><tr><th>Year</th><th>Ships</th></tr><tr><td>1821</td><td>40</td></tr><tr><td>1822</td><td>3</td></tr></table>';
    const page = await file('tables.html', `<html><body>${table}${table}</body></html>`);
    const [tables] = lines(await read('--json', '--file', page));
    assert.match(tables?.error?.message ?? '', /contains no text that can be read\. Left out: 2 tables\./);
  });

  it('refuses addresses that are not public', async () => {
    const run = await read('--json', '--url', 'http://127.0.0.1:9/x');
    assert.equal(run.code, 1);
    assert.equal(lines(run)[0]?.error?.code, 'WCHA_URL_BLOCKED');
  });
});
