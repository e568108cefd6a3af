import assert from 'node:assert/strict';
import { upsertTopics } from '../../db/topics.js';
import { Gate } from '../support/faults.js';
import { assertProblem, send } from '../support/gateway-http.js';
import { createNewsroomWorld, type NewsroomWorld } from '../support/world.js';
import { page, search, searched, storedTopics } from '../support/snippets.js';
import { steps } from '../support/runs.js';

/** What somebody is asked to wait, and what a busy machine may add. */
const patienceMs = 8_000;
const graceMs = 6_000;
const nobody = { run: '', activityId: '', attempt: 1 };

describe('somebody who waits for snippets', function () {
  this.timeout(120_000);
  let world: NewsroomWorld;
  let gate: Gate;
  before(async () => {
    const seconds = String(patienceMs / 1_000);
    world = await createNewsroomWorld({ env: { LANDING_PAGE_SECONDS: seconds, SEARCH_SECONDS: seconds } });
    const lamps = ['glass', 'paper', 'tin'].map((kind): [string, string[]] => [
      `Lanterns of ${kind}`,
      ['lanterns'],
    ]);
    await upsertTopics(world.db, storedTopics(world, lamps));
  });
  beforeEach(() => {
    gate = new Gate();
  });
  afterEach(() => {
    world.mend();
    gate.open();
  });
  after(() => world.close());

  async function inTime<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    const began = performance.now();
    const answer = await ask();
    const ms = performance.now() - began;
    assert.ok(ms < patienceMs + graceMs, `${Math.round(ms)} ms`);
    return answer;
  }

  it('does not wait for a picture: the snippet comes without it', async () => {
    world.faults.draw = (title) =>
      title === 'Lanterns of tin' ? gate.pass(nobody, { stubborn: true }) : undefined;
    const found = await inTime(() => searched(world, 'lanterns'));
    assert.equal(found.search_results.length, 3);
    assert.equal(found.status, 'completed_with_errors');
    const bare = found.search_results.filter(({ image_url }) => image_url === null);
    assert.deepEqual(
      bare.map(({ title }) => title),
      ['Lanterns of tin'],
    );
    assert.deepEqual(
      found.faults.map(({ feed, code }) => `${feed} ${code}`),
      ['IGA DISCOVERY_LATE'],
    );
  });

  it('does not wait for a snippet: the others come, and it is named', async () => {
    world.faults.craft = ({ title_suggestion: title }) =>
      title === 'Lanterns of paper' ? gate.pass(nobody, { stubborn: true }) : undefined;
    const found = await inTime(() => searched(world, 'lanterns'));
    assert.deepEqual(found.search_results.map(({ title }) => title).sort(), [
      'Lanterns of glass',
      'Lanterns of tin',
    ]);
    assert.deepEqual(
      found.faults.map(({ feed, code }) => `${feed} ${code}`),
      ['SCA DISCOVERY_LATE'],
    );
    assert.match(found.faults[0]?.message ?? '', /Lanterns of paper/);
    // What comes after the end is refused.
    gate.open();
    const late = Object.entries(await steps(world, found.workflow_id)).filter(
      ([, step]) => step.status !== 'completed',
    );
    assert.deepEqual(
      late.map(([, step]) => step.status),
      ['failed'],
    );
  });

  it('gets a snippet that is on record although its step has not come back', async () => {
    const { topic_id } = (await searched(world, 'lanterns glass')).search_results[0] ?? {};
    world.faults.after = (statement, parameters) =>
      statement === 'end_step' && parameters.includes(`sca:${topic_id}`)
        ? gate.pass(nobody, { stubborn: true })
        : undefined;
    const found = await inTime(() => searched(world, 'lanterns'));
    assert.equal(gate.waiting.length, 1);
    assert.equal(found.search_results.length, 3);
    assert.equal(found.search_results.find((snippet) => snippet.topic_id === topic_id)?.image_url, null);
    assert.deepEqual(
      found.faults.map(({ feed, code }) => `${feed} ${code}`),
      ['IGA DISCOVERY_LATE'],
    );
  });

  it('does not wait for snippets: that none is ready in time is told', async () => {
    world.faults.craft = () => gate.pass(nobody, { stubborn: true });
    const answer = await inTime(() => search(world, 'lanterns'));
    assertProblem(answer, 503, 'API_GW_CPOA_SEARCH_ERROR_DISCOVERY_LATE');
  });

  it('does not wait for topics: that there are none in time is told', async () => {
    world.faults.search = () => gate.pass(nobody, { stubborn: true });
    const answer = await inTime(() => search(world, 'lanterns'));
    assertProblem(answer, 503, 'API_GW_CPOA_SEARCH_ERROR_DISCOVERY_LATE');
    assert.match(answer.body.message, /in time/);
  });

  it('gets the old set while a newer one cannot be made', async () => {
    await page(world);
    world.faults.search = () => gate.pass(nobody, { stubborn: true });
    const shown = await inTime(() => page(world));
    assert.equal(shown.source, 'cache');
  });

  it('finds out how it went in the list of runs', async () => {
    const found = await searched(world, 'lanterns');
    world.faults.search = () => gate.pass(nobody, { stubborn: true });
    await inTime(() => search(world, 'lanterns'));
    const { body } = await send(world, '/api/v1/runs?kind=search');
    const listed = body['runs'] as { run_id: string; overall_status: string; stage: string }[];
    const runs = listed.slice(0, 2);
    assert.deepEqual(
      runs.map(({ overall_status: status, stage }) => [status, stage]),
      [
        ['failed', 'tda_topic_discovery'],
        ['completed', 'finalization'],
      ],
    );
    assert.equal(runs[1]?.run_id, found.workflow_id);
  });
});
