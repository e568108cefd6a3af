import assert from 'node:assert/strict';
import { createHash, webcrypto } from 'node:crypto';
import { advise, whatHelps } from '../../web/app/components/run/advise.js';
import { lastAttempts, recordedAttempts, type Attempt } from '../../web/app/pages/runs/record/attempts.js';
import { checkChain, type Chain } from '../../web/app/pages/runs/record/check-chain.js';
import { layOutTimeline } from '../../web/app/pages/runs/record/lay-out-timeline.js';
import { summariseCost, usd } from '../../web/app/pages/runs/record/summarise-cost.js';
import { checkChain as checkChainOnServer } from '../../db/audit.js';
import { errorCodes } from '../../platform/error-codes/index.js';

const workflowId = '00000000-0000-4000-8000-000000000001';

describe('the check of the hash chain in the browser', () => {
  it('finds an unbroken chain whole, with letters of any script', async () => {
    assert.equal(await check(chainOf(['Füße', '灯台', '🎧'])), undefined);
    assert.equal(await check(chainOf([])), undefined);
  });

  const broken: Record<string, [(chain: Chain) => void, RegExp]> = {
    'a changed text': [({ entries }) => change(entries[1], 'entry', '{"a":2}'), /Entry 2 was changed/],
    'a changed hash': [({ entries }) => change(entries[2], 'hash', 'ab'.repeat(32)), /Entry 3 was changed/],
    'a missing entry': [({ entries }) => entries.splice(1, 1), /Entry 2 is missing/],
    'two in the wrong order': [({ entries }) => entries.reverse(), /Entry 1 is missing/],
    'a cut-off end': [({ entries }) => entries.pop(), /ends at entry 2, but its head says 3/],
    'another head': [({ head }) => change(head, 'hash', 'cd'.repeat(32)), /ends at entry 3/],
    'another workflow': [(chain) => change(chain, 'workflow_id', 'x'), /Entry 1 belongs to another/],
  };
  for (const [what, [breakIt, problem]] of Object.entries(broken)) {
    it(`finds ${what}, as the server's own check does`, async () => {
      const chain = chainOf(['one', 'two', 'three']);
      breakIt(chain);
      const found = await check(chain);
      assert.match(found?.problem ?? 'none', problem);
      assert.equal(checkChainOnServer(chain)?.seq, found?.seq);
    });
  }
});

describe('the attempts on record', () => {
  it('are read from the entries, with retries, failures and what was cut short', () => {
    const attempts = recordedAttempts([
      entry(0, step('wcha', 1, 'in_progress')),
      entry(2, step('wcha', 1, 'completed')),
      entry(3, step('vfa:000', 1, 'in_progress')),
      entry(4, step('vfa:000', 1, 'failed')),
      entry(6, step('vfa:000', 2, 'in_progress')),
      entry(9, step('vfa:000', 3, 'in_progress')),
      entry(9, step('vfa:001', 1, 'in_progress')),
      entry(11, step('vfa:000', 3, 'completed')),
      entry(12, { table: 'workflow_instances', overall_status: 'failed' }),
      entry(20, step('vfa:001', 1, 'in_progress', 2)),
    ]);
    assert.deepEqual(
      attempts.map((one) => [one.activityId, one.run, one.attempt, one.state, one.from, one.to]),
      [
        ['wcha', 1, 1, 'completed', 0, 2_000],
        ['vfa:000', 1, 1, 'failed', 3_000, 4_000],
        ['vfa:000', 1, 2, 'cut_short', 6_000, 9_000],
        ['vfa:000', 1, 3, 'completed', 9_000, 11_000],
        ['vfa:001', 1, 1, 'cut_short', 9_000, 12_000],
        ['vfa:001', 2, 1, 'in_progress', 20_000, null],
      ],
    );
  });

  it('leave out what is no entry of a step', () => {
    const odd = ['not JSON', 'null', '{}', '{"at":"2026-01-01T00:00:00Z","table":"idempotency_keys"}'];
    assert.deepEqual(
      recordedAttempts(odd.map((text, at) => ({ seq: at + 1, entry: text, prev_hash: '', hash: '' }))),
      [],
    );
  });

  it('are the steps’ last ones where there is no record to read', () => {
    const moments = { started_at: '1970-01-01T00:00:01Z', ended_at: null };
    const base = {
      task_id: workflowId,
      agent_name: 'TDA',
      task_order: 1,
      run_number: 1,
      attempt: 2,
      retry_count: 1,
    };
    const json = { input: null, output: null, error: null };
    const steps = [
      { ...base, ...json, ...moments, activity_id: 'tda', status: 'in_progress' as const },
      { ...base, ...json, ...moments, activity_id: 'sca', status: 'pending' as const, started_at: null },
    ];
    assert.deepEqual(
      lastAttempts(steps).map(({ activityId, attempt, state, from, to }) => [
        activityId,
        attempt,
        state,
        from,
        to,
      ]),
      [['tda', 2, 'in_progress', 1_000, null]],
    );
  });
});

describe('the layout of the timeline', () => {
  it('gives each run an axis of its own, the newest first', () => {
    const [second, first] = layOutTimeline(
      [attempt('VFA', 0, 4_000), attempt('VFA', 86_400_000, 86_401_000, 2)],
      0,
    );
    assert.deepEqual([second?.run, second?.totalMs, first?.run, first?.totalMs], [2, 1_000, 1, 4_000]);
  });

  it('groups by agent in the order of the steps, and lets no bars of a lane overlap', () => {
    const [run] = layOutTimeline(
      [
        attempt('VFA', 5_000, 8_000),
        attempt('VFA', 6_000, 9_000),
        attempt('VFA', 8_000, 10_000),
        { ...attempt('WCHA', 0, 5_000), order: 0 },
      ],
      0,
    );
    assert.deepEqual(
      run?.groups.map(({ agent, lanes }) => [
        agent,
        lanes.map((bars) => bars.map(({ left, width }) => [round(left), round(width)])),
      ]),
      [
        ['WCHA', [[[0, 0.5]]]],
        [
          'VFA',
          [
            [
              [0.5, 0.3],
              [0.8, 0.2],
            ],
            [[0.6, 0.3]],
          ],
        ],
      ],
    );
  });

  it('lets an open attempt reach to now, and stay visible for a reader whose clock is behind', () => {
    const open = { ...attempt('VFA', 5_000, 0), to: null };
    assert.equal(barOf([attempt('PSWA', 0, 5_000), open], 10_000).width, 0.5);
    const behind = barOf([attempt('PSWA', 0, 5_000), open], 1_000);
    assert.ok(behind.width > 0 && behind.left + behind.width <= 1);
  });

  it('marks at most six round moments', () => {
    for (const totalMs of [80, 3_100, 59_000, 1_800_000, 90_000_000, 900_000_000]) {
      const ticks = layOutTimeline([attempt('VFA', 0, totalMs)], 0)[0]?.ticks ?? [];
      assert.ok(ticks.length >= 1 && ticks.length <= 7 && (ticks.at(-1) ?? 0) <= totalMs, String(ticks));
    }
    assert.deepEqual(
      layOutTimeline([attempt('VFA', 0, 9_000)], 0)[0]?.ticks,
      [0, 2_000, 4_000, 6_000, 8_000],
    );
  });
});

describe('the sums of the cost ledger', () => {
  it('are by provider, model and unit, and count what may have been billed', () => {
    const call = {
      token: 't',
      run_number: 1,
      attempt: 1,
      unit: 'characters',
      unit_price_usd: 0.1,
      price_version: 'p',
    };
    const speech = { ...call, provider: 'google', model: 'neural', units: 10, cost_usd: 1 };
    const { totalUsd, unsettled, lines } = summariseCost([
      { ...speech, outcome: 'failed' },
      { ...speech, outcome: 'unsettled' },
      { ...speech, provider: 'flite', units: 5, cost_usd: 0, outcome: 'succeeded' },
    ]);
    assert.deepEqual([totalUsd, unsettled], [2, 1]);
    assert.deepEqual(
      lines.map(({ provider, calls, failed, units, costUsd }) => [provider, calls, failed, units, costUsd]),
      [
        ['google', 2, 1, 20, 2],
        ['flite', 1, 0, 5, 0],
      ],
    );
    assert.deepEqual([usd(0), usd(0.00421), usd(12.5)], ['$0.00', '$0.0042', '$12.50']);
  });
});

describe('the advice on a failure', () => {
  it('is a sentence for every code, also for one of another release', () => {
    for (const code of [...Object.keys(errorCodes), 'OF_ANOTHER_RELEASE'])
      assert.match(advise(code), /^[A-Z].*\.$/s, code);
  });

  it('says whether the same may succeed when it is made again', () => {
    for (const code of ['VFA_SEGMENT_SILENT', 'WCHA_FETCH_TIMEOUT', 'INTERNAL', 'OF_ANOTHER_RELEASE'])
      assert.equal(whatHelps(code), 'retry', code);
    for (const code of ['PSWA_INSUFFICIENT_CONTENT', 'WCHA_URL_INVALID', 'WCHA_UNREADABLE_SOURCE'])
      assert.equal(whatHelps(code), 'change', code);
  });

  it('is for people: it names no code, no variable, no agent and no command', () => {
    for (const code of [...Object.keys(errorCodes), 'OF_ANOTHER_RELEASE'])
      assert.doesNotMatch(advise(code), /[A-Z]_[A-Z]|\b[A-Z]{3,4}\b(?<!PDF)|aethercast |engine/, code);
  });
});

function check(chain: Chain) {
  return checkChain(chain, (bytes) => webcrypto.subtle.digest('SHA-256', bytes));
}

function change<Row extends object, Field extends keyof Row>(
  row: Row | undefined,
  field: Field,
  value: Row[Field],
): void {
  assert.ok(row !== undefined);
  row[field] = value;
}

function chainOf(texts: string[]): Chain {
  const entries: Chain['entries'] = [];
  for (const [at, text] of texts.entries()) {
    const prev_hash = entries.at(-1)?.hash ?? '';
    const content = JSON.stringify({ text, seq: at + 1, workflow_id: workflowId });
    const hash = createHash('sha256').update(Buffer.from(prev_hash, 'hex')).update(content).digest('hex');
    entries.push({ seq: at + 1, entry: content, prev_hash, hash });
  }
  return { workflow_id: workflowId, head: { seq: texts.length, hash: entries.at(-1)?.hash ?? '' }, entries };
}

/** An entry of so many seconds after the beginning of time. */
function entry(second: number, fields: Record<string, unknown>) {
  const at = new Date(second * 1_000).toISOString().replace('Z', '000Z');
  return { seq: 1, entry: JSON.stringify({ ...fields, at }), prev_hash: '', hash: '' };
}

function step(activityId: string, attemptNumber: number, status: string, run = 1) {
  const place = { table: 'task_instances', op: 'update', activity_id: activityId, task_order: 1 };
  return { ...place, agent_name: 'VFA', run_number: run, attempt: attemptNumber, status };
}

function attempt(agent: string, from: number, to: number, run = 1): Attempt {
  return { activityId: `${agent}:${from}`, agent, order: 1, run, attempt: 1, state: 'completed', from, to };
}

function round(part: number): number {
  return Math.round(part * 1_000) / 1_000;
}

function barOf(attempts: Attempt[], now: number) {
  const bars = layOutTimeline(attempts, now)[0]?.groups.flatMap(({ lanes }) => lanes.flat()) ?? [];
  const bar = bars.find(({ attempt: { to } }) => to === null);
  assert.ok(bar !== undefined);
  return bar;
}
