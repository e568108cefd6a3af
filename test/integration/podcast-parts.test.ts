import assert from 'node:assert/strict';
import type { ScriptPart } from '../../activities/script/script-writer.js';
import { countWords } from '../../platform/count-words.js';
import { planLine } from '../../activities/voice-forge/plan-line.js';
import { readProsody } from '../../activities/script/read-prosody.js';
import { speechObject } from '../../activities/voice-forge/speech-object.js';
import { listSegments } from '../../db/episode-segments.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { engineId } from '../../workflows/contract/runs.js';
import { linesOf } from '../../workflows/contract/script.js';
import { sectionWriter } from '../fakes/section-writer.js';
import { Gate, type AtWork } from '../support/faults.js';
import { createWorld, gatedWorld, type World } from '../support/world.js';
import { control, detail, ordered, scriptOf, send } from '../support/gateway-http.js';
import {
  auditEntries,
  chainProblem,
  closedInEngine,
  ended,
  ledger,
  segmentOf,
  steps,
} from '../support/runs.js';
import { sharedTools } from '../support/shared-tools.js';
import { requestOf } from '../support/sources.js';
import { until } from '../support/until.js';

/** The INTRO of two hosts, which is the embedded writer's first part. */
const openingLines = 3;

describe('a podcast run whose script is written while it is spoken', function () {
  this.timeout(60_000);
  let world: World;
  let gate: Gate;
  gatedWorld((made) => {
    ({ world, gate } = made);
  });

  it('voices and shows the opening while the rest is still being written', async () => {
    holdPart(1);
    const id = await ordered(world, requestOf('Growing'));
    await until('the opening is voiced', async () => (await done(id)) === openingLines);
    await until('the cover is shown', async () => (await detail(world, id)).cover_url !== null);
    const growing = await detail(world, id);
    assert.equal(growing.overall_status, 'in_progress');
    assert.equal(growing.status, 'vfa_audio_generation');
    assert.equal(growing.progress.segments_total, null);
    assert.equal((await listSegments(world.db, id)).length, openingLines);
    const opening = await scriptOf(world, id);
    assert.equal(opening.complete, false);
    assert.deepEqual(
      opening.segments.map(({ segment_title }) => segment_title),
      ['INTRO'],
    );
    assert.equal(opening.title, growing.title);

    gate.open();
    const end = await ended(world, id);
    assert.equal(end.status, 'completed');
    const whole = await scriptOf(world, id);
    assert.equal(whole.complete, true);
    assert.deepEqual(whole.segments[0], opening.segments[0]);
    assert.equal(end.progress.segments_total, linesOf(whole).length);
    const stages = end.orchestration_log.map(({ stage }) => stage);
    assert.deepEqual(stages.slice(2, 5), ['pswa_script_generation', 'vfa_audio_generation', 'finalization']);
    assert.equal(await chainProblem(world, id), undefined);
  });

  it('voices every line exactly as the finished script has it, pauses included', async () => {
    holdPart(1);
    const id = await ordered(world, requestOf('Same sound'));
    await until('the opening is voiced', async () => (await done(id)) === openingLines);
    gate.open();
    await ended(world, id);
    const { forge } = sharedTools();
    const script = await scriptOf(world, id);
    const manner = await readProsody(world.db, id);
    const spoken = await listSegments(world.db, id);
    assert.deepEqual(
      spoken.map(({ speechKey }) => speechKey),
      linesOf(script).map((_, seq) => speechObject(forge.plan(planLine(script, seq, manner))).speechKey),
    );
  });

  it('that fails in the writing stops the voices, waits for them, and says where it failed', async () => {
    const voices = new Gate();
    world.faults.forge = (at) => (segmentOf(at) === 1 ? voices.pass(at) : undefined);
    world.faults.write = async (at, part) => {
      if (at.activityId !== 'pswa:1') return part;
      await until('a voice speaks', () => voices.waiting.length > 0);
      throw new AethercastError('LLM_PROCESSING_ERROR', { message: 'No more words.' });
    };
    const id = await ordered(world, requestOf('No more words'));
    const end = await ended(world, id);
    assert.deepEqual(
      [end.overall_status, end.status, end.error_code],
      ['failed', 'failed_pswa_request_exception', 'LLM_PROCESSING_ERROR'],
    );
    assert.equal(end.orchestration_log.at(-1)?.stage, 'pswa_script_generation');
    await assertNothingAfterEnd(id);
    assert.equal((await steps(world, id))['vfa:001']?.status, 'failed');

    world.mend();
    await control(world, id, 'retry');
    assert.equal((await ended(world, id, 2)).status, 'completed');
    assert.deepEqual(written(id), ['pswa:0', 'pswa:1']);
    assert.deepEqual(await timesForged(id), []);
  });

  it('that fails in a voice stops the writing, and what was written is not written again', async () => {
    holdPart(1);
    world.faults.forge = async (at) => {
      if (segmentOf(at) !== 1) return;
      await until('the next part is being written', () => gate.waiting.length > 0);
      throw new AethercastError('VFA_SEGMENT_SILENT');
    };
    const id = await ordered(world, requestOf('Silent'));
    const end = await ended(world, id);
    assert.deepEqual([end.status, end.error_code], ['failed_vfa_reported_error', 'VFA_SEGMENT_SILENT']);
    assert.equal((await steps(world, id))['pswa:1']?.status, 'failed');
    await assertNothingAfterEnd(id);

    world.mend();
    await control(world, id, 'retry');
    assert.equal((await ended(world, id, 2)).status, 'completed');
    assert.deepEqual(written(id), ['pswa:0', 'pswa:1']);
    assert.deepEqual(await timesForged(id), []);
    assert.equal((await steps(world, id))['pswa:0']?.run_number, 1);
  });

  it('is cancelled while a part is being written, and a retry goes on from there', async () => {
    holdPart(1);
    const id = await ordered(world, requestOf('Cancelled writing'));
    await until('the opening is voiced', async () => (await done(id)) === openingLines);
    assert.equal((await control(world, id, 'cancel')).status, 202);
    assert.equal((await ended(world, id)).status, 'cancelled');
    await assertNothingAfterEnd(id);
    world.mend();
    await control(world, id, 'retry');
    assert.equal((await ended(world, id, 2)).status, 'completed');
    assert.deepEqual(written(id), ['pswa:0', 'pswa:1']);
    assert.deepEqual(await timesForged(id), []);
  });

  it('speaks nothing new while it is paused, though a part in flight brings more to say', async () => {
    holdPart(1);
    const id = await ordered(world, requestOf('Paused writing'));
    await until('the opening is voiced', async () => (await done(id)) === openingLines);
    await control(world, id, 'pause');
    gate.open();
    await until('the part is there', async () => (await detail(world, id)).progress.segments_total !== null);
    await until('nothing is in flight', async () => (await pendingActivities(id)) === 0);
    assert.equal(await done(id), openingLines);
    assert.equal((await detail(world, id)).status, 'paused');
    await control(world, id, 'resume');
    assert.equal((await ended(world, id)).status, 'completed');
  });

  it('goes on with another worker when its own is stopped in the middle of a part', async () => {
    holdPart(1);
    const id = await ordered(world, requestOf('Stopped worker'));
    await until('the opening is voiced', async () => (await done(id)) === openingLines);
    await world.stopWorkers();
    world.mend();
    await world.startWorkers();
    assert.equal((await ended(world, id)).status, 'completed');
    assert.deepEqual(written(id), ['pswa:0', 'pswa:1']);
    assert.deepEqual(await timesForged(id), []);
  });

  it('shows a part as possibly written when the answer to its opening write was lost', async () => {
    let lost = false;
    world.faults.after = (statement, parameters) => {
      if (lost || statement !== 'begin_step' || parameters[3] !== 'pswa:1') return;
      lost = true;
      throw new Error('the connection to the database was lost');
    };
    const id = await ordered(world, requestOf('Lost answer'));
    assert.equal((await ended(world, id)).status, 'completed');
    assert.deepEqual(await writerCalls(id), [
      'pswa:0 1 succeeded',
      'pswa:1 1 unsettled',
      'pswa:1 2 succeeded',
    ]);
    assert.deepEqual(written(id), ['pswa:0', 'pswa:1']);
  });

  it('cuts a long opening behind its first sentence, since the listener waits for it', async () => {
    const sentence = 'Good evening, everybody.';
    const more =
      'Tonight we are going to talk at some length about a lighthouse that was built on a rock in the sea.';
    world.faults.write = (at, part) =>
      at.activityId === 'pswa:0' ? withOpening(part, `${sentence} ${more}`) : part;
    const id = await ordered(world, requestOf('Long opening'));
    assert.equal((await ended(world, id)).status, 'completed');
    const [first, second] = linesOf(await scriptOf(world, id));
    assert.deepEqual([first?.text, second?.text], [sentence, more]);
    assert.equal(first?.speaker, second?.speaker);
  });

  it('leaves nothing of its parts behind when the episode is deleted', async () => {
    const id = await ordered(world, requestOf('Deleted parts'));
    await ended(world, id);
    const parts = await world.db
      .selectFrom('idempotency_keys')
      .select('result_payload')
      .where('workflow_id', '=', id)
      .where('task_name', '=', 'pswa_weave_script_task')
      .execute();
    const uris = parts.map(({ result_payload }) => (result_payload as { scriptUri: string }).scriptUri);
    assert.equal(new Set(uris).size, 2);
    await send(world, `/api/v1/podcasts/${id}`, { method: 'DELETE' });
    assert.deepEqual(await Promise.all(uris.map((uri) => world.media.head(uri))), [undefined, undefined]);
  });

  function holdPart(part: number): void {
    world.faults.write = async (at, drafted) => {
      if (at.activityId === `pswa:${part}`) await gate.pass(at);
      return drafted;
    };
  }

  async function done(id: string): Promise<number> {
    return (await detail(world, id)).progress.segments_done;
  }

  function written(id: string): string[] {
    return ofRun(world.done.written, id).map(({ activityId }) => activityId);
  }

  /** Segments that were forged more than once. */
  async function timesForged(id: string): Promise<number[]> {
    const forged = ofRun(world.done.forged, id).map(segmentOf);
    assert.equal(new Set(forged).size, linesOf(await scriptOf(world, id)).length);
    return forged.filter((seq, at) => forged.indexOf(seq) !== at);
  }

  async function writerCalls(id: string): Promise<string[]> {
    const calls = (await ledger(world, id)).filter(({ unit }) => unit === 'source words');
    return calls.map(({ token, attempt, outcome }) => `${token.split('/')[1]} ${attempt} ${outcome}`);
  }

  async function pendingActivities(id: string): Promise<number> {
    const handle = world.temporal.workflow.getHandle(engineId('podcast', id));
    return (await handle.describe()).raw.pendingActivities?.length ?? 0;
  }

  async function assertNothingAfterEnd(id: string): Promise<void> {
    const entries = (await auditEntries(world, id)).length;
    gate.open();
    await closedInEngine(world, id);
    assert.equal((await auditEntries(world, id)).length, entries);
    const open = Object.values(await steps(world, id)).filter(({ status }) => status === 'in_progress');
    assert.deepEqual(open, []);
    assert.equal(await chainProblem(world, id), undefined);
  }
});

describe('a podcast run whose writer gives a section at a time', function () {
  this.timeout(60_000);
  let world: World;
  before(async () => {
    world = await createWorld({ writer: sectionWriter });
  });
  afterEach(() => world.mend());
  after(() => world.close());

  it('records each section as a step of its own, and voices each while the next is being written', async () => {
    const gates = [new Gate(), new Gate()] as const;
    world.faults.write = async (at, part) => {
      if (at.activityId === 'pswa:1') await gates[0].pass(at);
      if (at.activityId === 'pswa:2') await gates[1].pass(at);
      return part;
    };
    const request = { ...requestOf('Sections'), minutes: 1 };
    const id = await ordered(world, request);
    await until('the first section waits', () => gates[0].waiting.length > 0);
    await until(
      'the opening is voiced',
      async () => (await listSegments(world.db, id)).length === openingLines,
    );
    gates[0].open();
    await until('the second section waits', () => gates[1].waiting.length > 0);
    const soFar = await scriptOf(world, id);
    assert.deepEqual([soFar.complete, soFar.segments.length], [false, 2]);
    assert.ok(!('writer_state' in soFar));
    const lines = linesOf(soFar).length;
    await until('it is voiced', async () => (await listSegments(world.db, id)).length === lines);
    gates[1].open();
    assert.equal((await ended(world, id)).status, 'completed');

    const script = await scriptOf(world, id);
    assert.ok(script.segments.length > 3);
    const parts = script.segments.map((_, part) => `pswa:${part}`);
    assert.deepEqual(partsOf(await steps(world, id)), parts);
    const paid = (await ledger(world, id)).filter(({ unit }) => unit === 'source words');
    assert.deepEqual(
      paid.map(({ token, outcome }) => `${token.split('/')[1]} ${outcome}`),
      parts.map((part) => `${part} succeeded`),
    );

    const again = await ordered(world, request);
    assert.equal((await ended(world, again)).status, 'completed');
    assert.deepEqual(partsOf(await steps(world, again)), ['pswa:0'], 'the kept script comes whole');
    const { source, segments } = await scriptOf(world, again);
    assert.deepEqual([source, segments], ['cache', script.segments]);
  });

  it('begins no further part while it is paused', async () => {
    const gate = new Gate();
    world.faults.write = async (at, part) => {
      if (at.activityId === 'pswa:1') await gate.pass(at);
      return part;
    };
    const id = await ordered(world, requestOf('Paused sections'));
    await until(
      'the opening is voiced',
      async () => (await listSegments(world.db, id)).length === openingLines,
    );
    await control(world, id, 'pause');
    gate.open();
    await until('the part is there', async () => (await scriptOf(world, id)).segments.length === 2);
    const handle = world.temporal.workflow.getHandle(engineId('podcast', id));
    await until(
      'nothing is in flight',
      async () => ((await handle.describe()).raw.pendingActivities?.length ?? 0) === 0,
    );
    assert.deepEqual(partsOf(await steps(world, id)), ['pswa:0', 'pswa:1']);
    assert.equal((await listSegments(world.db, id)).length, openingLines);
    await control(world, id, 'resume');
    assert.equal((await ended(world, id)).status, 'completed');
  });

  function partsOf(all: Awaited<ReturnType<typeof steps>>): string[] {
    return Object.keys(all)
      .filter((step) => step.startsWith('pswa'))
      .sort();
  }
});

function ofRun(done: readonly AtWork[], id: string): AtWork[] {
  return done.filter(({ run }) => run.endsWith(id));
}

function withOpening(part: ScriptPart, text: string): ScriptPart {
  const [intro, ...others] = part.sections;
  const [first, ...rest] = intro?.lines ?? [];
  assert.ok(intro && first && countWords(text) > 20);
  return { ...part, sections: [{ ...intro, lines: [{ ...first, text }, ...rest] }, ...others] };
}
