import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseFrames } from '../../activities/audio/mp3-frames.js';
import type { AuditRecord } from '../../db/audit.js';
import { sampleText } from '../support/episodes.js';
import { jsonLine, runCli } from '../support/run-cli.js';
import { until } from '../support/until.js';
import { WholeStack } from '../support/local-stacks.js';

type Files = { audio: string; transcript: string; manifest: string };

describe('the command line', function () {
  this.timeout(120_000);
  let stack: WholeStack;
  let folder: string;

  before(async () => {
    stack = await WholeStack.start();
    folder = await mkdtemp(path.join(tmpdir(), 'aethercast cli '));
  });
  after(async () => {
    await stack.stop();
    await rm(folder, { recursive: true, force: true });
  });

  function aethercast(...args: string[]) {
    return runCli(args, stack.env);
  }

  describe('make', () => {
    let files: Files;
    let id: string;
    let progress: string;

    before(async () => {
      const run = await aethercast('make', '--file', sampleText, '--minutes', '1', '--out', folder, '--json');
      assert.equal(run.code, 0, run.stderr);
      const line = jsonLine(run);
      assert.equal(line['ok'], true);
      progress = run.stderr;
      files = line['files'] as Files;
      id = String(line['podcast_id']);
    });

    it('writes an episode of the length that was asked for, as long as its manifest says', async () => {
      const audio = await readFile(files.audio);
      const manifest = JSON.parse(await readFile(files.manifest, 'utf8')) as {
        sha256: string;
        duration_ms: number;
        audio: { tag_bytes: number; frames: number };
      };
      assert.equal(createHash('sha256').update(audio).digest('hex'), manifest.sha256);
      const frames = parseFrames(audio.subarray(manifest.audio.tag_bytes));
      assert.equal(frames.length, manifest.audio.frames);
      assert.ok(Math.abs((frames.length * 1152) / 44.1 - manifest.duration_ms) < 1);
      assert.ok(manifest.duration_ms > 51_000 && manifest.duration_ms < 69_000, `${manifest.duration_ms} ms`);
      assert.equal(audio.subarray(0, 3).toString(), 'ID3');
    });

    it('says in plain words what it is doing, each once, where there is no terminal', () => {
      const lines = progress.split('\n').slice(0, -1);
      assert.deepEqual(lines, [...new Set(lines)]);
      assert.doesNotMatch(progress, /[a-z]_[a-z]|\r/);
      assert.match(progress, /^Speaking line \d+ of \d+$/m);
    });

    it('writes a transcript whose cues cover the episode without gap or overlap', async () => {
      const cues = [...(await readFile(files.transcript, 'utf8')).matchAll(/(\S+) --> (\S+)/g)];
      const times = cues.map(([, from, to]) => [milliseconds(from), milliseconds(to)]);
      assert.equal(times[0]?.[0], 0);
      for (const [index, [from]] of times.entries()) if (index > 0) assert.equal(from, times[index - 1]?.[1]);
      const { duration_ms } = JSON.parse(await readFile(files.manifest, 'utf8')) as { duration_ms: number };
      assert.equal(times.at(-1)?.[1], duration_ms);
    });

    it('answers the same episode for the same key, without making it again', async () => {
      const args = [
        'make',
        '--file',
        sampleText,
        '--minutes',
        '1',
        '--out',
        folder,
        '--json',
        '--key',
        'mine',
      ];
      const [first, second] = [jsonLine(await aethercast(...args)), jsonLine(await aethercast(...args))];
      assert.equal(first['ok'], true);
      assert.deepEqual([second['podcast_id'], second['sha256']], [first['podcast_id'], first['sha256']]);
      const other = await aethercast(...args.map((arg) => (arg === '1' ? '2' : arg)));
      assert.equal(jsonLine(other)['code'], 'IDEMPOTENCY_KEY_REUSED');
    });

    it('does not overwrite another episode of the same title', async () => {
      const run = await aethercast(
        'make',
        '--file',
        sampleText,
        '--minutes',
        '1.2',
        '--out',
        folder,
        '--json',
      );
      const other = jsonLine(run)['files'] as Files;
      assert.notEqual(other.audio, files.audio);
      assert.equal(jsonLine(run)['podcast_id'] === id, false);
    });

    it('is verified by id and by manifest', async () => {
      for (const target of [id, files.manifest]) {
        const run = await aethercast('verify', target);
        assert.equal(run.code, 0, run.stdout + run.stderr);
        assert.match(run.stdout, /the chain holds/);
        assert.match(run.stdout, /SHA-256 [0-9a-f]{64}/);
        assert.match(run.stdout, /the audio is the one that the audit record vouches for/);
      }
    });

    it('is not verified when its audio was changed by one byte', async () => {
      const audio = await readFile(files.audio);
      audio[5_000] = (audio[5_000] ?? 0) ^ 1;
      await writeFile(path.join(folder, 'changed.mp3'), audio);
      await writeFile(path.join(folder, 'changed.json'), await readFile(files.manifest));
      const run = await aethercast('verify', path.join(folder, 'changed.json'));
      assert.equal(run.code, 1);
      assert.match(run.stdout, /BAD .*changed\.mp3: its SHA-256 is/);
    });

    it('is not verified when its manifest was made to fit a changed audio', async () => {
      const audio = await readFile(path.join(folder, 'changed.mp3'));
      const manifest = JSON.parse(await readFile(files.manifest, 'utf8')) as { sha256: string };
      const forged = { ...manifest, sha256: createHash('sha256').update(audio).digest('hex') };
      await writeFile(path.join(folder, 'changed.json'), JSON.stringify(forged));
      const run = await aethercast('verify', path.join(folder, 'changed.json'));
      assert.equal(run.code, 1);
      assert.match(run.stdout, /BAD {2}the audio's hash [0-9a-f]{64} is not the recorded/);
    });

    it('names the entry when one byte of a copy of its record was changed', async () => {
      const record = (await (
        await fetch(`${await stack.gatewayUrl()}/api/v1/podcasts/${id}/audit`)
      ).json()) as AuditRecord;
      const copy = path.join(folder, 'audit.json');
      await writeFile(copy, JSON.stringify(record));
      assert.equal((await aethercast('verify', copy)).code, 0);
      const seventh = record.entries[6];
      assert.ok(seventh);
      seventh.entry = seventh.entry.replace('"op"', '"oq"');
      await writeFile(copy, JSON.stringify(record));
      const run = await aethercast('verify', copy);
      assert.equal(run.code, 1);
      assert.match(run.stdout, /BAD .*entry 7 was changed/);
    });

    it('cancels its run on Ctrl-C and says so', async () => {
      const args = ['make', '--file', sampleText, '--minutes', '20', '--out', folder, '--json'];
      const run = await runCli(args, stack.env, async (child) => {
        await until('a segment is voiced', () => isVoicing(stack), 60_000);
        child.kill('SIGINT');
      });
      assert.equal(run.code, 130);
      assert.match(run.stderr, /was cancelled/);
      assert.equal(jsonLine(run)['overall_status'], 'cancelled');
      assert.equal((await newest(stack)).status, 'cancelled');
      const key = String(jsonLine(run)['idempotency_key']);
      assert.match(run.stderr, new RegExp(`--key ${key} goes on with it`));
    });

    it('goes on with its run when the same command is given the key of a cancelled one', async () => {
      const args = [
        'make',
        '--file',
        sampleText,
        '--minutes',
        '4',
        '--out',
        folder,
        '--json',
        '--key',
        'again',
      ];
      const cancelled = await runCli(args, stack.env, async (child) => {
        await until('a segment is voiced', () => isVoicing(stack), 60_000);
        child.kill('SIGINT');
      });
      assert.equal(cancelled.code, 130);
      const made = await aethercast(...args);
      assert.equal(made.code, 0, made.stderr);
      assert.equal(jsonLine(made)['podcast_id'], jsonLine(cancelled)['podcast_id']);
      assert.equal(jsonLine(made)['run_number'], 2);
    });
  });

  it('refuses what it cannot use, by name, with exit code 2', async () => {
    const empty = path.join(folder, 'empty.txt');
    await writeFile(empty, '');
    const cases: [string[], RegExp][] = [
      [['make', '--file', path.join(folder, 'nowhere.txt')], /There is no file .*nowhere\.txt/],
      [['make', '--file', folder], /is a folder/],
      [['make', '--file', empty], /API_GW_UPLOAD_EMPTY/],
      [['make', '--url', 'http://10.0.0.1/'], /WCHA_URL_BLOCKED/],
      [['make', '--speaker', 'Ann=nobody', '--text', 'Hello.'], /VFA_UNKNOWN_VOICE/],
      [['verify', 'not-an-id'], /neither an episode's id nor a file/],
    ];
    for (const [args, message] of cases) {
      const run = await aethercast(...args);
      assert.equal(run.code, 2, `${args.join(' ')}: ${run.stderr}`);
      assert.match(run.stderr, message);
      assert.equal(run.stdout, '');
    }
  });

  it('ends with exit code 1 and the reason when an episode cannot be made', async () => {
    const run = await aethercast('make', '--text', 'Far too short.', '--json');
    assert.equal(run.code, 1);
    assert.equal(jsonLine(run)['code'], 'WCHA_CONTENT_TOO_SHORT');
  });

  it('finds everything well in doctor, and the schema up to date in migrate', async () => {
    const doctor = await aethercast('doctor');
    assert.equal(doctor.code, 0, doctor.stdout);
    assert.match(doctor.stdout, /ok {3}Voices: The voices slt and rms speak/);
    assert.match((await aethercast('migrate')).stdout, /up to date/);
  });

  it('finds a lost and a damaged object in doctor --media, and makes both again with --repair', async () => {
    const run = await aethercast('make', '--file', sampleText, '--minutes', '1', '--out', folder, '--json');
    const id = String(jsonLine(run)['podcast_id']);
    const { mediaFolder } = await stack.describe();
    const episodeFolder = path.join(mediaFolder, 'episodes', id);
    const [audio = '', transcript = ''] = ['.mp3', '.vtt'].map((ending) =>
      path.join(episodeFolder, `${String(jsonLine(run)['sha256'])}${ending}`),
    );
    const whole = await readFile(audio);
    await rm(audio);
    await writeFile(transcript, 'WEBVTT');

    const doctor = await aethercast('doctor', '--media');
    assert.equal(doctor.code, 1, doctor.stdout);
    assert.match(doctor.stdout, /BAD {2}Stored objects: /);
    assert.match(doctor.stdout, new RegExp(`the audio of the episode ${id} is missing`));
    assert.match(doctor.stdout, new RegExp(`the transcript of the episode ${id} is damaged`));
    assert.match(doctor.stdout, /-> Make again what can be: .* doctor --repair/);

    const repaired = await aethercast('doctor', '--media', '--repair');
    assert.equal(repaired.code, 0, repaired.stdout);
    assert.match(repaired.stdout, new RegExp(`made again: audio of ${id}, transcript of ${id}`));
    assert.ok(whole.equals(await readFile(audio)));
    const again = await aethercast('doctor');
    assert.match(again.stdout, /ok {3}Stored objects: \d+ of the finished episodes, all there and whole/);
  });

  it('refuses a second stack on the same data folder', async () => {
    const run = await aethercast('up');
    assert.equal(run.code, 1);
    assert.match(run.stderr, /Another Aethercast .* is running on the data folder/);
  });
});

async function isVoicing(stack: WholeStack): Promise<boolean> {
  const { status, segmentsDone } = await newest(stack);
  return status === 'vfa_audio_generation' && segmentsDone > 0;
}

/** The newest episode of the stack. */
async function newest(stack: WholeStack): Promise<{ status: string; segmentsDone: number }> {
  const base = `${await stack.gatewayUrl()}/api/v1/podcasts`;
  const list = (await (await fetch(base)).json()) as { podcasts: { podcast_id: string; status: string }[] };
  const [first] = list.podcasts;
  if (first === undefined || first.status === 'completed') return { status: 'none', segmentsDone: 0 };
  const detail = (await (await fetch(`${base}/${first.podcast_id}`)).json()) as {
    status: string;
    progress: { segments_done: number };
  };
  return { status: detail.status, segmentsDone: detail.progress.segments_done };
}

function milliseconds(timestamp: string | undefined): number {
  const [hours = 0, minutes = 0, seconds = 0] = (timestamp ?? '').split(':').map(Number);
  return Math.round((hours * 3_600 + minutes * 60 + seconds) * 1_000);
}
