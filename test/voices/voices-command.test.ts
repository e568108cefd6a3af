import assert from 'node:assert/strict';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readWav } from '../../activities/models/speech/flite/read-wav.js';
import { decodeMp3 } from '../../activities/audio/decode-mp3.js';
import { tryVoice } from '../../cli/voices/try-voice.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { assetOptions, obtainAsset } from '../../platform/assets/index.js';
import { hibariModels, joeModel } from '../../voices/voice-assets.js';
import { loadConfig } from '../../platform/config/load-config.js';
import { whyNoLocalEngine } from '../../voices/local-engine-here.js';
import type { VoiceView } from '../../voices/voice-view.js';
import type { SavedEpisode } from '../../cli/make/save-episode.js';
import { startUpstream } from '../support/asset-upstream.js';
import type { Manifest } from '../support/gateway-http.js';
import { jsonLine, runCli, type CliRun } from '../support/run-cli.js';
import { storyOf } from '../support/sources.js';
import { until } from '../support/until.js';
import { WholeStack } from '../support/local-stacks.js';

const joeConfig = fileURLToPath(
  new URL('../../../voices/models/en_US-joe-medium.onnx.json', import.meta.url),
);
const crashing = fileURLToPath(new URL('../fakes/crashing-trial.js', import.meta.url));

describe('aethercast voices', function () {
  this.timeout(120_000);
  let folder: string;
  let env: NodeJS.ProcessEnv;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'aethercast voices '));
    env = { ...process.env, AETHERCAST_DATA: path.join(folder, 'data'), SPEECH_PROVIDER: 'auto' };
  });
  after(() => rm(folder, { recursive: true, force: true }));

  function voices(...args: string[]): Promise<CliRun> {
    return runCli(['voices', ...args], env);
  }

  async function added(): Promise<string[]> {
    try {
      return await readdir(path.join(folder, 'data', 'voices'));
    } catch {
      return [];
    }
  }

  async function listed(): Promise<VoiceView[]> {
    return jsonLine(await voices('list', '--json'))['voices'] as VoiceView[];
  }

  it('lists every voice in aligned columns and says who speaks by default', async () => {
    const run = await voices('list');
    assert.equal(run.code, 0, run.stderr);
    const [header = '', ...rows] = run.stdout.split('\n\n', 1)[0]!.split('\n');
    const columns = [...header.matchAll(/[A-Z]+/g)].map(({ index }) => index);
    for (const row of rows)
      for (const column of columns.slice(1)) assert.match(row.slice(column - 2, column + 1), /^ {2}\S$/, row);
    assert.deepEqual(
      rows.map((row) => row.split(' ')[0]),
      ['heart', 'joe', 'kore', 'fenrir', 'emma', 'fable', 'slt', 'rms'],
    );
    assert.match(
      run.stdout,
      /^Default voices: (heart and joe\.|slt and rms of Flite, because .*(here|installed))/m,
    );
  });

  it('says why Flite is cast, and fetches nothing by listing', async () => {
    const empty = path.join(folder, 'empty cache');
    const run = await runCli(['voices', 'list'], { ...env, AETHERCAST_CACHE: empty });
    assert.match(run.stdout, /^joe .* not fetched yet, 63\.2 MB /m);
    if (whyNoLocalEngine() === undefined)
      assert.match(
        run.stdout,
        /slt and rms of Flite, because the models of heart and joe are not here yet\. The next start/,
      );
    await assert.rejects(readdir(empty), { code: 'ENOENT' });
    const cut = await runCli(['voices', 'list'], { ...env, AETHERCAST_CACHE: empty, ASSET_SOURCES: 'cache' });
    assert.match(cut.stdout, /^joe .* unavailable: ASSET_SOURCES leaves no source/m);
  });

  it('refuses what it cannot use, by name, with exit code 2 and nothing left behind', async () => {
    const [config, other] = [path.join(folder, 'settings.json'), path.join(folder, 'other.json')];
    await copyFile(joeConfig, config);
    await writeFile(other, 'no json');
    const lonely = path.join(folder, 'lonely.onnx');
    await writeFile(lonely, 'a model without settings');
    const cases: [string[], RegExp][] = [
      [['add', 'nobody'], /nobody is neither a voice that can be fetched \(heart, joe, .*nor a file/],
      [['add', lonely], /settings are missing: there is no file .*lonely\.onnx\.json/],
      [['add', lonely, '--config', other], /other\.json is not JSON/],
      [['add', lonely, '--config', config, '--name', 'joe'], /joe is the name of a built-in voice/],
      [['add', lonely, '--config', config, '--name', '../evil'], /cannot be a voice's name/],
      [['add', lonely, '--config', config, '--name', 'x', '--speaker', '3'], /only one speaker/],
      [['add', folder, '--name', 'x'], /settings are missing/],
      [['add', joeConfig], /is not an \.onnx file/],
      [['add', 'heart', '--name', 'love'], /heart is a built-in voice/],
      [['remove', 'nobody'], /There is no voice named "nobody"/],
      [['remove', 'slt'], /part of Aethercast/],
      [['preview', 'nobody'], /There is no voice named "nobody"/],
      [['preview', 'slt', '...'], /Nothing in .* can be spoken/],
      [['preview', 'slt', '--out', 'a.ogg'], /must end in \.mp3 or \.wav/],
    ];
    for (const [args, message] of cases) {
      const run = await voices(...args);
      assert.equal(run.code, 2, `${args.join(' ')}: ${run.stderr}`);
      assert.match(run.stderr, message);
      assert.equal(run.stdout, '');
    }
    assert.deepEqual(await added(), []);
  });

  it('previews a voice into an MP3 and a WAV of the same sound', async () => {
    const [mp3, wav] = [path.join(folder, 'p.mp3'), path.join(folder, 'p.wav')];
    const run = await voices('preview', 'slt', 'Tea is ready, at last.', '--out', mp3);
    assert.equal(run.code, 0, run.stderr);
    assert.match(run.stdout, /p\.mp3: \d\.\d s, spoken \d+(\.\d)? times as fast as real time/);
    const json = jsonLine(await voices('preview', 'slt', 'Tea is ready, at last.', '--out', wav, '--json'));
    const { samples, complaints } = await decodeMp3(await readFile(mp3), () => undefined);
    assert.deepEqual(complaints, []);
    const pcm = readWav(await readFile(wav));
    assert.deepEqual([pcm.sampleRate, pcm.samples.length], [44_100, samples]);
    assert.ok(Math.max(...pcm.samples.subarray(0, 44_100)) > 3_000, 'it can be heard');
    assert.equal(json['duration_ms'], Math.round(samples / 44.1));
    const fast = jsonLine(
      await voices('preview', 'slt', 'Tea is ready, at last.', '--out', wav, '--json', '--rate', '2'),
    );
    assert.ok(Number(fast['duration_ms']) < json['duration_ms']);
  });

  it('says which disk or folder a preview cannot be written to', async () => {
    const run = await voices('preview', 'slt', '--out', path.join(folder, 'nowhere', 'a.mp3'));
    assert.equal(run.code, 1);
    assert.match(run.stderr, /a\.mp3 cannot be written: ENOENT/);
  });

  it('fetches by name, with one line per source and no bar away from a terminal', async () => {
    const content = Buffer.alloc(3_000_000);
    const upstream = await startUpstream((_request, response) => response.end(content));
    try {
      const run = await runCli(['voices', 'add', 'emma'], {
        ...env,
        AETHERCAST_CACHE: path.join(folder, 'other cache'),
        ASSET_MIRROR: upstream.address,
        ASSET_SOURCES: 'configured,cache',
      });
      assert.equal(run.code, 1);
      assert.deepEqual(upstream.requests, ['/voice-hibari-emma-0.2.1-any/bf_emma.int8.onnx']);
      assert.match(run.stderr, /^Fetching voice emma 0\.2\.1 from 127\.0\.0\.1:\d+\.\n/);
      assert.match(run.stderr, /voice emma 0\.2\.1 \(any\) could not be obtained/);
      assert.doesNotMatch(run.stderr, /\[#|%/);
    } finally {
      await upstream.close();
    }
  });

  it('says so when a model takes down the process that tries it', async () => {
    const task = {
      name: 'x',
      locale: 'en',
      model: { family: 'piper' as const, file: '/x.onnx', espeakVoice: 'en' },
    };
    const error: unknown = await tryVoice(
      task,
      () => undefined,
      new AbortController().signal,
      crashing,
    ).catch((reason: unknown) => reason);
    assert.ok(error instanceof AethercastError);
    assert.equal(error.code, 'VFA_VOICE_MODEL_INVALID');
    assert.match(error.message, /\/x\.onnx cannot be used: it crashed the process that tried it \(SIGSEGV\)/);
  });

  describe('with Piper files', () => {
    let joe: string;
    let heart: string;
    let pair: string;

    before(async function () {
      const why = whyNoLocalEngine();
      if (why !== undefined) {
        console.log(`    skipped: ${why}`);
        this.skip();
      }
      const options = assetOptions(loadConfig());
      [joe, heart] = [await obtainAsset(joeModel, options), await obtainAsset(hibariModels.heart, options)];
      pair = path.join(folder, 'pair');
      await mkdir(pair);
      await copyFile(joe, path.join(pair, 'en_US-second-joe.onnx'));
      await copyFile(joeConfig, path.join(pair, 'en_US-second-joe.onnx.json'));
    });

    it("refuses a model that is truncated, and another family's", async () => {
      const cut = path.join(folder, 'cut.onnx');
      await copyFile(joe, cut);
      await truncate(cut, 3_000_000);
      const cases: [string, RegExp][] = [
        [cut, /cut\.onnx is damaged or no ONNX model/],
        [heart, /is no piper voice: it takes ids, speed/],
      ];
      for (const [file, message] of cases) {
        const run = await voices('add', file, '--config', joeConfig, '--name', 'bad', '--json');
        assert.equal(run.code, 2, run.stderr);
        assert.match(run.stderr, message);
        assert.equal(jsonLine(run)['code'], 'VFA_VOICE_MODEL_INVALID');
      }
      assert.deepEqual(await added(), []);
    });

    it('leaves nothing of a voice whose adding is stopped by Ctrl-C', async () => {
      const run = await runCli(['voices', 'add', pair, '--name', 'stopped'], env, async (child) => {
        await until('the voice is tried', () => child.said().includes('Trying'));
        child.kill('SIGINT');
      });
      assert.equal(run.code, 130, run.stderr);
      assert.match(run.stderr, /Stopped\. Nothing was left behind\./);
      assert.deepEqual(await added(), []);
    });

    it('adds a second joe from his folder, measured much like the first, and castable at once', async () => {
      const run = await voices(
        'add',
        pair,
        '--name',
        'second-joe',
        '--licence',
        'CC0-1.0',
        '--gender',
        'male',
      );
      assert.equal(run.code, 0, run.stderr);
      assert.match(run.stdout, /Added the voice second-joe: it speaks en-US, \d+(\.\d)? times as fast/);
      assert.deepEqual(await added(), ['second-joe']);
      const all = await listed();
      const second = all.find(({ name }) => name === 'second-joe');
      assert.ok(second?.added && second.available);
      assert.deepEqual(
        [second.engine, second.licence, second.gender, second.locale],
        ['local', 'CC0-1.0', 'male', 'en-US'],
      );
      assert.match(second.model, /^en_US-second-joe-[0-9a-f]{12}$/);
      assert.notEqual(second.model, all.find(({ name }) => name === 'joe')?.model);
      const card = JSON.parse(
        await readFile(path.join(folder, 'data', 'voices', 'second-joe', 'voice.json'), 'utf8'),
      ) as { gainDb: number; pace: { perCharacterMs: number } };
      assert.ok(card.gainDb > 3 && card.gainDb < 11, `gain ${card.gainDb} dB`);
      const { perCharacterMs } = card.pace;
      assert.ok(perCharacterMs > 45 && perCharacterMs < 70, `pace ${perCharacterMs} ms`);
    });

    it('has it say something, and refuses its name to another one', async () => {
      const out = path.join(folder, 'second.mp3');
      const run = await voices('preview', 'second-joe', 'The kettle is on.', '--out', out, '--json');
      assert.equal(run.code, 0, run.stderr);
      const { samples, complaints } = await decodeMp3(await readFile(out), () => undefined);
      assert.deepEqual(complaints, []);
      assert.ok(samples > 44_100 * 0.7 && samples < 44_100 * 3);
      const taken = await voices('add', pair, '--name', 'second-joe');
      assert.equal(taken.code, 2);
      assert.match(taken.stderr, /There is a voice named second-joe already.*--replace/);
    });

    it('has it speak in a whole episode beside heart, cast by name', async () => {
      const story = path.join(folder, 'story.txt');
      await writeFile(story, storyOf('Skerry'));
      await WholeStack.during(
        async (stack) => {
          const asked = ['--file', story, '--minutes', '0.5', '--out', folder];
          const cast = ['--speaker', 'Ada=second-joe', '--speaker', 'Bea=heart'];
          const run = await runCli(['make', ...asked, ...cast, '--json'], stack.env);
          assert.equal(run.code, 0, run.stderr);
          const { podcast_id: id, files } = jsonLine(run) as { podcast_id: string; files: SavedEpisode };
          const manifest = JSON.parse(await readFile(files.manifest, 'utf8')) as Manifest;
          const second = (await listed()).find(({ name }) => name === 'second-joe');
          assert.deepEqual(
            manifest.speakers.map(({ name, voice, provider, model }) => [name, voice, provider, model]),
            [
              ['Ada', 'second-joe', 'local', second?.model],
              ['Bea', 'heart', 'local', 'hibari-0.2.1-heart'],
            ],
          );
          for (const name of ['Ada', 'Bea'])
            assert.ok(manifest.segments.filter(({ speaker }) => speaker === name).length > 1, name);
          const record = await fetch(`${await stack.gatewayUrl()}/api/v1/podcasts/${id}`);
          const { tts_settings_used: used } = (await record.json()) as {
            tts_settings_used: { voice_name: string };
          };
          assert.equal(used.voice_name, 'second-joe, heart');
          const verified = await runCli(['verify', id], stack.env);
          assert.equal(verified.code, 0, verified.stderr);
        },
        { SPEECH_PROVIDER: 'local', VOICES_DIR: path.join(folder, 'data', 'voices') },
      );
    });

    it('shows a voice whose files were damaged as broken, and removes it', async () => {
      const home = path.join(folder, 'data', 'voices', 'second-joe');
      const [model = ''] = (await readdir(home)).filter((name) => name.endsWith('.onnx'));
      await truncate(path.join(home, model), 1_000);
      assert.match(
        (await voices('list')).stdout,
        /^second-joe .* unavailable: its files are missing or were changed/m,
      );
      await rm(path.join(home, model));
      await rm(path.join(home, 'voice.json'));
      await writeFile(path.join(folder, 'data', 'voices', 'touch'), '');
      assert.match((await voices('list')).stdout, /^second-joe cannot be used: it has no voice\.json/m);
      const run = await voices('remove', 'second-joe');
      assert.equal(run.code, 0, run.stderr);
      assert.deepEqual(await added(), ['touch']);
    });

    it('removes only the cached file of a built-in voice', async () => {
      const cache = path.join(folder, 'copied cache');
      const home = path.join(cache, 'voice-hibari-heart-0.2.1-any');
      await mkdir(home, { recursive: true });
      await copyFile(heart, path.join(home, path.basename(heart)));
      const run = await runCli(['voices', 'remove', 'heart'], { ...env, AETHERCAST_CACHE: cache });
      assert.match(run.stdout, /Removed .*heart is a built-in voice: its model is fetched again/);
      assert.deepEqual(await readdir(home), []);
    });
  });
});
