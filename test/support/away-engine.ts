import { Client, Connection } from '@temporalio/client';

/** What a test waits until a call to an engine that is away is given up; the product waits for two seconds and more. */
const impatienceMs = 100;

/** A client of an engine that is away: nobody listens there. Close its `connection`. */
export function awayEngine(): Client {
  const connection = Connection.lazy({ address: '127.0.0.1:1' });
  const client = new Client({ connection });
  return Object.assign(client, {
    withDeadline: <Answer>(deadline: number | Date, call: () => Promise<Answer>) =>
      connection.withDeadline(Math.min(Number(deadline), Date.now() + impatienceMs), call),
  });
}
