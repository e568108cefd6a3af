import assert from 'node:assert/strict';
import { postNotice } from '../../activities/stream-notice/post-notice.js';
import { engineId } from '../../workflows/contract/runs.js';
import { startNoticeServer, type NoticeServer } from '../fakes/notice-server.js';
import { Gate } from '../support/faults.js';
import { control, detail, ordered } from '../support/gateway-http.js';
import { auditEntries, chainProblem, closedInEngine, ended, steps } from '../support/runs.js';
import { requestOf } from '../support/sources.js';
import { until } from '../support/until.js';
import { serviceToken } from '../support/store.js';
import { createWorld, type World } from '../support/world.js';

describe('the notice of a finished episode', function () {
  this.timeout(60_000);
  let streamer: NoticeServer;
  let world: World;
  before(async () => {
    streamer = await startNoticeServer();
    world = await createWorld({ env: { ASF_NOTIFICATION_URL: streamer.url } });
  });
  beforeEach(() => {
    streamer.notices.length = 0;
    streamer.answer = () => 200;
  });
  after(async () => {
    await world.close();
    await streamer.close();
  });

  it('tells the configured streamer once which stream has which file, with the service token', async () => {
    const id = await ordered(world, requestOf('Notified'));
    const end = await ended(world, id);
    assert.deepEqual([end.status, end.asf_notification_status], ['completed', 'notified']);
    const [notice, ...more] = streamer.notices;
    assert.deepEqual(more, []);
    assert.equal(notice?.path, 'POST /asf/internal/notify_new_audio');
    assert.equal(notice.headers.authorization, `Bearer ${serviceToken}`);
    assert.deepEqual(notice.body, { stream_id: end.stream_id, filepath: end.final_audio_filepath });
    const log = end.orchestration_log.map(({ stage, status }) => `${stage}: ${status}`);
    assert.deepEqual(log.slice(-3), [
      'finalization: vfa_audio_generation',
      'asf_notification: asf_notification',
      'finalization: completed',
    ]);
    const step = (await steps(world, id))['asf'];
    assert.deepEqual([step?.agent_name, step?.status], ['ASF_NOTIFY', 'completed']);
  });

  it('is tried again when the streamer is away for a moment', async () => {
    streamer.answer = (count) => (count < 3 ? 503 : 200);
    const id = await ordered(world, requestOf('Away'));
    const end = await ended(world, id);
    assert.deepEqual([end.status, end.asf_notification_status], ['completed', 'notified']);
    assert.equal(streamer.notices.length, 3);
    assert.equal((await steps(world, id))['asf']?.retry_count, 2);
  });

  it('that nobody takes leaves an episode with errors, which is whole and says so', async () => {
    streamer.answer = () => 404;
    const id = await ordered(world, requestOf('Unheard'));
    const end = await ended(world, id);
    assert.deepEqual(
      [end.overall_status, end.status, end.asf_notification_status, end.error_code],
      ['completed_with_errors', 'completed_with_asf_notification_failure', 'failed', null],
    );
    assert.deepEqual(
      end.warnings.map(({ code }) => code),
      ['ASF_NOTICE_FAILED'],
    );
    assert.match(end.warnings[0]?.message ?? '', /404/);
    assert.equal(streamer.notices.length, 5);
    const audio = await fetch(`${world.url}${end.audio_url}`);
    assert.equal((await audio.arrayBuffer()).byteLength > 0, true);
    assert.equal(await chainProblem(world, id), undefined);
    await closedInEngine(world, id);
    const { status } = await world.temporal.workflow.getHandle(engineId('podcast', id)).describe();
    assert.equal(status.name, 'COMPLETED');
  });

  it('is on its way too late for a cancellation: the episode is finished', async () => {
    const slow = new Gate();
    streamer.answer = async () => {
      await slow.pass({ run: '', activityId: 'asf', attempt: 1 });
      return 200;
    };
    const id = await ordered(world, requestOf('Too late'));
    await until('the notice is on its way', () => streamer.notices.length === 1);
    assert.equal((await detail(world, id)).status, 'asf_notification');
    assert.equal((await control(world, id, 'cancel')).status, 202);
    await until('the run has heard of it', async () => {
      const events = await eventsOf(id);
      const asked = events.findIndex((event) => event.workflowExecutionCancelRequestedEventAttributes);
      return asked >= 0 && events.slice(asked).some((event) => event.workflowTaskCompletedEventAttributes);
    });
    assert.ok(!(await eventsOf(id)).some((event) => event.activityTaskCancelRequestedEventAttributes));
    slow.open();
    const end = await ended(world, id);
    assert.deepEqual([end.status, end.asf_notification_status], ['completed', 'notified']);
    await closedInEngine(world, id);
    const { status } = await world.temporal.workflow.getHandle(engineId('podcast', id)).describe();
    assert.equal(status.name, 'COMPLETED');
    const ends = (await auditEntries(world, id)).filter((entry) => entry.overall_status === 'completed');
    assert.equal(ends.length, 1);
  });

  it('waits five seconds for an answer', async () => {
    streamer.answer = () => new Promise(() => undefined);
    const began = Date.now();
    const sent = postNotice(
      streamer.url,
      undefined,
      { stream_id: 's', filepath: 'f' },
      new AbortController().signal,
    );
    await assert.rejects(sent, { code: 'ASF_NOTICE_FAILED', message: /did not answer in time/ });
    const ms = Date.now() - began;
    assert.ok(ms >= 4_900 && ms < 10_000, `${ms} ms`);
  });

  async function eventsOf(id: string) {
    const { events } = await world.temporal.workflow.getHandle(engineId('podcast', id)).fetchHistory();
    return events ?? [];
  }
});
