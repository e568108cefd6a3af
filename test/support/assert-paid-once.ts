import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import type { WholeStack } from './local-stacks.js';

/**
 * The ledger: each segment is settled exactly once, and no call was begun when the segment's object was stored
 * already.
 */
export async function assertPaidOnce(stack: WholeStack, id: string): Promise<void> {
  const { databaseUrl, mediaFolder } = await stack.describe();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: settled } = await client.query<{ token: string; count: string }>(
      `select token, count(*) from provider_calls where workflow_id = $1 and phase = 'settled'
         and outcome in ('succeeded', 'recovered') and token like '%/vfa:%' group by token`,
      [id],
    );
    const { rows: segments } = await client.query<{ seq: number; media_uri: string; last_intent: Date }>(
      `select e.seq, e.media_uri, (select max(c.recorded_at) from provider_calls c where c.phase = 'intent'
         and c.token = e.workflow_id::text || '/vfa:' || lpad(e.seq::text, 3, '0')) as last_intent
       from episode_segments e where e.workflow_id = $1`,
      [id],
    );
    assert.ok(segments.length > 8);
    assert.equal(settled.length, segments.length);
    assert.deepEqual(new Set(settled.map((row) => row.count)), new Set(['1']));
    for (const { seq, media_uri, last_intent } of segments) {
      const file = path.join(mediaFolder, media_uri.replace('media://local/', ''));
      const storedAt = (await stat(file)).mtimeMs;
      assert.ok(
        last_intent.getTime() <= storedAt + 5,
        `segment ${seq} was synthesised again after it was stored`,
      );
    }
  } finally {
    await client.end();
  }
}
