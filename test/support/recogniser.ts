import { execFile } from 'node:child_process';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { decodeWhole } from '../fakes/decode.js';
import { toPcm16k } from './to-pcm-16k.js';

/** A speech recogniser that needs no network: CMU Sphinx with its small model of American English. */
export type Recogniser = {
  /** The words it can write: lower case. Whatever else is said, by whomever, it gets wrong. */
  vocabulary: ReadonlySet<string>;
  /** What it hears in each of the recordings. */
  recognise(mp3s: readonly Uint8Array[]): Promise<string[]>;
};

const run = promisify(execFile);
const model = '/usr/share/pocketsphinx/model/en-us';
const dictionary = `${model}/cmudict-en-us.dict`;
const processes = 2;

/** Undefined where Debian's packages pocketsphinx and pocketsphinx-en-us are not installed. */
export async function findRecogniser(): Promise<Recogniser | undefined> {
  const files = ['/usr/bin/pocketsphinx_batch', `${model}/en-us.lm.bin`, dictionary];
  const missing = await Promise.all(files.map((file) => access(file).then(() => false, () => true))); // prettier-ignore
  if (missing.includes(true)) return undefined;
  const entries = (await readFile(dictionary, 'utf8')).split('\n');
  return { vocabulary: new Set(entries.map((entry) => entry.split(' ', 1)[0] ?? '')), recognise };
}

async function recognise(mp3s: readonly Uint8Array[]): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'aethercast-recognise-'));
  try {
    const names = mp3s.map((_, at) => `line-${at}`);
    for (const [at, mp3] of mp3s.entries())
      await writeFile(path.join(folder, `${names[at]}.raw`), toPcm16k(await decodeWhole(mp3)));
    const shares = Array.from({ length: processes }, (_, share) =>
      names.filter((_, at) => at % processes === share),
    );
    const heard = new Map((await Promise.all(shares.map((share) => hear(folder, share)))).flat());
    return names.map((name) => {
      const words = heard.get(name);
      if (words === undefined) throw new Error(`pocketsphinx_batch left ${name} out.`);
      return words;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Reads whole recordings, each normalised by its own mean. `pocketsphinx_continuous` starts from the mean of another
 * microphone and adapts while it hears, which costs the first words of a short recording.
 */
async function hear(folder: string, names: readonly string[]): Promise<[string, string][]> {
  const [list, written] = [`${names[0]}.list`, `${names[0]}.heard`].map((name) => path.join(folder, name));
  await writeFile(list!, names.join('\n'));
  const knows = ['-hmm', `${model}/en-us`, '-lm', `${model}/en-us.lm.bin`, '-dict', dictionary];
  const reads = ['-adcin', 'yes', '-cepdir', folder, '-cepext', '.raw', '-ctl', list!, '-hyp', written!];
  // A narrower search is a sixth faster and hears the same.
  const searches = ['-maxhmmpf', '5000'];
  const logs = ['-logfn', path.join(folder, 'log')];
  await run('/usr/bin/pocketsphinx_batch', [...knows, ...reads, ...searches, ...logs]);
  const lines = (await readFile(written!, 'utf8')).matchAll(/^(.*)\((\S+) -?\d+\)$/gm);
  return [...lines].map(([, words = '', name = '']) => [name, words.trim()]);
}
