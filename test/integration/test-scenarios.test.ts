import assert from 'node:assert/strict';
import { openAgentEndpoints, resultOf, type AgentEndpoints } from '../support/agent-endpoints.js';
import { assertProblem, ordered, scriptOf } from '../support/gateway-http.js';
import { ended } from '../support/runs.js';
import { requestOf, storyOf } from '../support/sources.js';
import { createWorld, type World } from '../support/world.js';

const topic = {
  topic_id: 'c0ffee00-0000-4000-8000-000000000002',
  content_brief: 'The lighthouse was lit in 1821.',
  topic_info: { title_suggestion: 'A lighthouse', summary: 'It was lit in 1821.', keywords: [] },
};
const weave = { topic: 'Skerry', content: storyOf('Skerry'), minutes: 0.5 };
const forge = {
  script: { full_raw_script: 'The lamp of Skerry was lit in 1821.' },
  voice_params: { voice_name: 'slt' },
};
const image = { prompt: 'A lamp' };

describe('test scenarios', function () {
  this.timeout(60_000);
  let world: World;
  let endpoints: AgentEndpoints;
  before(async () => {
    world = await createWorld({ env: { TEST_MODE: 'true' } });
    endpoints = await openAgentEndpoints(world);
  });
  after(() => world.close());

  it('of success run an episode to its end, marked as a test', async () => {
    const id = await ordered(world, {
      ...requestOf('Scenario'),
      test_scenarios: { pswa: 'default_success', vfa: 'default' },
    });
    const end = await ended(world, id);
    assert.equal(end.status, 'completed', end.error_message ?? '');
    assert.match(end.final_audio_filepath ?? '', /\.mp3$/);
    const settings = end.tts_settings_used ?? {};
    assert.ok('voice_name' in settings && 'speaking_rate' in settings);
    assert.ok(end.orchestration_log.length > 0);
    const script = await scriptOf(world, id);
    assert.deepEqual([script.source, script.llm_model_used], ['test_mode_generation', 'test-mode-model']);
    const kept = await world.db.selectFrom('generated_scripts').selectAll().execute();
    assert.deepEqual(kept, [], 'a test’s script is never cached');
  });

  const failures: [Record<string, string>, string, RegExp][] = [
    [{ pswa: 'insufficient_content' }, 'failed_pswa_request_exception', /HTTP 400.*insufficient/],
    [{ vfa: 'vfa_error_tts' }, 'failed_vfa_request_exception', /HTTP 500/],
    [{ vfa: 'vfa_error_aims_tts' }, 'failed_vfa_request_exception', /HTTP 500/],
    [{ vfa: 'vfa_logical_error_response' }, 'failed_vfa_reported_error', /VFA_TEST_LOGICAL_ERROR/],
    [{ pswa: 'pswa_internal_error_valid_json' }, 'failed_pswa_bad_script_structure', /not a script/],
    [{ pswa: 'empty_segments' }, 'failed_pswa_bad_script_structure', /no segments/],
    [{ pswa: 'llm_error' }, 'failed_pswa_request_exception', /language model/],
    [{ pswa: 'malformed_json' }, 'failed_pswa_json_decode', /JSON/],
  ];
  for (const [test_scenarios, status, message] of failures) {
    it(`${JSON.stringify(test_scenarios)} ends an episode as ${status}`, async () => {
      const id = await ordered(world, { ...requestOf(status), test_scenarios });
      const end = await ended(world, id);
      assert.deepEqual([end.overall_status, end.status], ['failed', status]);
      assert.match(end.error_message ?? '', message);
    });
  }

  const tasks: [string, Record<string, unknown>, string, number, string][] = [
    ['/discover_topics', { error_trigger: 'tda_error' }, '', 500, 'TDA_SIMULATED_ERROR'],
    ['/craft_snippet', { ...topic, error_trigger: 'sca_error' }, '', 500, 'SCA_SIMULATED_ERROR'],
    ['/v1/weave_script', weave, 'llm_error', 500, 'LLM_PROCESSING_ERROR'],
    ['/v1/weave_script', weave, 'malformed_json', 500, 'AIMS_BAD_JSON_RESPONSE'],
    ['/v1/weave_script', weave, 'empty_segments', 500, 'PSWA_BAD_SCRIPT_STRUCTURE'],
    ['/v1/forge_voice', forge, 'vfa_error_tts', 500, 'VFA_TEST_MODE_TTS_API_ERROR'],
    ['/v1/forge_voice', forge, 'vfa_error_aims_tts', 500, 'VFA_TEST_MODE_AIMS_TTS_ERROR'],
    ['/v1/forge_voice', forge, 'vfa_error_file_save', 500, 'VFA_TEST_MODE_FILE_SAVE_ERROR'],
    ['/generate_image', image, 'error_vertex_ai', 200, 'IGA_TEST_VERTEX_AI_ERROR'],
  ];
  for (const [path, body, scenario, status, code] of tasks) {
    it(`${path} fails as ${code} when asked to`, async () => {
      const headers: Record<string, string> = scenario === '' ? {} : { 'X-Test-Scenario': scenario };
      const end = await endpoints.done(path, code, body, headers);
      assert.deepEqual([end.status, end.body.status], [status, 'FAILURE'], end.text);
      assert.equal((resultOf(end)['error'] as { code: string }).code, code);
    });
  }

  it('answer without having worked where that is what they are for', async () => {
    const thin = resultOf(
      await endpoints.done('/v1/weave_script', 'thin', weave, { 'X-Test-Scenario': 'insufficient_content' }),
    );
    assert.deepEqual(Object.keys(thin), ['error', 'message', 'topic']);
    const logical = await endpoints.done('/v1/forge_voice', 'logical', forge, {
      'X-Test-Scenario': 'vfa_logical_error_response',
    });
    assert.deepEqual([logical.status, resultOf(logical)['status']], [200, 'error']);
    assert.match(String(resultOf(logical)['message']), /VFA_TEST_LOGICAL_ERROR/);
    const pixel = resultOf(
      await endpoints.done('/generate_image', 'pixel', image, { 'X-Test-Scenario': 'success_placeholder' }),
    );
    const png = await world.media.read(String(pixel['image_url']));
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1, 1]);
    const real = await endpoints.done('/v1/forge_voice', 'real', forge, {
      'X-Test-Scenario': 'default_success',
    });
    assert.deepEqual([real.status, resultOf(real)['status']], [200, 'success'], real.text);
  });

  it('are part of what a key stands for, and must exist', async () => {
    await endpoints.done('/generate_image', 'scenario key', image, {
      'X-Test-Scenario': 'success_placeholder',
    });
    const without = await endpoints.ask('/generate_image', 'scenario key', image);
    assertProblem(without, 422, 'IDEMPOTENCY_KEY_REUSED');
    const unknown = await endpoints.ask('/generate_image', 'unknown', image, { 'X-Test-Scenario': 'boom' });
    assertProblem(unknown, 400, 'TEST_SCENARIO_UNKNOWN');
  });

  it('are refused outside of test mode', async () => {
    const serious = await createWorld({ workers: false });
    try {
      const closed = await openAgentEndpoints(serious);
      const header = { 'X-Test-Scenario': 'success_placeholder' };
      assertProblem(await closed.ask('/generate_image', 'a', image, header), 400, 'TEST_SCENARIO_REFUSED');
      const trigger = await closed.ask('/discover_topics', 'b', { error_trigger: 'tda_error' });
      assertProblem(trigger, 400, 'TEST_SCENARIO_REFUSED');
    } finally {
      await serious.close();
    }
  });
});
