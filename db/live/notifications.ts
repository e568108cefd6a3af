import pg from 'pg';
import type { Config } from '../../platform/config/load-config.js';
import type { Logger } from '../../platform/log.js';
import { databaseUrl } from '../connect.js';

/** The channels that triggers notify (db/functions/notify_*.sql), with an episode's id or an event's number. */
export type Channel = 'episode_changed' | 'ui_event';

type Handler = (payload: string) => void;

const reconnectMs = 1_000;

/**
 * Listens on a connection of its own and reopens it whenever it is lost. Notifications may be lost with it, so
 * listeners also poll.
 */
export class Notifications {
  readonly #config: Config;
  readonly #log: Logger;
  readonly #handlers = new Map<string, Set<Handler>>();
  #client: pg.Client | undefined;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(config: Config, log: Logger) {
    this.#config = config;
    this.#log = log;
  }

  /** Opens the connection with the first handler. Answers a function that removes the handler. */
  on(channel: Channel, handler: Handler): () => void {
    const handlers = this.#handlers.get(channel) ?? new Set();
    const isNew = handlers.size === 0;
    this.#handlers.set(channel, handlers.add(handler));
    if (this.#client === undefined && this.#retry === undefined) void this.#connect();
    else if (isNew) void this.#listen(channel);
    return () => {
      handlers.delete(handler);
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    await this.#client?.end().catch((error: unknown) => {
      this.#log.debug({ err: error }, 'the listening connection was closed by the other side');
    });
  }

  async #connect(): Promise<void> {
    if (this.#closed) return;
    const client = new pg.Client({
      connectionString: databaseUrl(this.#config),
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    this.#client = client;
    client.on('notification', ({ channel, payload = '' }) => {
      for (const handler of this.#handlers.get(channel) ?? []) handler(payload);
    });
    client.on('error', (error) => this.#lost(client, error));
    client.on('end', () => this.#lost(client));
    try {
      await client.connect();
      for (const channel of this.#handlers.keys()) await this.#listen(channel);
    } catch (error) {
      this.#lost(client, error);
    }
  }

  async #listen(channel: string): Promise<void> {
    const client = this.#client;
    try {
      await client?.query(`listen ${channel}`);
    } catch (error) {
      if (client !== undefined) this.#lost(client, error);
    }
  }

  #lost(client: pg.Client, error?: unknown): void {
    if (this.#closed || this.#client !== client) return;
    this.#client = undefined;
    this.#log.warn({ err: error }, 'the listening connection was lost; polling goes on meanwhile');
    client.end().catch(() => undefined);
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      void this.#connect();
    }, reconnectMs);
  }
}
