import assert from 'node:assert/strict';
import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pino } from 'pino';
import { createVoiceForge } from '../../activities/voice-forge/voice-forge.js';
import { assetOptions } from '../../platform/assets/index.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { loadConfig } from '../../platform/config/load-config.js';
import { createDefaultVoicesKeeper } from '../../voices/available-voices.js';
import { obtainDefaultVoices } from '../../voices/default-voices.js';
import { castSpeakers } from '../../voices/cast-speakers.js';
import { createVoiceCatalog } from '../../voices/voice-catalog.js';
import { filesIn } from '../support/media-files.js';
import { runCli } from '../support/run-cli.js';
import { mountSmallDisk } from '../support/small-disk.js';
import { openTemporaryFolder } from '../support/test-servers.js';

describe('default voices', function () {
  this.timeout(60_000);
  let folder: string;

  beforeEach(async () => {
    folder = await openTemporaryFolder('aethercast-cast-');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  function config(changes: NodeJS.ProcessEnv) {
    return loadConfig({ AETHERCAST_DATA: path.join(folder, 'data'), ...changes });
  }
  function cutOff(changes: NodeJS.ProcessEnv) {
    return config({ AETHERCAST_CACHE: path.join(folder, 'cache'), ASSET_SOURCES: 'cache', ...changes });
  }

  it('are heart and joe when their models can be had', async () => {
    const cast = await obtainDefaultVoices(config({ SPEECH_PROVIDER: 'auto' }));
    assert.deepEqual(cast, { engine: 'local', voices: ['heart', 'joe'] });
  });

  it("are Flite's, with one line that says why, when every source is cut off", async () => {
    const settings = cutOff({ SPEECH_PROVIDER: 'auto' });
    const cast = await obtainDefaultVoices(settings);
    assert.deepEqual(cast.voices, ['slt', 'rms']);
    assert.match(cast.reason ?? '', /voice-hibari-heart could not be fetched/);
    assert.doesNotMatch(cast.reason ?? '', /\n/);
    const { speakers, reason } = await castSpeakers(
      { language: 'en-US' },
      {
        catalog: createVoiceCatalog(settings),
        defaultVoices: () => Promise.resolve(cast),
        isHere: (voice) => Promise.resolve(voice.engine === 'flite'),
      },
    );
    assert.deepEqual(
      speakers.map(({ voice }) => voice),
      ['slt', 'rms'],
    );
    assert.match(reason ?? '', /^The Flite voices slt and rms speak instead/);
  });

  it("are Flite's where the disk has no room for their models, which is said", async function () {
    const { cacheFolder } = assetOptions(loadConfig());
    const small = path.join(folder, 'small');
    const unmount = await mountSmallDisk(small, 1 << 20);
    if (unmount === undefined) {
      console.log('      skipped: this user may not mount a small file system');
      this.skip();
    }
    try {
      const changes = {
        AETHERCAST_CACHE: small,
        ASSET_SOURCES: 'configured,cache',
        ASSET_MIRROR: cacheFolder,
      };
      const cast = await obtainDefaultVoices(config({ SPEECH_PROVIDER: 'auto', ...changes }));
      assert.deepEqual(cast.voices, ['slt', 'rms']);
      assert.match(cast.reason ?? '', /no space left on the disk of .*small.* MB are needed/);
      await assert.rejects(obtainDefaultVoices(config({ SPEECH_PROVIDER: 'local', ...changes })), {
        code: 'ASSET_UNAVAILABLE',
        message: /no space left on the disk of .*set AETHERCAST_CACHE/,
      });
      assert.deepEqual(await filesIn(small), []);
    } finally {
      await unmount();
    }
  });

  it('are told to clients without the paths of the server, which its log has', async () => {
    const settings = cutOff({ SPEECH_PROVIDER: 'local' });
    const logged: string[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => logged.push(line) });
    const keeper = createDefaultVoicesKeeper(settings, log);
    const error: unknown = await keeper.current().catch((reason: unknown) => reason);
    assert.ok(error instanceof AethercastError);
    assert.equal(error.code, 'ASSET_UNAVAILABLE');
    assert.match(error.message, /\$AETHERCAST_CACHE\/voice-hibari-heart.*: it is not there/);
    assert.doesNotMatch(JSON.stringify([error.message, error.details]), new RegExp(folder));
    assert.match(logged.join(''), new RegExp(`${folder}/cache/voice-hibari-heart`));

    const fallen = createDefaultVoicesKeeper(cutOff({ SPEECH_PROVIDER: 'auto' }), log);
    const { reason } = await fallen.current();
    assert.match(reason ?? '', /\$AETHERCAST_CACHE\//);
    assert.doesNotMatch(reason ?? '', new RegExp(folder));

    const forge = createVoiceForge(settings);
    try {
      const spec = forge.plan({ voice: 'heart', text: 'Good evening.', language: 'en', pauseMs: 0 });
      const failed: unknown = await forge.forge(spec).catch((reason: unknown) => reason);
      assert.ok(failed instanceof AethercastError);
      assert.equal(failed.code, 'ASSET_UNAVAILABLE');
      assert.doesNotMatch(JSON.stringify([failed.message, failed.details]), new RegExp(folder));
      assert.match(String(failed.cause), new RegExp(folder));
    } finally {
      await forge.close();
    }
  });

  it('leave an episode unmade, and nothing written, when only local ones will do', async () => {
    const env = {
      ...process.env,
      AETHERCAST_DATA: path.join(folder, 'data'),
      AETHERCAST_CACHE: path.join(folder, 'cache'),
      ASSET_SOURCES: 'cache',
      SPEECH_PROVIDER: 'local',
    };
    const { code, stderr } = await runCli(['make', '--out', path.join(folder, 'episodes')], env);
    assert.equal(code, 1);
    assert.match(stderr, /voice heart .* could not be obtained/);
    assert.match(stderr, /SPEECH_PROVIDER=flite/);
    await assert.rejects(access(path.join(folder, 'data')), { code: 'ENOENT' });
    await assert.rejects(access(path.join(folder, 'episodes')), { code: 'ENOENT' });
  });

  it('say names as the dictionary has them, and a wrong line is named', async () => {
    const voices = path.join(folder, 'voices');
    await mkdir(voices);
    const file = path.join(voices, 'pronunciations.txt');
    await writeFile(file, 'Tycho = /ˈtaɪkoʊ/\nUraniborg = oo-rah-nee-borg\n');
    const forge = createVoiceForge(config({ VOICES_DIR: voices }));
    try {
      const line = { text: 'Tycho built Uraniborg.', language: 'en', pauseMs: 0 };
      const local = forge.plan({ ...line, voice: 'heart' });
      assert.deepEqual(local.pronunciations, { Tycho: 'ˈtaɪkoʊ' });
      assert.match(local.text, /oo-rah-nee-borg/);
      const flite = forge.plan({ ...line, voice: 'slt' });
      assert.equal(flite.pronunciations, undefined);
      assert.match(flite.text, /Tycho built oo-rah-nee-borg/);
      await writeFile(file, 'Tycho = /ˈtaɪkoʊ/\nUraniborg\n');
      assert.throws(() => forge.plan({ ...line, voice: 'heart' }), {
        code: 'VFA_INVALID_PRONUNCIATIONS',
        message: /pronunciations\.txt.*2/s,
      });
    } finally {
      await forge.close();
    }
  });
});
