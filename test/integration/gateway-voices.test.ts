import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { parseFrames } from '../../activities/audio/mp3-frames.js';
import { decodeMp3 } from '../../activities/audio/decode-mp3.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { voicesFolder } from '../../voices/voice-catalog.js';
import type { VoiceView } from '../../voices/voice-view.js';
import { Gate } from '../support/faults.js';
import { assertProblem, send, type Answer } from '../support/gateway-http.js';
import { plainGet } from '../support/raw-http.js';
import { filesIn } from '../support/media-files.js';
import { until } from '../support/until.js';
import { createWorld, type World } from '../support/world.js';

describe('voices over REST', function () {
  this.timeout(60_000);
  let world: World;
  before(async () => {
    world = await createWorld();
  });
  after(() => world.close());
  afterEach(() => world.mend());

  async function voices(query = ''): Promise<VoiceView[]> {
    const { status, body } = await send(world, `/api/v1/voices${query}`);
    assert.equal(status, 200);
    return body['voices'] as VoiceView[];
  }

  async function preview(query: string, headers: Record<string, string> = {}) {
    const response = await fetch(`${world.url}/api/v1/voices/${query}`, { headers });
    return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
  }

  it('are listed with what a person chooses by, and whether they could speak at once', async () => {
    const slt = (await voices()).find(({ name }) => name === 'slt');
    assert.deepEqual(slt, {
      name: 'slt',
      engine: 'flite',
      model: 'flite-2.3',
      languages: ['en'],
      locale: 'en-US',
      gender: 'female',
      description: 'American woman, clear and even',
      licence: 'BSD-like',
      available: true,
      fetch_bytes: null,
      unavailable_reason: null,
      added: false,
    });
    const { body } = await send(world, '/api/v1/voices');
    assert.deepEqual(body['default_cast'], { engine: 'flite', voices: ['slt', 'rms'] });
  });

  it('are listed by language, also those that were added a moment ago', async () => {
    assert.deepEqual(await voices('?language=de'), []);
    const folder = path.join(voicesFolder(world.config), 'anna');
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'anna.onnx'), 'model');
    await writeFile(path.join(folder, 'voice.json'), JSON.stringify(germanCard()));
    const [anna, ...others] = await voices('?language=de-AT');
    assert.deepEqual([anna?.name, anna?.added, anna?.available, others], ['anna', true, true, []]);
    const english = (await voices('?language=en')).map(({ name }) => name);
    assert.ok(english.includes('heart') && !english.includes('anna'));
  });

  it('say a sentence of their own, as an MP3 that is cached and served in ranges', async () => {
    const { response, bytes } = await preview('slt/preview');
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('Content-Type'), 'audio/mpeg');
    assert.ok((await seconds(bytes)) > 3);
    const etag = response.headers.get('ETag') ?? '';
    assert.equal(etag, `"${createHash('sha256').update(bytes).digest('hex')}"`);
    assert.match(response.headers.get('Cache-Control') ?? '', /max-age=\d+/);
    const again = await plainGet(`${world.url}/api/v1/voices/slt/preview`, { 'If-None-Match': etag });
    assert.equal(again.status, 304);
    const part = await preview('slt/preview', { Range: 'bytes=0-99' });
    assert.deepEqual([part.response.status, part.bytes], [206, bytes.subarray(0, 100)]);
  });

  it('say what they are given, spoken once for all who ask', async () => {
    const gate = new Gate();
    world.faults.forge = (at) => gate.pass(at);
    const before = world.done.forged.length;
    const asked = Array.from({ length: 5 }, () =>
      preview('rms/preview?text=Tea%20is%20ready%2C%20at%20last.'),
    );
    await until('the voice is about to speak', () => gate.waiting.length > 0);
    gate.open();
    const answers = await Promise.all(asked);
    for (const { response, bytes } of answers) {
      assert.equal(response.status, 200);
      assert.deepEqual(bytes, answers[0]?.bytes);
    }
    world.mend();
    await preview('rms/preview?text=Tea%20is%20ready%2C%20at%20last.');
    assert.equal(world.done.forged.length - before, 1);
  });

  it('speak again when the stored sound was damaged', async () => {
    const text = 'rms/preview?text=The%20file%20will%20be%20damaged.';
    const before = await filesIn(world.mediaFolder);
    const { bytes } = await preview(text);
    const [stored] = (await filesIn(world.mediaFolder)).filter((name) => !before.includes(name));
    assert.ok(stored);
    await writeFile(path.join(world.mediaFolder, stored), bytes.subarray(0, 700));
    assert.deepEqual((await preview(text)).bytes, bytes);
  });

  it('are kept for an hour, and taken away by whoever asks for another then', async () => {
    const before = await filesIn(path.join(world.mediaFolder, 'previews'));
    await preview('rms/preview?text=An%20hour%20ago.');
    const [old] = (await filesIn(path.join(world.mediaFolder, 'previews'))).filter(
      (name) => !before.includes(name),
    );
    assert.ok(old);
    const hourAgo = new Date(Date.now() - 61 * 60_000);
    await utimes(path.join(world.mediaFolder, 'previews', old), hourAgo, hourAgo);
    await preview('rms/preview?text=Just%20now.');
    const left = await filesIn(path.join(world.mediaFolder, 'previews'));
    assert.equal(left.length, before.length + 1);
    assert.ok(!left.includes(old));
    // It is spoken again for whoever still wants it.
    assert.equal((await preview('rms/preview?text=An%20hour%20ago.')).response.status, 200);
  });

  const bad: Record<string, [string, number, string]> = {
    'an unknown voice': ['nobody/preview', 404, 'API_GW_VOICE_NOT_FOUND'],
    'a voice with a path for a name': ['..%2F..%2Fetc/preview', 404, 'API_GW_VOICE_NOT_FOUND'],
    'an empty text': ['slt/preview?text=', 400, 'API_GW_PREVIEW_TEXT_INVALID'],
    'two texts': ['slt/preview?text=a&text=b', 400, 'API_GW_PREVIEW_TEXT_INVALID'],
    'a text of 201 characters': [`slt/preview?text=${'a'.repeat(201)}`, 400, 'API_GW_PREVIEW_TEXT_INVALID'],
    'a text of punctuation': ['slt/preview?text=...!%3F', 400, 'VFA_NOTHING_TO_SPEAK'],
    'a text in another script': [
      `slt/preview?text=${encodeURIComponent('Привет, мир')}`,
      400,
      'VFA_UNSUPPORTED_SCRIPT',
    ],
  };
  for (const [name, [query, status, code]] of Object.entries(bad)) {
    it(`refuse ${name} as ${status} ${code}`, async () => {
      assertProblem(await send(world, `/api/v1/voices/${query}`), status, code);
    });
  }

  it('blame a text that the client chose for sound that does not pass the checks', async () => {
    world.faults.forge = () => {
      throw new AethercastError('VFA_SEGMENT_DURATION');
    };
    const chosen = await send(world, '/api/v1/voices/rms/preview?text=Zzzzzzz%20qqq');
    assertProblem(chosen, 400, 'VFA_UNSPEAKABLE_TEXT');
    assert.match(chosen.body.message, /The voice rms cannot speak this text properly/);
    world.mend();
    assert.equal((await preview('rms/preview?text=Zzzzzzz%20qqq')).response.status, 200);
  });

  it('name the voices there are to whom asks for another', async () => {
    const { body } = await send(world, '/api/v1/voices/nobody/preview');
    assert.match(body.message, /There is no voice named "nobody"\. Voices: heart, joe, /);
  });

  it('say that the engine is away, within seconds', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const connection = Connection.lazy({ address: `127.0.0.1:${port}` });
    const temporal = new Client({ connection, namespace: world.config.TEMPORAL_NAMESPACE });
    const url = await world.openGateway({ temporal });
    const began = Date.now();
    assertProblem(await away(url), 503, 'ENGINE_UNAVAILABLE');
    assert.ok(Date.now() - began < 9_000);
    await connection.close();
  });

  function away(url: string): Promise<Answer> {
    return send(world, '/api/v1/voices/slt/preview', { url });
  }
});

async function seconds(mp3: Uint8Array): Promise<number> {
  const { samples, complaints } = await decodeMp3(mp3, () => undefined);
  assert.deepEqual(complaints, []);
  assert.equal(samples, parseFrames(mp3).length * 1152);
  return samples / 44_100;
}

function germanCard() {
  const sha256 = createHash('sha256').update('model').digest('hex');
  return {
    name: 'anna',
    family: 'piper',
    model: 'anna-1',
    languages: ['de'],
    locale: 'de-DE',
    description: 'a test voice',
    licence: 'CC0-1.0',
    espeakVoice: 'de',
    gainDb: 0,
    pace: { perLineMs: 150, perCharacterMs: 60, perPauseMs: 200, perSentenceMs: 500 },
    modelFile: { file: 'anna.onnx', bytes: 5, sha256 },
  };
}
