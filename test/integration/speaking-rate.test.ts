import assert from 'node:assert/strict';
import { listSegments } from '../../db/episode-segments.js';
import { parseSpeaker } from '../../cli/make/speaker-option.js';
import { createVoiceForge } from '../../activities/voice-forge/voice-forge.js';
import { loadConfig } from '../../platform/config/load-config.js';
import { whyNoLocalEngine } from '../../voices/local-engine-here.js';
import { linesOf } from '../../workflows/contract/script.js';
import { manifestOf, order, ordered, scriptOf, assertProblem } from '../support/gateway-http.js';
import { ended } from '../support/runs.js';
import { requestOf, storyOf } from '../support/sources.js';
import { createWorld, type World } from '../support/world.js';

describe("a speaker's own rate", function () {
  this.timeout(60_000);
  let world: World;
  before(async () => {
    world = await createWorld();
  });
  after(() => world.close());

  const speakers = [
    { name: 'Ann', voice: 'slt', speaking_rate: 1.6 },
    { name: 'Bob', voice: 'rms' },
  ];
  const request = { ...requestOf('Rates', storyOf('Rates')), voice_params: { speaking_rate: 0.8 }, speakers };

  it('is what that speaker speaks at, in the plan, the record and the manifest', async () => {
    const id = await ordered(world, request);
    const episode = await ended(world, id);
    assert.equal(episode.overall_status, 'completed', episode.error_message ?? '');
    const [script, manifest] = [await scriptOf(world, id), await manifestOf(world, id)];
    assert.deepEqual(
      manifest.speakers.map(({ name, speaking_rate }) => [name, speaking_rate]),
      [
        ['Ann', 1.6],
        ['Bob', 0.8],
      ],
    );
    const used = episode.tts_settings_used as { speaking_rate: number; speakers: object[] };
    assert.equal(used.speaking_rate, 0.8);
    assert.deepEqual(used.speakers, [
      { name: 'Ann', voice: 'slt', speaking_rate: 1.6 },
      { name: 'Bob', voice: 'rms', speaking_rate: 0.8 },
    ]);
    // The length that was asked for is met only when the estimate knows both rates.
    const wishedMs = request.minutes * 60_000;
    assert.ok(Math.abs((episode.duration_ms ?? 0) - wishedMs) < 0.15 * wishedMs, `${episode.duration_ms} ms`);

    const letters = new Map<string, number>();
    const ms = new Map<string, number>();
    for (const [seq, { durationMs }] of (await listSegments(world.db, id)).entries()) {
      const line = linesOf(script)[seq];
      assert.ok(line);
      letters.set(line.speaker, (letters.get(line.speaker) ?? 0) + line.text.replace(/\W/g, '').length);
      ms.set(line.speaker, (ms.get(line.speaker) ?? 0) + durationMs);
    }
    const [ann, bob] = ['Ann', 'Bob'].map((name) => (ms.get(name) ?? 0) / (letters.get(name) ?? 1));
    assert.ok(ann && bob);
    // rms is slower by a tenth of its own; pauses take the same time at any rate.
    assert.ok(bob > 1.5 * ann, `${bob} ${ann} ms`);
  });

  it('makes another script of the same wish', async () => {
    const one = await ended(world, await ordered(world, request));
    const slower = [{ ...speakers[0], speaking_rate: 0.8 }, speakers[1]];
    const two = await ended(world, await ordered(world, { ...request, speakers: slower }));
    const [first, second] = [await scriptOf(world, one.podcast_id), await scriptOf(world, two.podcast_id)];
    assert.notEqual(first.script_id, second.script_id);
    assert.ok(second.word_count < first.word_count, `${second.word_count} ${first.word_count} words`);
  });

  it('is refused together with a pitch that a Piper voice cannot have at that speed', async () => {
    const body = {
      ...request,
      voice_params: { pitch: -12 },
      speakers: [{ name: 'Ann', voice: 'joe', speaking_rate: 1.5 }],
    };
    const answer = await order(world, body);
    const why = whyNoLocalEngine();
    if (why === undefined) {
      assertProblem(answer, 400, 'VFA_INVALID_VOICE_PARAMS');
      assert.match(answer.body.message, /joe cannot speak this fast and this low at the same time/);
    } else assertProblem(answer, 503, 'VFA_ENGINE_UNAVAILABLE');
  });

  it('is met by the local voices at both ends of the range', async function () {
    const why = whyNoLocalEngine();
    if (why !== undefined) {
      console.log(`      skipped: ${why}`);
      this.skip();
    }
    const forge = createVoiceForge(loadConfig({ SPEECH_THREADS: '2' }));
    try {
      const text = 'Storms stopped the work for most of every winter, because no boat could land.';
      for (const voice of ['heart', 'joe']) {
        const lengths = await Promise.all(
          [0.5, 1, 2].map(async (rate) => {
            const { durationMs } = await forge.forge(
              forge.plan({ voice, text, language: 'en', pauseMs: 0, rate }),
            );
            return durationMs * rate;
          }),
        );
        const [slow = 0, own = 1, fast = 0] = lengths;
        for (const [rate, length] of [
          [0.5, slow],
          [2, fast],
        ] as const)
          assert.ok(Math.abs(length / own - 1) < 0.15, `${voice} at ${rate}: ${length / own} of its length`);
      }
    } finally {
      await forge.close();
    }
  });

  it('is given on the command line after the voice', () => {
    assert.deepEqual(parseSpeaker('Ada'), { name: 'Ada' });
    assert.deepEqual(parseSpeaker('Ada=heart'), { name: 'Ada', voice: 'heart' });
    assert.deepEqual(parseSpeaker('Ada=heart@1.25'), { name: 'Ada', voice: 'heart', speaking_rate: 1.25 });
    assert.deepEqual(parseSpeaker('ada@example.org=joe'), { name: 'ada@example.org', voice: 'joe' });
    for (const [text, message] of [
      ['', /needs a name/],
      ['=heart', /needs a name/],
      ['Ada=heart@', /from 0\.5 to 2/],
      ['Ada=heart@fast', /from 0\.5 to 2/],
      ['Ada=heart@2.5', /from 0\.5 to 2/],
    ] as const)
      assert.throws(() => parseSpeaker(text), message);
  });
});
