import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AethercastError } from '../../platform/aethercast-error.js';
import { hashFile } from '../../platform/assets/hash-file.js';
import { hiddenFolder } from '../../voices/hidden-folders.js';
import { installVoice, removeAddedVoice } from '../../voices/install-voice.js';
import type { LocalVoice } from '../../voices/voice.js';
import { createVoiceCatalog } from '../../voices/voice-catalog.js';
import { mountSmallDisk } from '../support/small-disk.js';

describe('installing a voice', () => {
  let folder: string;
  let voices: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'aethercast voices '));
    voices = path.join(folder, 'voices');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function install(
    name: string,
    options: { content?: string; speaker?: number; replace?: boolean; tried?: string } = {},
  ) {
    const { content = 'model', speaker, replace = false } = options;
    const modelFile = path.join(folder, 'anna.onnx');
    await writeFile(modelFile, content);
    await writeFile(`${modelFile}.json`, '{}');
    const facts = {
      name,
      family: 'piper' as const,
      languages: ['de'],
      locale: 'de-DE',
      description: '',
      licence: 'unknown',
      espeakVoice: 'de',
      gainDb: 1,
      pace: { perLineMs: 1, perCharacterMs: 1, perPauseMs: 1, perSentenceMs: 1 },
      ...(speaker === undefined ? {} : { speaker }),
    };
    const triedSha256 = options.tried ?? (await hashFile(modelFile));
    return installVoice(
      voices,
      { facts, modelFile, configFile: `${modelFile}.json`, triedSha256 },
      { replace },
    );
  }

  function find(name: string): LocalVoice {
    const voice = createVoiceCatalog({ VOICES_DIR: voices, AETHERCAST_DATA: folder }).find(name);
    assert.equal(voice.engine, 'local');
    return voice;
  }

  async function refusal(work: Promise<unknown>): Promise<AethercastError> {
    const error: unknown = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof AethercastError, String(error));
    return error;
  }

  it('is seen at once by a catalog that is open, and gone at once when it is removed', async () => {
    const catalog = createVoiceCatalog({ VOICES_DIR: voices, AETHERCAST_DATA: folder });
    assert.throws(() => catalog.find('anna'), { code: 'VFA_UNKNOWN_VOICE' });
    await install('anna');
    assert.equal(catalog.findFor('anna', 'de-AT').name, 'anna');
    assert.equal(await removeAddedVoice(voices, 'anna'), true);
    assert.throws(() => catalog.find('anna'), { code: 'VFA_UNKNOWN_VOICE' });
    assert.equal(await removeAddedVoice(voices, 'anna'), false);
    assert.deepEqual(await readdir(voices), []);
  });

  it('refuses a name that is taken, and replaces the voice when asked to, under another model', async () => {
    const first = await install('anna');
    assert.equal((await refusal(install('anna', { content: 'other' }))).code, 'VFA_VOICE_NAME_TAKEN');
    assert.equal(find('anna').model, first.model);
    const second = await install('anna', { content: 'other', replace: true });
    assert.notEqual(second.model, first.model);
    assert.equal(find('anna').model, second.model);
    assert.deepEqual(await readdir(voices), ['anna']);
  });

  it('names another speaker of the same model as another model, since it is another sound', async () => {
    const models = await Promise.all(
      ['one', 'two'].map(async (name, speaker) => (await install(name, { speaker })).model),
    );
    assert.equal(new Set(models).size, 2);
    for (const model of models) assert.match(model, /^anna-[0-9a-f]{12}$/);
  });

  it('puts away what killed processes left, and leaves alone what a living one is making', async () => {
    await mkdir(voices);
    const dead = hiddenFolder(voices, 'adding').replace(`-${process.pid}-`, `-${deadPid()}-`);
    await mkdir(`${dead}abc`);
    await mkdir(`${hiddenFolder(voices, 'adding')}abc`);
    await install('anna');
    assert.deepEqual(await readdir(voices), [path.basename(`${hiddenFolder(voices, 'adding')}abc`), 'anna']);
  });

  it('leaves alone for an hour what a process in another container may be making', async () => {
    await mkdir(voices);
    const own = path.basename(hiddenFolder(voices, 'adding'));
    const hidden = `${own.replace(/\d*-\d+-$/, `1-${deadPid()}-`)}abc`;
    await mkdir(path.join(voices, hidden));
    await install('anna');
    assert.deepEqual(await readdir(voices), [hidden, 'anna']);
    const longAgo = new Date(Date.now() - 3_700_000);
    await utimes(path.join(voices, hidden), longAgo, longAgo);
    await install('berta');
    assert.deepEqual(await readdir(voices), ['anna', 'berta']);
  });

  it('puts back a voice whose replacing was killed between its two renames', async () => {
    const { model } = await install('anna');
    const aside = `${hiddenFolder(voices, 'replaced').replace(`-${process.pid}-`, `-${deadPid()}-`)}abc`;
    await mkdir(aside);
    execFileSync('mv', [path.join(voices, 'anna'), aside]);
    await install('berta');
    assert.equal(find('anna').model, model);
    assert.deepEqual(await readdir(voices), ['anna', 'berta']);
  });

  it('adds nothing on a full disk and says which one', async function () {
    const unmount = await mountSmallDisk(voices, 1 << 20);
    if (unmount === undefined) {
      console.log('      skipped: this user may not mount a small file system');
      this.skip();
    }
    try {
      const error = await refusal(install('anna', { content: 'x'.repeat(2 << 20) }));
      assert.equal(error.code, 'DISK_FULL');
      assert.match(error.message, /anna was not added: no space left on the disk of .*voices.*VOICES_DIR/);
      assert.deepEqual(await readdir(voices), []);
    } finally {
      await unmount();
    }
  });

  it('refuses a model that changed after it was tried', async () => {
    const error = await refusal(install('anna', { tried: '0'.repeat(64) }));
    assert.equal(error.code, 'VFA_VOICE_MODEL_INVALID');
    assert.match(error.message, /anna\.onnx changed while it was being added/);
    assert.deepEqual(await readdir(voices), []);
  });
});

/** The number of a process that has just ended. */
function deadPid(): number {
  return Number(execFileSync(process.execPath, ['-p', 'process.pid']).toString());
}
