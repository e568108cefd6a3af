import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AethercastError } from '../../platform/aethercast-error.js';
import { listSegments } from '../../db/episode-segments.js';
import { ordered } from '../support/gateway-http.js';
import { chainProblem, ended, ledger, speechCalls, steps } from '../support/runs.js';
import { requestOf } from '../support/sources.js';
import { createWorld, type World } from '../support/world.js';

/** Place of the activity id among the parameters of the record's functions. */
const activityParameter = 3;

describe('a podcast run whose record or store fails', function () {
  this.timeout(60_000);
  let world: World;
  before(async () => {
    world = await createWorld();
  });
  afterEach(() => {
    world.mend();
  });
  after(() => world.close());

  it('uses the stored segment when the closing write failed, and does not forge it again', async () => {
    failOnce('before', 'end_step', 'vfa:002');
    const id = await completed('Closing write');
    assert.deepEqual(await callsOf(id, 'vfa:002'), ['vfa:002 1.1 recovered']);
    assert.equal(forgedTimes(id, 'vfa:002'), 1);
    assert.equal((await steps(world, id))['vfa:002']?.retry_count, 1);
  });

  it('takes the recorded result when only the answer to the closing write was lost', async () => {
    failOnce('after', 'end_step', 'vfa:002');
    const id = await completed('Closing answer');
    assert.deepEqual(await callsOf(id, 'vfa:002'), ['vfa:002 1.1 succeeded']);
    assert.equal(forgedTimes(id, 'vfa:002'), 1);
    assert.equal((await steps(world, id))['vfa:002']?.retry_count, 0);
  });

  it('shows a call as possibly made when the answer to the opening write was lost', async () => {
    failOnce('after', 'begin_step', 'vfa:002');
    const id = await completed('Opening answer');
    assert.deepEqual(await callsOf(id, 'vfa:002'), ['vfa:002 1.1 unsettled', 'vfa:002 1.2 succeeded']);
    assert.equal(forgedTimes(id, 'vfa:002'), 1);
  });

  it('records its end in spite of a failing database', async () => {
    let failures = 0;
    world.faults.before = (statement) => {
      if (statement !== 'close_run' || failures >= 3) return;
      failures += 1;
      throw new Error('the database is away');
    };
    await completed('Late end');
    assert.equal(failures, 3);
  });

  it('keeps its tries for failures of its own while it waits for the database', async () => {
    let waits = 0;
    world.faults.before = (statement, parameters) => {
      if (statement !== 'begin_step' || parameters[activityParameter] !== 'vfa:000' || waits >= 5) return;
      waits += 1;
      throw Object.assign(new Error('could not extend file'), { code: '53100', severity: 'ERROR' });
    };
    let failures = 0;
    world.faults.forge = ({ activityId }) => {
      if (activityId !== 'vfa:000' || failures >= 1) return;
      failures += 1;
      throw new AethercastError('VFA_SYNTHESIS_FAILED');
    };
    await completed('Patience');
    assert.deepEqual([waits, failures], [5, 1]);
  });

  it('finds the script again when its closing write failed, and writes none twice', async () => {
    failOnce('before', 'end_step', 'pswa:1');
    const id = await completed('Script');
    const writer = (await ledger(world, id)).filter(({ unit }) => unit === 'source words');
    assert.deepEqual(
      writer.map(({ token, attempt, outcome }) => `${token.split('/')[1]} ${attempt} ${outcome}`),
      ['pswa:0 1 succeeded', 'pswa:1 1 recovered'],
    );
    const written = world.done.written.filter(({ run }) => run.endsWith(id));
    assert.deepEqual(
      written.map(({ activityId }) => activityId),
      ['pswa:0', 'pswa:1'],
    );
  });

  it('forges again what could not be stored, and the ledger shows both calls', async () => {
    let failed = false;
    world.faults.put = (key) => {
      if (failed || !key.startsWith('speech/')) return;
      failed = true;
      throw new Error('the disk is full');
    };
    const id = await completed('Full disk');
    assert.deepEqual(await callsOf(id, 'vfa:000'), ['vfa:000 1.1 failed', 'vfa:000 1.2 succeeded']);
  });

  it('makes a stored segment anew when its object turns out to be damaged', async () => {
    const request = requestOf('Damaged');
    const one = await ended(world, await ordered(world, request));
    const [, , third] = await listSegments(world.db, one.podcast_id);
    const file = path.join(world.mediaFolder, third!.mediaUri.replace('media://local/', ''));
    const sound = await world.media.read(third!.mediaUri);
    await writeFile(file, sound.subarray(0, sound.length - 100));

    const two = await ended(world, await ordered(world, request));
    assert.equal(two.status, 'completed');
    assert.deepEqual(await speechCalls(world, two.podcast_id), ['vfa:002 1.1 succeeded']);
    assert.ok((await world.media.read(third!.mediaUri)).equals(sound), 'the same bytes as before');
    const manifests = await Promise.all(
      [one, two].map(({ podcast_id }) => listSegments(world.db, podcast_id)),
    );
    assert.deepEqual(
      manifests[0]!.map(({ sha256 }) => sha256),
      manifests[1]!.map(({ sha256 }) => sha256),
    );
  });

  it('speaks a recorded segment again when its object is gone by the time the episode is assembled', async () => {
    let lost: string | undefined;
    world.faults.after = (statement, parameters) => {
      if (statement !== 'end_step' || parameters[activityParameter] !== 'vfa:001') return;
      const { episode_segment } = JSON.parse(String(parameters.at(-1))) as {
        episode_segment: { media_uri: string };
      };
      lost = episode_segment.media_uri;
      rmSync(path.join(world.mediaFolder, lost.replace('media://local/', '')));
    };
    await completed('Lost object');
    assert.ok(lost !== undefined && (await world.media.head(lost)));
  });

  function failOnce(when: 'before' | 'after', statement: string, activityId: string): void {
    let failed = false;
    world.faults[when] = (called, parameters) => {
      if (failed || called !== statement || parameters[activityParameter] !== activityId) return;
      failed = true;
      throw new Error('the connection to the database was lost');
    };
  }

  async function completed(name: string): Promise<string> {
    const id = await ordered(world, requestOf(name));
    assert.equal((await ended(world, id)).status, 'completed');
    assert.equal(await chainProblem(world, id), undefined);
    return id;
  }

  async function callsOf(id: string, activityId: string): Promise<string[]> {
    return (await speechCalls(world, id)).filter((call) => call.startsWith(activityId));
  }

  function forgedTimes(id: string, activityId: string): number {
    return world.done.forged.filter((at) => at.run.endsWith(id) && at.activityId === activityId).length;
  }
});
