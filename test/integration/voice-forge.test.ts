import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { AethercastError } from '../../platform/aethercast-error.js';
import { loadConfig } from '../../platform/config/load-config.js';
import { whyNoLocalEngine } from '../../voices/local-engine-here.js';
import { parseFrames } from '../../activities/audio/mp3-frames.js';
import {
  createVoiceForge,
  segmentKey,
  type ForgedSegment,
  type SegmentSpec,
} from '../../activities/voice-forge/voice-forge.js';
import { article, dialogue } from '../fakes/article.js';
import { decodeWhole } from '../fakes/decode.js';
import { loadReferenceMeter } from '../fakes/ebur128.js';

function coded(code: string, mention?: RegExp) {
  return (error: unknown) => {
    assert.ok(error instanceof AethercastError, String(error));
    assert.equal(error.code, code, error.message);
    if (mention) assert.match(error.message, mention);
    return true;
  };
}

describe('voice forge', function () {
  this.timeout(120_000);
  const forge = createVoiceForge(loadConfig({ SPEECH_THREADS: '2' }));
  const specs = dialogue(10).map((line) => forge.plan(line));
  let segments: ForgedSegment[];
  before(async () => {
    segments = await Promise.all(specs.map((spec) => forge.forge(spec)));
  });
  after(() => forge.close());

  it('gives segments of whole frames with exact durations and hashes', () => {
    for (const segment of segments) {
      const frames = parseFrames(segment.mp3);
      assert.equal(frames.length, segment.frames);
      assert.equal(frames[0]?.mainDataBegin, 0);
      assert.equal(segment.durationMs, (segment.frames * 1_152_000) / 44_100);
      assert.equal(createHash('sha256').update(segment.mp3).digest('hex'), segment.sha256);
    }
  });

  it('levels both voices to -19 LUFS under -1 dBTP, by an independent meter', async () => {
    const meter = await loadReferenceMeter();
    for (const segment of segments) {
      const samples = await decodeWhole(segment.mp3);
      assert.equal(samples.length, segment.frames * 1152);
      assert.ok(meter.dbtp(samples) <= -1);
      if (segment.loudnessLufs === null) continue;
      assert.ok(Math.abs(meter.lufs(samples) + 19) < 0.6, `${meter.lufs(samples)} LUFS`);
    }
    assert.ok(
      segments.some((segment) => segment.loudnessLufs === null),
      'one is under 3 s',
    );
  });

  it('brings lines under 3 s near the level by the calibrated gain', async () => {
    const meter = await loadReferenceMeter();
    for (const [at, segment] of segments.entries()) {
      if (segment.loudnessLufs !== null) continue;
      assert.ok(Math.abs(meter.lufs(await decodeWhole(segment.mp3)) + 19) < 3, `segment ${at}`);
    }
  });

  it('predicts the duration of a dialogue within 7 %', () => {
    for (const voice of ['slt', 'rms']) {
      const own = specs.map((_, at) => at).filter((at) => specs[at]?.voice === voice);
      const predicted = own.reduce((total, at) => total + forge.estimateMs(specs[at]!), 0);
      const real = own.reduce((total, at) => total + segments[at]!.durationMs, 0);
      assert.ok(Math.abs(predicted / real - 1) < 0.07, `${voice}: ${predicted} for ${real}`);
    }
  });

  it('joins lines without clicks, hiss or more silence than asked for', async () => {
    for (const [at, segment] of segments.entries()) {
      const samples = await decodeWhole(segment.mp3);
      assert.ok(
        samples.subarray(0, 600).every((sample) => Math.abs(sample) < 0.01),
        'begins in silence',
      );
      const lastSound = samples.findLastIndex((sample) => Math.abs(sample) > 0.003);
      const silenceMs = (samples.length - lastSound) / 44.1;
      const pauseMs = specs[at]!.pauseMs;
      assert.ok(silenceMs > pauseMs - 30 && silenceMs < pauseMs + 130, `${silenceMs} ms for ${pauseMs} ms`);
    }
  });

  it('gives the same bytes in any thread and any order', async () => {
    const alone = createVoiceForge(loadConfig({ SPEECH_THREADS: '1' }));
    try {
      for (const at of [9, 3, 0, 7, 4])
        assert.equal((await alone.forge(specs[at]!)).sha256, segments[at]!.sha256, `segment ${at}`);
    } finally {
      await alone.close();
    }
    const again = await Promise.all([...specs].reverse().map((spec) => forge.forge(spec)));
    assert.deepEqual(
      again.reverse().map((segment) => segment.sha256),
      segments.map((segment) => segment.sha256),
    );
  });

  it('addresses segments by everything that shapes them', () => {
    const spec = specs[0]!;
    const changes: Partial<SegmentSpec>[] = [
      { provider: 'x' }, { model: 'x' }, { voice: 'rms' }, { language: 'en-GB' }, { rate: 1.1 }, { pitch: 1.1 },
      { text: `${spec.text} ` }, { pauseMs: 1 },
    ]; // prettier-ignore
    const keys = [spec, ...changes.map((change) => ({ ...spec, ...change }))].map(segmentKey);
    assert.equal(new Set(keys).size, changes.length + 1);
    assert.match(keys[0]!, /^[0-9a-f]{64}$/);
    assert.equal(segmentKey({ ...spec }), keys[0]);
  });

  it('speaks faster and higher when asked', async () => {
    const line = dialogue(1)[0]!;
    const fast = await forge.forge(forge.plan({ ...line, rate: 1.25 }));
    const high = await forge.forge(forge.plan({ ...line, pitch: 1.3 }));
    const pause = line.pauseMs;
    const ratio = (segments[0]!.durationMs - pause) / (fast.durationMs - pause);
    assert.ok(ratio > 1.15 && ratio < 1.35, `${ratio}`);
    const [natural, raised] = [
      pitchOf(await decodeWhole(segments[0]!.mp3)),
      pitchOf(await decodeWhole(high.mp3)),
    ];
    assert.ok(raised / natural > 1.2 && raised / natural < 1.4, `${natural} Hz to ${raised} Hz`);
    assert.notEqual(high.sha256, segments[0]!.sha256);
  });

  describe('inspecting a stored segment', () => {
    it('measures the same as when it was forged', async () => {
      assert.deepEqual(await forge.inspect(segments[1]!.mp3, specs[1]!), {
        ...segments[1]!,
        mp3: segments[1]!.mp3,
      });
    });

    const spoilt: [string, (mp3: Uint8Array) => Uint8Array, string][] = [
      ['nothing at all', () => new Uint8Array(0), 'VFA_SEGMENT_UNDECODABLE'],
      ['a cut file', (mp3) => mp3.subarray(0, mp3.length - 100), 'VFA_SEGMENT_UNDECODABLE'],
      ['half the frames', (mp3) => half(mp3), 'VFA_SEGMENT_DURATION'],
      ['something else', () => Buffer.from('<html>not found</html>'), 'VFA_SEGMENT_UNDECODABLE'],
    ];
    for (const [name, spoil, code] of spoilt)
      it(`refuses ${name}`, async () => {
        await assert.rejects(forge.inspect(spoil(segments[3]!.mp3), specs[3]!), coded(code));
      });

    it('refuses the sound of another, longer line', async () => {
      await assert.rejects(
        forge.inspect(segments[8]!.mp3, specs[9]!),
        coded('VFA_SEGMENT_DURATION', /Thank you/),
      );
    });
  });

  describe('planning', () => {
    const line = { voice: 'slt', text: 'Hello.', language: 'en-US', pauseMs: 300 };

    it('resolves the voice and normalises the text', () => {
      assert.deepEqual(forge.plan({ ...line, text: 'It cost $5.' }), {
        provider: 'flite', model: 'flite-2.3', voice: 'slt', language: 'en-US', rate: 1, pitch: 1,
        text: 'It cost five dollars.', pauseMs: 300,
      }); // prettier-ignore
    });

    const bad: [string, object, string, RegExp][] = [
      ['a voice that is not there', { voice: 'nobody' }, 'VFA_UNKNOWN_VOICE', /slt, rms/],
      ['a language the voice does not speak', { language: 'de-DE' }, 'VFA_UNSUPPORTED_LANGUAGE', /de-DE/],
      ['letters it cannot read', { text: 'Hello мир' }, 'VFA_UNSUPPORTED_SCRIPT', /мир/],
      ['only punctuation', { text: '?!…' }, 'VFA_NOTHING_TO_SPEAK', /spoken/],
      ['only emoji', { text: '😀 🎧' }, 'VFA_NOTHING_TO_SPEAK', /😀/u],
      ['a text that never ends', { text: 'and on '.repeat(1000) }, 'VFA_TEXT_TOO_LONG', /4000/],
      ['figures that never end', { text: '7'.repeat(3000) }, 'VFA_TEXT_TOO_LONG', /4000/],
      ['a rate of nothing', { rate: 0 }, 'VFA_INVALID_VOICE_PARAMS', /rate/],
      ['a pitch that is no number', { pitch: Number.NaN }, 'VFA_INVALID_VOICE_PARAMS', /pitch/],
      [
        'a voice of Piper that is fast and low at once',
        { voice: 'joe', rate: 2, pitch: 0.5 },
        'VFA_INVALID_VOICE_PARAMS',
        /joe .* rate \(2\) divided by its pitch \(0\.50\)/,
      ],
      ['a pause of a minute', { pauseMs: 60_000 }, 'VFA_INVALID_VOICE_PARAMS', /pauseMs/],
    ];
    for (const [name, change, code, mention] of bad)
      it(`refuses ${name}`, () => {
        assert.throws(() => forge.plan({ ...line, ...change }), coded(code, mention));
      });
  });

  it('speaks a very long line in one go', async () => {
    const text = article.join(' ').repeat(4).slice(0, 3600);
    const segment = await forge.forge(forge.plan({ voice: 'slt', text, language: 'en', pauseMs: 300 }));
    assert.ok(segment.durationMs > 120_000);
    assert.equal((await decodeWhole(segment.mp3)).length, segment.frames * 1152);
  });
});

describe('voice forge when threads fail', function () {
  this.timeout(60_000);
  const forge = createVoiceForge(
    loadConfig({ SPEECH_THREADS: '2' }),
    new URL('../fakes/dying-forge-worker.js', import.meta.url),
  );
  const line = { voice: 'slt', language: 'en-US', pauseMs: 300 };
  after(() => forge.close());

  it('fails only the work of a thread that dies, as retryable, and goes on', async () => {
    const texts = ['One.', 'Die now.', 'Two.', 'Die again.', 'Throw it.', 'Three.'];
    const results = await Promise.allSettled(texts.map((text) => forge.forge(forge.plan({ ...line, text }))));
    assert.deepEqual(
      results.map((result) => result.status),
      ['fulfilled', 'rejected', 'fulfilled', 'rejected', 'rejected', 'fulfilled'],
    );
    for (const result of results) {
      if (result.status === 'fulfilled') continue;
      coded('VFA_SYNTHESIS_FAILED')(result.reason);
      assert.equal((result.reason as AethercastError).retryable, true);
    }
  });

  it('fails as retryable the line of a local voice whose thread dies in inference', async function () {
    const why = whyNoLocalEngine();
    if (why !== undefined) {
      console.log(`      skipped: ${why}`);
      this.skip();
    }
    for (const voice of ['heart', 'joe']) {
      const text = 'Sink with the ship, said the captain, and nobody answered him.';
      const error: unknown = await forge.forge(forge.plan({ ...line, voice, text })).catch((e: unknown) => e);
      coded('VFA_SYNTHESIS_FAILED', /thread that worked on this segment failed: .*9/)(error);
      assert.equal((error as AethercastError).retryable, true);
      const next = await forge.forge(forge.plan({ ...line, voice, text: 'The ship came home.' }));
      assert.ok(next.frames > 0);
    }
  });

  it('ends work that is aborted, with the reason of the signal', async () => {
    const controller = new AbortController();
    const reason = new Error('the listener left');
    const hanging = forge.forge(forge.plan({ ...line, text: 'Hang on.' }), controller.signal);
    controller.abort(reason);
    await assert.rejects(hanging, reason);
    await assert.rejects(forge.forge(forge.plan({ ...line, text: 'Late.' }), controller.signal), reason);
    assert.ok((await forge.forge(forge.plan({ ...line, text: 'Still here.' }))).frames > 0);
  });
});

function half(mp3: Uint8Array): Uint8Array {
  const frames = parseFrames(mp3);
  return mp3.subarray(0, frames[Math.floor(frames.length / 3)]?.offset);
}

/** The median pitch in Hz, by autocorrelation of windows of 40 ms that are clearly periodic. */
function pitchOf(samples: Float32Array): number {
  const pitches: number[] = [];
  for (let from = 0; from + 3528 < samples.length; from += 8820) {
    const lags = Array.from({ length: 480 }, (_, lag) => lag + 110);
    const strengths = lags.map((lag) => correlation(samples, from, lag));
    const best = strengths.indexOf(Math.max(...strengths));
    if (strengths[best]! > 0.8 * correlation(samples, from, 0) && strengths[best]! > 0.5)
      pitches.push(44_100 / lags[best]!);
  }
  return pitches.sort((a, b) => a - b)[pitches.length >> 1]!;
}

function correlation(samples: Float32Array, from: number, lag: number): number {
  let sum = 0;
  for (let at = from; at < from + 1764; at++) sum += samples[at]! * samples[at + lag]!;
  return sum;
}
