import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { order, ordered, send } from '../support/gateway-http.js';
import { hangingDatabase, type HangingDatabase } from '../support/hanging-database.js';
import { ended } from '../support/runs.js';
import { query } from '../support/servers-of-stacks.js';
import { requestOf } from '../support/sources.js';
import { processExists, until } from '../support/until.js';

describe('a database that hung', function () {
  this.timeout(120_000);
  let hung: HangingDatabase;
  hangingDatabase((made) => {
    hung = made;
  });

  it('is used again as soon as it goes on, by connections that owe no answer and are in no transaction', async () => {
    const { world, url, hang, goOn } = hung;
    await hang();
    // Transactions and plain queries, more than there are connections.
    await Promise.all(
      Array.from({ length: 30 }, (_, at) =>
        at % 2 === 0
          ? order(world, requestOf(`Hung ${at}`), { key: `hung ${at}`, url })
          : fetch(`${url}/api/v1/podcasts/${randomUUID()}`),
      ),
    );
    goOn();
    await until('the gateway works', async () => (await fetch(`${url}/api/v1/podcasts`)).status === 200);
    const ids = Array.from({ length: 40 }, () => randomUUID());
    const answers = await Promise.all(
      ids.map((id) => send(world, `/api/v1/podcasts/${id}`, { url }).then(({ status }) => status)),
    );
    assert.deepEqual(new Set(answers), new Set([404]));
    // One that is under way may be seen between its statements; one that was forgotten stays.
    await until('no transaction is left open', async () => (await transactionsLeftOpen()).length === 0);
    const id = await ordered(world, requestOf('After'), { url });
    assert.equal((await ended(world, id)).status, 'completed');
  });

  it('does not take the gateway along when it is killed in the middle of its answers', async () => {
    const { gateway, url, hang, goOn } = hung;
    // Its connections are open and in the middle of a query.
    await Promise.all(fiveLists());
    await hang();
    const asked = fiveLists();
    await delay(300);
    goOn('SIGKILL');
    for (const { status } of await Promise.all(asked)) assert.equal(status, 503);
    const { pid } = gateway;
    await until('it is started again', async () => (await fetch(`${url}/api/v1/podcasts`)).status === 200);
    assert.ok(await processExists(pid));
  });

  it('delays a run, which completes after it', async () => {
    const { world, url, hang, goOn } = hung;
    let hanging: Promise<void> | undefined;
    world.faults.before = (statement) => {
      if (statement === 'end_step') hanging ??= hang();
    };
    const id = await ordered(world, requestOf('Frozen within'));
    await until('the database hangs', () => hanging !== undefined);
    await hanging;
    await until('others give it up', async () => (await fetch(`${url}/readyz`)).status === 503);
    assert.equal((await fetch(`${url}/api/v1/podcasts`)).status, 503);
    goOn();
    world.mend();
    assert.equal((await ended(world, id)).status, 'completed');
  });

  function fiveLists(): Promise<Response>[] {
    return Array.from({ length: 5 }, () => fetch(`${hung.url}/api/v1/podcasts`));
  }

  function transactionsLeftOpen(): Promise<unknown[]> {
    return query(
      hung.database.url,
      `select state, query from pg_stat_activity where state like 'idle in transaction%'`,
    );
  }
});
