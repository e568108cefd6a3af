import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';

/** How long to wait for the database, ms. */
export type DatabaseWaits = {
  connectMs: number;
  queryMs: number;
  /** For the connection and the first query on it together. */
  bothMs: number;
};

/** A query is given at least this long, however long the wait for its connection was. */
const minQueryMs = 500;
/** After a wait without an answer, others fail at once for this long: a request often asks more than once. */
const silentMs = 1_000;

/** The code is that of a socket whose other side does not answer. */
class DatabaseSilentError extends Error {
  readonly code = 'ETIMEDOUT';

  constructor(waitedMs: number) {
    super(`the database did not answer within ${Math.round(waitedMs)} ms`);
    this.name = 'DatabaseSilentError';
  }
}

/**
 * A pool that gives up on a database that does not answer. A connection whose query was given up still waits for the
 * old answer and may be in a transaction, so it is closed: the next query must not queue behind it.
 */
export class GuardedPool implements PostgresPool {
  readonly #pool: pg.Pool;
  readonly #waits: DatabaseWaits;
  #silentUntil = 0;

  /** @param pool gives up connecting after `waits.connectMs` by itself */
  constructor(pool: pg.Pool, waits: DatabaseWaits) {
    this.#pool = pool;
    this.#waits = waits;
    // Queries report a lost connection themselves; without a listener the event would end the process.
    pool.on('connect', (client) => client.on('error', () => undefined));
  }

  async connect(): Promise<PostgresPoolClient> {
    if (Date.now() < this.#silentUntil) throw new DatabaseSilentError(0);
    const { connectMs, queryMs, bothMs } = this.#waits;
    const beganAt = performance.now();
    let client: PoolClient;
    try {
      client = await this.#pool.connect();
    } catch (error) {
      if (performance.now() - beganAt >= connectMs) this.#fellSilent();
      throw error;
    }
    const leftMs = bothMs - (performance.now() - beganAt);
    return new GuardedClient(client, {
      firstMs: Math.max(minQueryMs, Math.min(queryMs, leftMs)),
      queryMs,
      onAnswer: () => {
        this.#silentUntil = 0;
      },
      onSilence: () => this.#fellSilent(),
    });
  }

  #fellSilent(): void {
    this.#silentUntil = Date.now() + silentMs;
  }

  end(): Promise<void> {
    return this.#pool.end();
  }
}

/** pg's own, as far as it is used here. */
type PoolClient = PostgresPoolClient & { release(error?: Error): void };

type ClientOptions = { firstMs: number; queryMs: number; onAnswer: () => void; onSilence: () => void };

/** A connection from its acquisition to its release. */
class GuardedClient implements PostgresPoolClient {
  readonly #client: PoolClient;
  readonly #options: ClientOptions;
  #nextMs: number;
  #silence: DatabaseSilentError | undefined;

  constructor(client: PoolClient, options: ClientOptions) {
    this.#client = client;
    this.#options = options;
    this.#nextMs = options.firstMs;
  }

  query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    text: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    // Only a dialect with a cursor class asks for cursors, and ours has none.
    if (typeof text !== 'string') throw new TypeError('cursors are not supported');
    return this.#ask<R>(text, parameters);
  }

  release(): void {
    // pg closes a connection that is released with an error, at once where a query is still open.
    this.#client.release(this.#silence);
  }

  async #ask<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    // Such as the rollback after the query that was given up.
    if (this.#silence !== undefined) throw this.#silence;
    const waitMs = this.#nextMs;
    this.#nextMs = this.#options.queryMs;
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        this.#silence = new DatabaseSilentError(waitMs);
        this.#options.onSilence();
        reject(this.#silence);
      }, waitMs);
    });
    const answer = this.#client.query<R>(text, [...parameters]);
    // Closing the connection rejects what was given up.
    answer.catch(() => undefined);
    try {
      const result = await Promise.race([answer, silence]);
      this.#options.onAnswer();
      return result;
    } finally {
      clearTimeout(timer);
    }
  }
}
