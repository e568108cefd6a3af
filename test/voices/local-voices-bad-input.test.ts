import assert from 'node:assert/strict';
import { copyFile, mkdir, rm, truncate } from 'node:fs/promises';
import path from 'node:path';
import { createVoiceForge } from '../../activities/voice-forge/voice-forge.js';
import { assetOptions } from '../../platform/assets/index.js';
import { hashFile } from '../../platform/assets/hash-file.js';
import { loadConfig } from '../../platform/config/load-config.js';
import { installVoice } from '../../voices/install-voice.js';
import { whyNoLocalEngine } from '../../voices/local-engine-here.js';
import { voicesFolder } from '../../voices/voice-catalog.js';
import { linesOf } from '../../workflows/contract/script.js';
import { manifestOf, ordered, scriptOf } from '../support/gateway-http.js';
import { ended } from '../support/runs.js';
import { requestOf, storyOf } from '../support/sources.js';
import { openTemporaryFolder } from '../support/test-servers.js';
import { modelOf } from '../support/voice-models.js';
import { createWorld, type World } from '../support/world.js';

const endless = `The keeper wrote ${'that the wind was strong and the sea was high and '.repeat(200)}went to bed.`;

describe('local voices with bad input', function () {
  this.timeout(120_000);
  let folder: string;

  before(async function () {
    const why = whyNoLocalEngine();
    if (why !== undefined) {
      console.log(`    skipped: ${why}`);
      this.skip();
    }
    folder = await openTemporaryFolder('aethercast-bad-voices-');
    await Promise.all([modelOf('heart'), modelOf('joe')]);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('make an episode of what can be said, and leave out what cannot', async () => {
    const world: World = await createWorld();
    try {
      const sentences = storyOf('Skerry').split(/(?<=\.) /);
      const awful = [
        '😀 🎧 🎙️',
        '… ?! — —',
        endless,
        'Маяк был построен на скале, и смотритель жил в нём один.',
      ];
      const text = sentences
        .map((sentence, at) => `${sentence}\n\n${awful[at % awful.length] ?? ''}`)
        .join('\n\n');
      const speakers = [
        { name: 'Ann', voice: 'heart' },
        { name: 'Bob', voice: 'joe' },
      ];
      const id = await ordered(world, { ...requestOf('Awful', text), minutes: 0.5, speakers });
      const end = await ended(world, id);
      assert.equal(end.overall_status, 'completed', end.error_message ?? '');
      for (const line of linesOf(await scriptOf(world, id))) {
        assert.match(line.text, /[a-z]{2}/);
        assert.doesNotMatch(
          line.text,
          /\p{Extended_Pictographic}|\p{Script=Cyrillic}|that the wind was strong/u,
        );
      }
      const { speakers: spoke } = await manifestOf(world, id);
      assert.deepEqual(
        spoke.map(({ provider }) => provider),
        ['local', 'local'],
      );
    } finally {
      await world.close();
    }
  });

  it('name the line that nobody can say, before any voice is loaded', async () => {
    const forge = createVoiceForge(loadConfig({ AETHERCAST_DATA: folder }));
    try {
      for (const voice of ['heart', 'joe'])
        for (const [text, code] of [
          ['😀 🎧', 'VFA_NOTHING_TO_SPEAK'],
          ['?! … —', 'VFA_NOTHING_TO_SPEAK'],
          ['Маяк', 'VFA_UNSUPPORTED_SCRIPT'],
          [endless, 'VFA_TEXT_TOO_LONG'],
        ] as const)
          assert.throws(() => forge.plan({ voice, text, language: 'en', pauseMs: 0 }), { code });
    } finally {
      await forge.close();
    }
  });

  it('get a model of ours again that was damaged in the cache', async () => {
    const { file } = await modelOf('heart');
    const { cacheFolder } = assetOptions(loadConfig());
    const own = path.join(folder, 'cache');
    const copy = path.join(own, path.relative(cacheFolder, file));
    await mkdir(path.dirname(copy), { recursive: true });
    await copyFile(file, copy);
    await truncate(copy, 1_000_000);
    const forge = createVoiceForge(
      loadConfig({
        AETHERCAST_DATA: folder,
        AETHERCAST_CACHE: own,
        ASSET_SOURCES: 'configured,cache',
        ASSET_MIRROR: cacheFolder,
      }),
    );
    try {
      const spec = forge.plan({ voice: 'heart', text: 'All is well again.', language: 'en', pauseMs: 0 });
      assert.ok((await forge.forge(spec)).frames > 0);
      assert.equal(await hashFile(copy), await hashFile(file));
    } finally {
      await forge.close();
    }
  });

  it('name the added voice whose model was cut off since, and do not try it again', async () => {
    const config = loadConfig({ AETHERCAST_DATA: path.join(folder, 'data') });
    const model = await modelOf('joe');
    const [modelFile, configFile] = [path.join(folder, 'anna.onnx'), path.join(folder, 'anna.onnx.json')];
    await copyFile(model.file, modelFile);
    await copyFile(model.configFile ?? '', configFile);
    const facts = {
      ...{ name: 'anna', family: 'piper' as const, languages: ['en'], locale: 'en-US', espeakVoice: 'en-us' },
      ...{ description: '', licence: 'CC0-1.0', gainDb: 6.8 },
      pace: { perLineMs: 125, perCharacterMs: 59, perPauseMs: 302, perSentenceMs: 544 },
    };
    const triedSha256 = await hashFile(modelFile);
    await installVoice(
      voicesFolder(config),
      { facts, modelFile, configFile, triedSha256 },
      { replace: false },
    );
    const forge = createVoiceForge(config);
    try {
      const spec = forge.plan({ voice: 'anna', text: 'I am Anna.', language: 'en', pauseMs: 0 });
      assert.ok((await forge.forge(spec)).frames > 0);
      await truncate(path.join(voicesFolder(config), 'anna', `${spec.model}.onnx`), 1_000_000);
      await assert.rejects(forge.forge(spec), {
        code: 'VFA_VOICE_MODEL_INVALID',
        message: /voice anna cannot be used: .*anna-[0-9a-f]+\.onnx was changed since/,
        retryable: false,
      });
    } finally {
      await forge.close();
    }
  });
});
