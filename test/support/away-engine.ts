// Engines that do not answer, for which tests need not wait as long as people do.
import { Client, Connection } from '@temporalio/client';

/** A client of an engine that is away: nobody listens there. Close its `connection`. */
export function awayEngine(): Client {
  return impatient(new Client({ connection: Connection.lazy({ address: '127.0.0.1:1' }) }), 100);
}

/** The client, but every call is given up after `mostMs`; the product waits for two seconds and more. */
export function impatient(client: Client, mostMs: number): Client {
  return Object.create(client, {
    withDeadline: {
      value: <Answer>(deadline: number | Date, call: () => Promise<Answer>) =>
        client.withDeadline(Math.min(Number(deadline), Date.now() + mostMs), call),
    },
  }) as Client;
}
