import assert from 'node:assert/strict';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { Client, Connection, WorkflowNotFoundError } from '@temporalio/client';
import { engineId } from '../../workflows/contract/runs.js';
import { completedEpisode, episode } from '../support/episodes.js';
import { WholeStack } from '../support/local-stacks.js';
import { eventsWithPlanted, filesWithPlanted, planted, rowsWithPlanted } from '../support/planted.js';
import { query } from '../support/servers-of-stacks.js';
import { storyOf } from '../support/sources.js';
import { until } from '../support/until.js';

/**
 * PostgreSQL's own files hold old versions of rows until the deletion's second pass (docs/operating.md); previews are no
 * episode's, and go after an hour.
 */
const elsewhere = ['postgres/', 'media/previews/'];

describe('what a person gave for an episode', function () {
  this.timeout(300_000);
  let stack: WholeStack;
  let gateway: string;
  let connection: Connection;
  let temporal: Client;
  let id: string;

  before(async () => {
    stack = await WholeStack.start({ SPEECH_PROVIDER: 'flite', RECONCILE_INTERVAL_SECONDS: '1' });
    const { gatewayUrl, temporalAddress } = await stack.describe();
    gateway = gatewayUrl ?? '';
    connection = await Connection.connect({ address: temporalAddress ?? '' });
    temporal = new Client({ connection });
    const upload = await uploaded(`${planted('Filename')} notes.txt`, storyOf(planted('Upload')));
    id = await asked({
      topic: `The tale of ${planted('Topic')}`,
      narrative_guidance: `Speak of ${planted('Guidance')}`,
      minutes: 0.75,
      sources: [{ upload_id: upload }, { text: storyOf(planted('Text')), title: planted('Title') }],
      speakers: [{ name: planted('Speaker') }],
    });
    await completedEpisode(gateway, id);
  });
  after(async () => {
    await connection.close();
    await stack.stop();
  });

  it('is kept where only its owner can read it', async () => {
    const root = stack.config.AETHERCAST_DATA;
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    assert.ok(entries.some(({ name }) => name === 'temporal.db'));
    for (const entry of entries) {
      const file = path.join(entry.parentPath, entry.name);
      // The locks and sockets of running servers come and go.
      const found = await stat(file).catch(() => undefined);
      if (found === undefined) continue;
      assert.equal(found.mode & 0o077, 0, `${path.relative(root, file)} ${(found.mode & 0o777).toString(8)}`);
    }
  });

  it('is not in the history of any run, nor in a file of the engine or a log', async () => {
    const failed = await asked({ topic: planted('Nowhere'), minutes: 0.75 });
    await until(
      'the run fails',
      async () => (await episode(gateway, failed))?.overall_status === 'failed',
      120_000,
    );
    await fetch(`${gateway}/api/v1/voices/slt/preview?text=${planted('Preview')}%20speaks`);
    await fetch(
      `${gateway}/api/v1/voices/slt/preview?text=${planted('Preview')}%20${encodeURIComponent('Жук')}`,
    );
    await post('/api/v1/sources/preview', { text: `The ${planted('Look')} was built in 1821.` });
    await post('/api/v1/search/podcasts', { query: planted('Search') });
    assert.deepEqual(await eventsWithPlanted(temporal), []);
    assert.deepEqual(await filesWithPlanted(stack.config.AETHERCAST_DATA, [...elsewhere, 'media/']), []);
    await deleted(failed);
  });

  it('is gone from every file, every row and every history once the episode is deleted', async () => {
    assert.notDeepEqual(await filesWithPlanted(stack.config.AETHERCAST_DATA, elsewhere), []);
    assert.notDeepEqual(await rowsWithPlanted((await stack.describe()).databaseUrl), []);
    await deleted(id);
    await until(
      'the engine has forgotten the run',
      async () => {
        try {
          await temporal.workflow.getHandle(engineId('podcast', id)).describe();
          return false;
        } catch (error) {
          if (error instanceof WorkflowNotFoundError) return true;
          throw error;
        }
      },
      120_000,
    );
    assert.deepEqual(await filesWithPlanted(stack.config.AETHERCAST_DATA, elsewhere), []);
    const rows = await rowsWithPlanted((await stack.describe()).databaseUrl);
    // Searches are no episode's.
    assert.deepEqual(
      rows.filter((row) => !row.includes(planted('Search'))),
      [],
    );
    assert.deepEqual(await eventsWithPlanted(temporal), []);
  });

  it('is gone from the files of the database, too, after the second pass of the deletion', async () => {
    const { databaseUrl } = await stack.describe();
    await query(databaseUrl, `update erasures set carried_out_at = now() - interval '11 minutes'`);
    let left: string[] = [];
    await until(
      'nothing is left',
      async () => {
        const found = await filesWithPlanted(stack.config.AETHERCAST_DATA, ['media/previews/']);
        left = found
          .map((file) => file.replaceAll(planted('Search'), ''))
          .filter((file) => !file.endsWith(': '));
        return left.length === 0;
      },
      60_000,
    ).catch((error: unknown) => assert.deepEqual(left, [], String(error)));
    assert.deepEqual(await query(databaseUrl, 'select * from erasures'), []);
  });

  async function uploaded(filename: string, text: string): Promise<string> {
    const response = await fetch(`${gateway}/api/v1/uploads?filename=${encodeURIComponent(filename)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: text,
    });
    assert.equal(response.status, 201);
    return ((await response.json()) as { upload_id: string }).upload_id;
  }

  async function asked(body: unknown): Promise<string> {
    const response = await post('/api/v1/podcasts', body);
    assert.equal(response.status, 202, await response.clone().text());
    return ((await response.json()) as { podcast_id: string }).podcast_id;
  }

  function post(address: string, body: unknown): Promise<Response> {
    return fetch(`${gateway}${address}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  async function deleted(podcastId: string): Promise<void> {
    const response = await fetch(`${gateway}/api/v1/podcasts/${podcastId}`, { method: 'DELETE' });
    assert.equal(response.status, 204, await response.text());
  }
});
