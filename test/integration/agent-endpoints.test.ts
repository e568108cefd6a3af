import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { localOwnerId } from '../../db/connect.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { goodFeeds, startNewsroom, type Newsroom } from '../fakes/newsroom.js';
import { openAgentEndpoints, resultOf, type AgentEndpoints } from '../support/agent-endpoints.js';
import { Gate } from '../support/faults.js';
import { assertProblem, send } from '../support/gateway-http.js';
import { chainProblem, ledger, steps } from '../support/runs.js';
import { storyOf } from '../support/sources.js';
import { openTemporaryFolder } from '../support/test-servers.js';
import { until } from '../support/until.js';
import { serviceToken } from '../support/store.js';
import { createWorld, type World } from '../support/world.js';

const voiced = {
  script: { title: 'A lamp', segments: [{ segment_title: 'INTRO', content: 'The lamp was lit in 1821.' }] },
  voice_params: { voice_name: 'slt', speaking_rate: 1.2 },
};
const topic = {
  topic_id: 'c0ffee00-0000-4000-8000-000000000001',
  content_brief: 'The lighthouse was lit in 1821. Three keepers lived in its tower.',
  topic_info: { title_suggestion: 'A lighthouse', summary: 'It was lit in 1821.', keywords: ['lighthouse'] },
};

/** Every endpoint that starts a task: a good body, and what its agent calls a missing key and bodies that are none. */
type EndpointCase = { body: Record<string, unknown>; agent: string; malformed: string; payload: string };
const endpointsOf: Record<string, EndpointCase> = {
  '/discover_topics': {
    body: { query: 'eclipse', limit: 3 },
    agent: 'TDA',
    malformed: 'TDA_MALFORMED_JSON',
    payload: 'TDA_INVALID_PAYLOAD',
  },
  '/craft_snippet': {
    body: topic,
    agent: 'SCA',
    malformed: 'SCA_INVALID_PAYLOAD',
    payload: 'SCA_INVALID_PAYLOAD',
  },
  '/v1/weave_script': {
    body: { topic: 'Skerry', content: storyOf('Skerry'), minutes: 0.75 },
    agent: 'PSWA',
    malformed: 'PSWA_MALFORMED_JSON',
    payload: 'PSWA_INVALID_PAYLOAD',
  },
  '/v1/forge_voice': {
    body: voiced,
    agent: 'VFA',
    malformed: 'VFA_MALFORMED_JSON',
    payload: 'VFA_INVALID_PAYLOAD',
  },
  '/generate_image': {
    body: { prompt: 'A lighthouse in a storm', aspect_ratio: '16:9' },
    agent: 'IGA',
    malformed: 'IGA_MALFORMED_JSON',
    payload: 'IGA_INVALID_PAYLOAD',
  },
  '/harvest': {
    body: { topic: 'eclipse' },
    agent: 'WCHA',
    malformed: 'WCHA_MALFORMED_JSON',
    payload: 'WCHA_INVALID_PAYLOAD',
  },
  '/v1/synthesize': {
    body: { text: 'The lamp was lit.', voice_id: 'slt' },
    agent: 'AIMS_TTS',
    malformed: 'AIMS_TTS_INVALID_REQUEST',
    payload: 'AIMS_TTS_INVALID_REQUEST',
  },
};

/** The model services tell errors in a form of their own. */
function codeOf(answer: { body: Record<string, unknown> }): unknown {
  const { error_code: code, error } = answer.body;
  return code ?? (error as { code: string } | undefined)?.code;
}

describe('the agents’ own endpoints', function () {
  this.timeout(120_000);
  let newsroom: Newsroom;
  let folder: string;
  let world: World;
  let endpoints: AgentEndpoints;

  before(async () => {
    newsroom = await startNewsroom();
    folder = await openTemporaryFolder('agent-endpoints-');
    world = await createWorld({
      env: {
        TEST_MODE: 'true',
        WCHA_TEST_ALLOWED_HOSTS: newsroom.host,
        FEEDS_FILE: await newsroom.feedList(folder, goodFeeds),
      },
    });
    endpoints = await openAgentEndpoints(world);
  });
  afterEach(() => {
    world.mend();
  });
  after(async () => {
    await world.close();
    await newsroom.close();
    await rm(folder, { recursive: true });
  });

  for (const [path, { body, agent, malformed, payload }] of Object.entries(endpointsOf)) {
    describe(path, () => {
      it('does its work once: accepted, done, and the same answer to the same key', async () => {
        const key = `good ${path}`;
        const taken = await endpoints.ask(path, key, body, { 'X-Workflow-ID': 'their own' });
        assert.equal(taken.status, 202, taken.text);
        const id = taken.body['task_id'] as string;
        assert.deepEqual(
          [taken.body['status_url'], taken.body['idempotency_key_processed'], taken.headers.get('Location')],
          [`/v1/tasks/${id}`, key, `/v1/tasks/${id}`],
        );
        assert.equal(taken.headers.get('Idempotency-Replayed'), 'false');

        const end = await endpoints.ended(id);
        assert.deepEqual([end.status, end.body.status], [200, 'SUCCESS'], end.text);
        const again = await endpoints.ask(path, key, body);
        assert.deepEqual(
          [again.status, again.headers.get('Idempotency-Replayed'), again.text],
          [200, 'true', end.text],
        );
        const old = await endpoints.send(`/tasks/${id}`);
        assert.equal(old.text, end.text);

        const other = await endpoints.ask(path, key, { ...body, extra: 1 });
        assert.deepEqual([other.status, codeOf(other)], [422, 'IDEMPOTENCY_KEY_REUSED']);
        assert.equal(await chainProblem(world, id), undefined);
        const record = await world.db
          .selectFrom('workflow_instances')
          .select(['trigger_event_type', 'trigger_event_details_json as details'])
          .where('workflow_id', '=', id)
          .executeTakeFirstOrThrow();
        assert.equal(record.trigger_event_type, 'agent_task');
        assert.equal((record.details as Record<string, unknown>)['client_workflow_id'], 'their own');
      });

      it('is closed to who has no service token, and is not on the public listener', async () => {
        assertProblem(
          await endpoints.send(path, { key: 'no token', body, headers: { Authorization: 'Bearer wrong' } }),
          401,
          'API_GW_UNAUTHORIZED',
        );
        const headers = { Authorization: `Bearer ${serviceToken}` };
        assertProblem(await send(world, path, { key: 'public', body, headers }), 404, 'API_GW_NOT_FOUND');
      });

      it('wants an idempotency key', async () => {
        const answer = await endpoints.send(path, { body });
        assert.deepEqual([answer.status, codeOf(answer)], [400, `${agent}_MISSING_IDEMPOTENCY_KEY`]);
        const bad = await endpoints.ask(path, 'x'.repeat(256), body);
        assert.deepEqual([bad.status, codeOf(bad)], [400, 'API_GW_IDEMPOTENCY_KEY_INVALID']);
      });

      it('refuses what is no JSON, no object, or too large', async () => {
        const broken = await endpoints.ask(path, 'broken', '{"a":');
        assert.deepEqual([broken.status, codeOf(broken)], [400, malformed]);
        const list = await endpoints.ask(path, 'list', []);
        assert.deepEqual([list.status, codeOf(list)], [400, payload]);
        const large = await endpoints.ask(path, 'large', { ...body, large: 'x'.repeat(1_100_000) });
        assert.deepEqual([large.status, codeOf(large)], [413, 'API_GW_BODY_TOO_LARGE']);
        const form = await endpoints.send(path, {
          key: 'form',
          body: 'a=1',
          headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        });
        assert.deepEqual([form.status, codeOf(form)], [415, 'API_GW_UNSUPPORTED_MEDIA_TYPE']);
      });
    });
  }

  const refusals: [string, Record<string, unknown>, string][] = [
    ['/discover_topics', { query: '' }, 'TDA_INVALID_QUERY'],
    ['/discover_topics', { query: 7 }, 'TDA_INVALID_QUERY'],
    ['/discover_topics', { limit: 'many' }, 'TDA_INVALID_LIMIT_TYPE'],
    ['/discover_topics', { limit: 1.5 }, 'TDA_INVALID_LIMIT_TYPE'],
    ['/discover_topics', { limit: 0 }, 'TDA_INVALID_LIMIT_RANGE'],
    ['/discover_topics', { limit: 51 }, 'TDA_INVALID_LIMIT_RANGE'],
    ['/craft_snippet', { topic_id: topic.topic_id }, 'SCA_MISSING_FIELDS'],
    ['/craft_snippet', { ...topic, topic_id: 'seven' }, 'SCA_INVALID_PAYLOAD'],
    ['/craft_snippet', { ...topic, topic_info: { keywords: [] } }, 'SCA_INVALID_PAYLOAD'],
    ['/v1/weave_script', { topic: 'A', content: '' }, 'PSWA_INVALID_CONTENT'],
    ['/v1/weave_script', { topic: 'A', content: 'nul \0 nul' }, 'PSWA_INVALID_CONTENT'],
    ['/v1/weave_script', { topic: 'A', content: 'x'.repeat(400_001) }, 'PSWA_CONTENT_TOO_LONG'],
    ['/v1/weave_script', { topic: '', content: 'Text.' }, 'PSWA_INVALID_TOPIC'],
    ['/v1/weave_script', { topic: 'A', content: 'Text.', minutes: 900 }, 'PSWA_INVALID_PAYLOAD'],
    ['/v1/weave_script', { topic: 'A', content: 'Text.', language: 'tlh' }, 'API_GW_UNSUPPORTED_LANGUAGE'],
    ['/v1/forge_voice', { script: 'Say this.' }, 'VFA_INVALID_SCRIPT_PAYLOAD'],
    ['/v1/forge_voice', { script: { title: 'Only that' } }, 'VFA_INVALID_SCRIPT_PAYLOAD'],
    ['/v1/forge_voice', { ...voiced, voice_params: 'loud' }, 'VFA_INVALID_VOICE_PARAMS_TYPE'],
    ['/v1/forge_voice', { ...voiced, voice_params: { voice_name: 'nobody' } }, 'VFA_UNKNOWN_VOICE'],
    ['/generate_image', {}, 'IGA_BAD_REQUEST_PROMPT_MISSING'],
    ['/generate_image', { prompt: '  ' }, 'IGA_BAD_REQUEST_PROMPT_MISSING'],
    ['/generate_image', { prompt: 'x'.repeat(4_001) }, 'IGA_PROMPT_TOO_LONG'],
    ['/generate_image', { prompt: 'x', aspect_ratio: '100:1' }, 'IGA_INVALID_ASPECT_RATIO'],
    ['/generate_image', { prompt: 'x', add_watermark: 'yes' }, 'IGA_INVALID_PAYLOAD'],
    ['/harvest', {}, 'WCHA_MISSING_PARAMETERS'],
    ['/harvest', { topic: 'x', url: 'https://example.org/' }, 'WCHA_INVALID_PAYLOAD'],
    ['/harvest', { topic: 'x', use_search: false }, 'WCHA_INVALID_PAYLOAD'],
    ['/harvest', { topic: 'x', max_results: 0 }, 'WCHA_INVALID_PAYLOAD'],
    ['/harvest', { url: 'ftp://example.org/' }, 'WCHA_URL_INVALID'],
    ['/harvest', { url: 'http://169.254.169.254/' }, 'WCHA_URL_BLOCKED'],
    ['/v1/synthesize', {}, 'AIMS_TTS_INVALID_REQUEST'],
    ['/v1/synthesize', { text: 'x'.repeat(5_001) }, 'AIMS_TTS_INVALID_REQUEST'],
    ['/v1/synthesize', { text: 'x', audio_format: 'OGG_OPUS' }, 'AIMS_TTS_INVALID_REQUEST'],
    ['/v1/synthesize', { text: 'x', voice_id: 'en-US-Wavenet-D' }, 'VFA_UNKNOWN_VOICE'],
    ['/v1/synthesize', { text: 'x', voice_id: 'slt', language_code: 'de-DE' }, 'API_GW_UNSUPPORTED_LANGUAGE'],
    ['/v1/generate', {}, 'AIMS_INVALID_REQUEST'],
    ['/v1/generate', { prompt: 'x', temperature: 3 }, 'AIMS_INVALID_REQUEST'],
  ];
  for (const [path, body, code] of refusals) {
    it(`${path} refuses ${JSON.stringify(body).slice(0, 70)} as ${code}`, async () => {
      const answer = await endpoints.ask(path, randomUUID(), body);
      assert.deepEqual([answer.status, codeOf(answer)], [400, code], answer.text);
    });
  }

  it('/v1/generate says that no language model is configured, in the form of the model services', async () => {
    const answer = await endpoints.ask('/v1/generate', 'model', { prompt: 'Write.' });
    assert.equal(answer.status, 503);
    assert.deepEqual(
      { ...(answer.body['error'] as object), message: '' },
      { type: 'configuration_error', code: 'AIMS_NOT_CONFIGURED', message: '' },
    );
    const keyless = await endpoints.send('/v1/generate', { body: { prompt: 'Write.' } });
    assert.deepEqual([keyless.status, codeOf(keyless)], [400, 'AIMS_MISSING_IDEMPOTENCY_KEY']);
    const broken = await endpoints.ask('/v1/generate', 'model', '{');
    assert.deepEqual([broken.status, codeOf(broken)], [400, 'AIMS_INVALID_REQUEST']);
  });

  it('tasks that are none are not found', async () => {
    for (const id of [randomUUID(), 'seven'])
      assertProblem(await endpoints.task(id), 404, 'API_GW_TASK_NOT_FOUND');
  });

  it('discovery answers topics with their sources', async () => {
    const end = await endpoints.done('/discover_topics', 'topics', { query: 'eclipse', limit: 2 });
    const topics = resultOf(end)['discovered_topics'] as { potential_sources: { url: string }[] }[];
    assert.ok(topics.length >= 1 && topics.length <= 2);
    assert.ok(topics.every(({ potential_sources: sources }) => sources[0]?.url.includes(newsroom.host)));
  });

  it('a snippet says what its brief says', async () => {
    const snippet = resultOf(await endpoints.done('/craft_snippet', 'snippet', topic));
    assert.equal(snippet['topic_id'], topic.topic_id);
    assert.match(String(snippet['text_content']), /Three keepers lived in its tower\./);
    assert.equal(snippet['image_url'], null);
  });

  it('a summary is cut between two words, never within a character', async () => {
    const summary = `${'Storms. '.repeat(31)}x${'😀'.repeat(400)}`;
    const info = { ...topic.topic_info, summary };
    const body = { ...topic, content_brief: '😀'.repeat(400), topic_info: info };
    const answer = await endpoints.done('/craft_snippet', 'emoji', body);
    assert.equal(answer.status, 200, answer.text);
    assert.doesNotMatch(String(resultOf(answer)['summary']), /\p{Surrogate}/u);
  });

  it('a script is woven, and taken from the cache when an equal one is asked for', async () => {
    const body = { ...endpointsOf['/v1/weave_script']!.body, persona: 'ConversationalExplorer' };
    const first = resultOf(await endpoints.done('/v1/weave_script', 'weave 1', body));
    assert.equal(first['status_for_metric'], 'success_generation_async');
    const script = first['script_data'] as { segments: { segment_title: string }[]; persona_used: string };
    assert.deepEqual(
      [script.segments[0]?.segment_title, script.segments.at(-1)?.segment_title, script.persona_used],
      ['INTRO', 'OUTRO', 'ConversationalExplorer'],
    );
    const second = resultOf(await endpoints.done('/v1/weave_script', 'weave 2', body));
    assert.equal(second['status_for_metric'], 'success_cache_hit');
  });

  it('a woven script is forged line by line by its speakers; a plain one is read with its titles', async () => {
    const woven = resultOf(
      await endpoints.done('/v1/weave_script', 'weave 3', endpointsOf['/v1/weave_script']!.body),
    );
    const forged = resultOf(
      await endpoints.done('/v1/forge_voice', 'forge 1', { script: woven['script_data'] }),
    );
    await assertFinished(forged);
    const settings = forged['tts_settings_used'] as { voice_name: string };
    assert.equal(settings.voice_name.split(', ').length, 2);

    const plain = {
      script: {
        title: 'Skerry',
        intro: 'Welcome to Skerry.',
        segments: [{ segment_title: 'The lamp', content: storyOf('Skerry') }],
        outro: 'Goodbye.',
      },
      voice_params: { voice_name: 'slt', speaking_rate: 3, pitch: 1 },
    };
    const read = resultOf(await endpoints.done('/v1/forge_voice', 'forge 2', plain));
    await assertFinished(read);
    assert.deepEqual(read['tts_settings_used'], {
      voice_name: 'slt',
      language_code: 'en-US',
      speaking_rate: 2,
      pitch: 1,
      audio_encoding: 'MP3',
      speaking_rate_adjusted: 3,
    });
  });

  it('a line of somebody who is none of the script’s speakers is refused by name', async () => {
    const lines = [{ speaker: 'Bem', text: 'Nobody knows my voice.' }];
    const script = { speakers: [{ name: 'Ada' }, { name: 'Ben' }], segments: [{ lines }] };
    const { status, body } = await endpoints.send('/v1/forge_voice', { key: randomUUID(), body: { script } });
    assert.deepEqual([status, body['error_code']], [400, 'VFA_INVALID_SCRIPT_PAYLOAD']);
    assert.match(String(body['detail']), /"Bem".*Ada, Ben/);
  });

  it('a script of the weaver’s error, or of too few words, is skipped; one without words fails', async () => {
    const error = { segments: [{ segment_title: 'ERROR', content: 'Insufficient content for a script.' }] };
    for (const script of [error, { full_raw_script: 'Too short.' }]) {
      const end = await endpoints.done('/v1/forge_voice', randomUUID(), { script });
      assert.deepEqual([end.status, resultOf(end)['status']], [200, 'skipped']);
    }
    const end = await endpoints.done('/v1/forge_voice', 'no text', { script: { full_raw_script: '***' } });
    assertFailed(end, 500, 'VFA_SCRIPT_ERROR_NO_TEXT');
  });

  it('speech is an MP3 or a WAV of the same sound', async () => {
    const text = `${storyOf('Skerry')}\n\n***\n\nThe end.`;
    const mp3 = resultOf(await endpoints.done('/v1/synthesize', 'mp3', { text, voice_id: 'slt' }));
    const wav = resultOf(
      await endpoints.done('/v1/synthesize', 'wav', { text, voice_id: 'slt', audio_format: 'LINEAR16' }),
    );
    const seconds = Number(mp3['audio_duration_seconds']);
    assert.ok(seconds > 20, `${seconds} s`);
    assert.equal(wav['audio_duration_seconds'], seconds);
    const sound = await world.media.read(String(wav['audio_url']));
    assert.equal(sound.subarray(0, 4).toString('latin1'), 'RIFF');
    assert.equal(sound.length, 44 + Math.round(seconds * 44_100) * 2);
    const nothing = await endpoints.done('/v1/synthesize', 'nothing', { text: '***' });
    assertFailed(nothing, 500, 'VFA_NOTHING_TO_SPEAK');
  });

  it('an image has the ratio asked for and tells its prompt and model', async () => {
    const image = resultOf(
      await endpoints.done('/generate_image', 'image', {
        prompt: 'A lamp',
        aspect_ratio: '2:1',
        add_watermark: false,
      }),
    );
    assert.deepEqual(Object.keys(image), ['image_url', 'prompt_used', 'model_version']);
    assert.match(String(image['image_url']), /\/images\/iga\/.*\.png$/);
    const png = await world.media.read(String(image['image_url']));
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1400, 700]);
  });

  it('a page is harvested, or the best of what a search finds', async () => {
    const url = newsroom.url('/articles/eclipse');
    const page = resultOf(await endpoints.done('/harvest', 'page', { url, min_length: 200 }));
    assert.deepEqual([page['status'], page['source_urls']], ['success', [url]]);
    assert.ok(String(page['content']).startsWith(`Source: ${url}\n`));
    const short = await endpoints.done('/harvest', 'short', { url, min_length: 900_000 });
    assertFailed(short, 500, 'WCHA_CONTENT_TOO_SHORT');
    const gone = await endpoints.done('/harvest', 'gone', { url: newsroom.url('/bad/404') });
    assertFailed(gone, 500, 'WCHA_HTTP_STATUS');
    const found = resultOf(
      await endpoints.done('/harvest', 'found', { topic: 'eclipse', use_search: true, max_results: 2 }),
    );
    assert.equal((found['source_urls'] as string[]).length, 2);
    assert.match(String(found['content']), /\n---\n/);
    const nothing = await endpoints.done('/harvest', 'nothing', { topic: 'zyzzyva xylograph' });
    assertFailed(nothing, 500, 'WCHA_NO_SEARCH_RESULTS');
  });

  it('a running task is 202 with the same id, and one that failed runs again', async () => {
    const gate = new Gate();
    world.faults.forge = async (at) => {
      await gate.pass(at);
      throw new AethercastError('VFA_SEGMENT_SILENT');
    };
    const body = { text: 'Waiting at the gate.', voice_id: 'slt' };
    const first = await endpoints.ask('/v1/synthesize', 'gate', body);
    await until('the voice is at work', () => gate.waiting.length > 0);
    const id = first.body['task_id'] as string;
    const running = await endpoints.task(id);
    assert.deepEqual([running.status, running.body.status, running.body['result']], [202, 'STARTED', null]);
    const second = await endpoints.ask('/v1/synthesize', 'gate', body);
    assert.deepEqual(
      [second.status, second.body['task_id'], second.headers.get('Idempotency-Replayed')],
      [202, id, 'true'],
    );
    gate.open();
    assertFailed(await endpoints.ended(id), 500, 'VFA_SEGMENT_SILENT');

    world.mend();
    const third = await endpoints.ask('/v1/synthesize', 'gate', body);
    assert.deepEqual([third.status, third.body['task_id']], [202, id]);
    await until('the second attempt ends well', async () => (await endpoints.task(id)).status === 200);
    const [step] = Object.values(await steps(world, id));
    assert.deepEqual([step?.agent_name, step?.run_number, step?.status], ['AIMS_TTS', 2, 'completed']);
    assert.deepEqual(
      (await ledger(world, id)).map(({ outcome }) => outcome),
      ['failed', 'succeeded'],
    );
  });

  it('one step that fails in passing is tried again, and shown so', async () => {
    let tries = 0;
    world.faults.forge = () => {
      tries += 1;
      if (tries === 1) throw new AethercastError('VFA_SYNTHESIS_FAILED');
    };
    const end = await endpoints.done('/v1/synthesize', 'passing', {
      text: 'Passing trouble.',
      voice_id: 'slt',
    });
    assert.equal(end.status, 200, end.text);
    assert.ok(tries >= 2);
  });

  for (const [path, status] of [
    ['/v1/synthesize', 409],
    ['/generate_image', 200],
  ] as const) {
    it(`${path} tells work that somebody else is at with ${status}, and does it when they are gone`, async () => {
      // The step's key has the task's id, which is known once it is taken: without workers nothing begins before that.
      await world.stopWorkers();
      const body = endpointsOf[path]!.body;
      const taken = await endpoints.ask(path, 'locked', { ...body });
      const id = taken.body['task_id'] as string;
      assert.equal((await endpoints.task(id)).body.status, 'PENDING');
      await plantLock(path, id);
      await world.startWorkers();
      const conflict = await endpoints.ended(id);
      assert.deepEqual([conflict.status, conflict.body.status], [status, 'SUCCESS'], conflict.text);
      assert.deepEqual(
        { ...resultOf(conflict), message: '' },
        { status: 'PROCESSING_CONFLICT', message: '', idempotency_key: 'locked' },
      );
      await world.db.deleteFrom('idempotency_keys').where('lock_owner', '=', 'a stranger').execute();
      assert.equal((await endpoints.ask(path, 'locked', body)).status, 202);
      await until('the work is done', async () => {
        const answer = await endpoints.task(id);
        return answer.status === 200 && !answer.text.includes('CONFLICT');
      });
    });
  }

  async function plantLock(path: string, id: string): Promise<void> {
    const taskName =
      path === '/generate_image' ? 'generate_image_vertex_ai_task' : 'aims_invoke_tts_google_task';
    await world.db
      .insertInto('idempotency_keys')
      .values({
        owner_id: localOwnerId,
        task_name: taskName,
        idempotency_key: `${id}:${taskName}`,
        status: 'processing',
        locked_at: new Date() as never,
        lock_owner: 'a stranger',
        lock_run: 1,
        lock_attempt: 1,
      })
      .execute();
  }

  async function assertFinished(result: Record<string, unknown>): Promise<void> {
    assert.equal(result['status'], 'success', JSON.stringify(result));
    assert.equal(result['stream_id'], null);
    const file = await world.media.read(String(result['audio_filepath']));
    assert.equal(file.length, result['audio_bytes']);
    assert.equal(file.subarray(0, 3).toString('latin1'), 'ID3');
  }

  function assertFailed(
    answer: Awaited<ReturnType<AgentEndpoints['task']>>,
    status: number,
    code: string,
  ): void {
    assert.deepEqual([answer.status, answer.body.status], [status, 'FAILURE'], answer.text);
    const { error } = resultOf(answer) as { error: { type: string; code: string; message: string } };
    assert.deepEqual([error.type, error.code], ['task_failed', code], answer.text);
    assert.notEqual(error.message, '');
  }
});
