import assert from 'node:assert/strict';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { ScriptPart } from '../../activities/script/script-writer.js';
import { detail, order, ordered, send, type Answer } from '../support/gateway-http.js';
import { auditEntries, chainProblem, ended, ledger, segmentOf, speechCalls, steps } from '../support/runs.js';
import { requestOf } from '../support/sources.js';
import { createWorld, type World } from '../support/world.js';

describe('a podcast run that fails', function () {
  this.timeout(60_000);
  let world: World;
  before(async () => {
    world = await createWorld();
  });
  afterEach(() => {
    world.mend();
  });
  after(() => world.close());

  it('for a thin source says so, and nothing was paid', async () => {
    const id = await ordered(world, {
      topic: 'Thin',
      sources: [{ text: 'Far too few words for an episode.' }],
    });
    const end = await ended(world, id);
    assert.deepEqual(
      [end.overall_status, end.status, end.error_code],
      ['failed', 'failed_wcha_content_harvest', 'WCHA_CONTENT_TOO_SHORT'],
    );
    assert.match(end.error_message ?? '', /60/);
    assert.deepEqual(await ledger(world, id), []);
    assert.equal((await steps(world, id))['wcha']?.status, 'failed');
    assert.equal(await chainProblem(world, id), undefined);
  });

  it('in its seventh segment names it; the same key redoes only what had not succeeded', async () => {
    silenceSeventh();
    const request = requestOf('Seventh');
    const id = await ordered(world, request, { key: 'seventh' });
    const end = await ended(world, id);
    assert.deepEqual(
      [end.overall_status, end.status, end.error_code],
      ['failed', 'failed_vfa_reported_error', 'VFA_SEGMENT_SILENT'],
    );
    assert.match(end.error_message ?? '', /^Line 7: /);
    const succeeded = Object.values(await steps(world, id))
      .filter(({ status }) => status === 'completed')
      .map(({ activity_id }) => activity_id);
    assert.ok(['wcha', 'pswa:0', 'vfa:000', 'vfa:001', 'vfa:002'].every((step) => succeeded.includes(step)));
    const before = await ledger(world, id);

    world.mend();
    const again = await order(world, request, { key: 'seventh' });
    assert.equal(again.status, 202);
    assert.equal(again.body.podcast_id, id);
    assert.equal(again.headers.get('Idempotency-Replayed'), 'true');
    const good = await ended(world, id, 2);
    assert.deepEqual([good.status, good.run_number, good.error_code], ['completed', 2, null]);

    const after = await steps(world, id);
    for (const step of succeeded) assert.equal(after[step]?.run_number, 1, step);
    assert.deepEqual(
      [after['vfa:006']?.status, after['vfa:006']?.run_number, after['vfa:006']?.retry_count],
      ['completed', 2, 1],
    );
    const paidAgain = (await ledger(world, id)).slice(before.length).map(({ token }) => token.split('/')[1]);
    assert.ok(paidAgain.includes('vfa:006'));
    assert.deepEqual(
      paidAgain.filter((step) => succeeded.includes(step ?? '')),
      [],
    );
    const forged = world.done.forged.filter(({ run }) => run.endsWith(id)).map(segmentOf);
    assert.deepEqual(
      forged.sort((a, b) => a - b),
      Array.from({ length: good.progress.segments_total ?? 0 }, (_, at) => at),
    );

    const entries = await auditEntries(world, id);
    const attempts = entries
      .filter((entry) => entry.activity_id === 'vfa:006')
      .map((entry) => `${String(entry.run_number)}.${String(entry.attempt)} ${String(entry.status)}`);
    assert.deepEqual(attempts, ['1.1 in_progress', '1.1 failed', '2.1 in_progress', '2.1 completed']);
    const ends = entries
      .filter((entry) => entry.table === 'workflow_instances')
      .map((entry) => `${String(entry.run_number)} ${String(entry.overall_status)}`);
    assert.ok(ends.includes('1 failed') && ends.at(-1) === '2 completed', ends.join());
    assert.equal(await chainProblem(world, id), undefined);
  });

  for (const way of ['the same key', 'POST .../retry']) {
    it(`is tried again by ${way} at the very moment its record turns terminal`, async () => {
      silenceSeventh();
      const request = requestOf(`Moment ${way}`);
      const key = `moment ${way}`;
      let retried: Promise<Answer> | undefined;
      let id = '';
      // The record is written, the engine has not heard of it yet.
      world.faults.after = (statement) => {
        if (statement !== 'close_run' || retried !== undefined) return;
        world.faults.forge = undefined;
        retried =
          way === 'the same key'
            ? order(world, request, { key })
            : send(world, `/api/v1/podcasts/${id}/retry`, { method: 'POST' });
      };
      id = await ordered(world, request, { key });
      const end = await ended(world, id, 2);
      assert.equal((await retried)?.status, 202);
      assert.equal(end.status, 'completed');
    });
  }

  it('twice in passing tries again by itself, and the ledger shows it', async () => {
    world.faults.forge = ({ activityId, attempt }) => {
      if (activityId === 'vfa:003' && attempt <= 2) throw new AethercastError('VFA_SYNTHESIS_FAILED');
    };
    const id = await ordered(world, requestOf('Transient'));
    assert.equal((await ended(world, id)).status, 'completed');
    const calls = (await speechCalls(world, id)).filter((call) => call.startsWith('vfa:003'));
    assert.deepEqual(calls, ['vfa:003 1.1 failed', 'vfa:003 1.2 failed', 'vfa:003 1.3 succeeded']);
    assert.equal((await steps(world, id))['vfa:003']?.retry_count, 2);
  });

  it('for a script that is not whole ends at once and says what is wrong with it', async () => {
    world.faults.write = (_at, part) => ({ ...part, done: true });
    const id = await ordered(world, requestOf('Half a script'));
    const end = await ended(world, id);
    assert.deepEqual(
      [end.status, end.error_code],
      ['failed_pswa_bad_script_structure', 'PSWA_BAD_SCRIPT_STRUCTURE'],
    );
    assert.match(end.error_message ?? '', /segments/);
    const { retry_count } = (await steps(world, id))['pswa:0']!;
    assert.equal(retry_count, 0);
    const cached = await world.db.selectFrom('generated_scripts').selectAll().execute();
    assert.doesNotMatch(JSON.stringify(cached), /Half a script/);
  });

  for (const [what, text, code] of [
    ['emoji', '😀 🎧', 'VFA_NOTHING_TO_SPEAK'],
    ['punctuation', '?! … —', 'VFA_NOTHING_TO_SPEAK'],
    ['letters of another script', 'Привет, мир', 'VFA_UNSUPPORTED_SCRIPT'],
  ] as const)
    it(`for a line of ${what} names the line, and is not tried again`, async () => {
      world.faults.write = (at, part) => (at.activityId === 'pswa:0' ? withLine(part, 2, text) : part);
      const id = await ordered(world, requestOf(`A line of ${what}`));
      const end = await ended(world, id);
      assert.deepEqual([end.overall_status, end.error_code], ['failed', code]);
      assert.match(end.error_message ?? '', /^Line 3: /);
      assert.equal((await steps(world, id))['vfa:002']?.retry_count, 0);
      assert.ok(!(await speechCalls(world, id)).some((call) => call.startsWith('vfa:002')));
    });

  it('can be read about in the list and by its id, and has no audio', async () => {
    const id = await ordered(world, { topic: 'No audio', sources: [{ text: 'Too short.' }] });
    await ended(world, id);
    assert.equal((await detail(world, id)).audio_url, null);
    assert.equal((await send(world, `/api/v1/podcasts/${id}/audio.mp3`)).status, 404);
  });

  function silenceSeventh(): void {
    world.faults.forge = (at) => {
      if (segmentOf(at) === 6) throw new AethercastError('VFA_SEGMENT_SILENT');
    };
  }
});

/** The part, with another text for one of the lines of its first section. */
function withLine(part: ScriptPart, place: number, text: string): ScriptPart {
  const [opening, ...others] = part.sections;
  assert.ok(opening);
  const lines = opening.lines.map((line, at) => (at === place ? { ...line, text } : line));
  return { ...part, sections: [{ ...opening, lines }, ...others] };
}
