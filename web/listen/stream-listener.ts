import { Acknowledger } from './acknowledger.js';
import { afterClose } from './after-close.js';
import { backoffMs } from './backoff-ms.js';
import { delay } from './delay.js';
import { Connection, type ConnectionEnd } from './connection.js';
import type { EndOfStream, StreamFault, StreamStatus } from './protocol.js';
import { Sha256 } from './sha256.js';
import { SinkQueue, type Sink } from './sink-queue.js';
import type { SocketClass } from './socket.js';
import { isFinalRefusal, type Ticket } from './tickets.js';

export type ListenEnd =
  | { status: 'finished'; totalBytes: number; withErrors: boolean }
  | { status: 'failed'; code: string; message: string }
  | { status: 'stopped' };

/** `waiting`: joined, and there is nothing new yet. */
export type ListenState =
  | { name: 'connecting' | 'waiting' | 'receiving' }
  | { name: 'reconnecting'; inMs: number; tries: number }
  | { name: 'finished' | 'failed' | 'stopped'; end: ListenEnd };

export type ListenOptions = {
  /** Asks the gateway for a ticket; an error whose `retryable` is false is final, any other is tried again. */
  connect: () => Promise<Ticket>;
  WebSocket: SocketClass;
  sink: Sink;
  /** The first byte wanted. Default: 0. */
  offset?: number;
  onState?: (state: ListenState) => void;
  /** Called at every join: how much audio there is. */
  onStatus?: (status: StreamStatus) => void;
  /** Gives up after this many tries in a row without any bytes. Default: never. */
  maxTries?: number;
  silenceMs?: number;
  /** A write that takes this long means that the sink is full. The server must hear so every 10 seconds. */
  holdMs?: number;
};

/** After this long without a byte an open connection counts as waiting. */
const waitingMs = 1_000;
const defaultSilenceMs = 60_000;
const defaultHoldMs = 5_000;
/** A connection that lasted this long resets the backoff. */
const steadyMs = 10_000;

/**
 * Receives one episode from an offset to its end, over as many connections as that takes. Each uses a new ticket and starts
 * where the last one ended. The sink gets every byte once and in order.
 */
export class StreamListener {
  readonly #options: ListenOptions;
  readonly #queue: SinkQueue;
  readonly #acknowledger: Acknowledger;
  readonly #stopping = new AbortController();
  /** The hash of all audio; only if it is received from the first byte. */
  readonly #hash: Sha256 | undefined;
  #state: ListenState['name'] | undefined;
  #tries = 0;
  #refusedTickets = 0;
  #joinedAt: number | undefined;
  #quiet: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ListenOptions) {
    const { offset = 0 } = options;
    this.#options = options;
    this.#hash = offset === 0 ? new Sha256() : undefined;
    this.#queue = new SinkQueue(options.sink, offset, () => this.#acknowledger.taken());
    this.#acknowledger = new Acknowledger(this.#queue, options.holdMs ?? defaultHoldMs);
  }

  /** The offset up to which the sink has taken everything. */
  get taken(): number {
    return this.#queue.taken;
  }

  /** Resolves when the sink has taken the last byte. Rejects only with an error of the sink. */
  async run(): Promise<ListenEnd> {
    try {
      const end = await Promise.race([this.#listen(), this.#queue.broken]);
      this.#show({ name: end.status, end });
      return end;
    } finally {
      this.#stopping.abort();
      this.#acknowledger.close();
    }
  }

  /** Stops at once; bytes still in the queue are not written. */
  stop(): void {
    this.#queue.drop();
    this.#stopping.abort();
  }

  async #listen(): Promise<ListenEnd> {
    for (;;) {
      const before = this.#queue.received;
      this.#joinedAt = undefined;
      const next = await this.#oneConnection();
      if (this.#stopping.signal.aborted) return { status: 'stopped' };
      if (next !== 'again') return next;
      this.#tries = this.#wasSteady() || this.#queue.received > before ? 0 : this.#tries + 1;
      if (this.#tries >= (this.#options.maxTries ?? Infinity)) {
        return failed('LISTEN_UNREACHABLE', `The stream could not be joined in ${this.#tries} tries.`);
      }
      const inMs = backoffMs(Math.max(0, this.#tries - 1));
      this.#show({ name: 'reconnecting', inMs, tries: this.#tries });
      await delay(inMs, this.#stopping.signal);
    }
  }

  async #oneConnection(): Promise<ListenEnd | 'again'> {
    this.#show({ name: 'connecting' });
    const connection = await this.#connect();
    if (!(connection instanceof Connection)) return connection;
    this.#acknowledger.speakTo(connection);
    const end = await connection.ended;
    clearTimeout(this.#quiet);
    return this.#after(end);
  }

  async #connect(): Promise<Connection | ListenEnd | 'again'> {
    const { connect, WebSocket, silenceMs = defaultSilenceMs } = this.#options;
    let ticket;
    try {
      ticket = await connect();
    } catch (error) {
      return isFinalRefusal(error) ? failed(error.code ?? 'LISTEN_REFUSED', error.message) : 'again';
    }
    try {
      return new Connection({
        WebSocket,
        ticket,
        offset: this.#queue.received,
        onJoined: (status) => this.#joined(status),
        onAudio: (bytes) => this.#take(bytes),
        silenceMs,
        signal: this.#stopping.signal,
      });
    } catch (error) {
      // For example, a page on https may never open ws:.
      return failed('LISTEN_BAD_ADDRESS', error instanceof Error ? error.message : String(error));
    }
  }

  async #after(end: ConnectionEnd): Promise<ListenEnd | 'again'> {
    switch (end.kind) {
      case 'complete':
        return this.#complete(end.end);
      case 'closed':
        return this.#afterClose(end.code, end.fault);
      case 'broken':
      case 'stopped':
        return 'again';
    }
  }

  async #afterClose(code: number, fault: StreamFault | undefined): Promise<ListenEnd | 'again'> {
    switch (afterClose(code)) {
      case 'give up':
        break;
      case 'new ticket':
        this.#refusedTickets += 1;
        if (this.#refusedTickets < 2) return 'again';
        break;
      case 'reconnect with room':
        await this.#drained();
        return 'again';
      case 'reconnect':
        return 'again';
    }
    // What arrived before the end can still be played.
    await this.#drained();
    return failed(
      fault?.code ?? `LISTEN_CLOSED_${code}`,
      fault?.message ?? `The server closed the stream with ${code}.`,
    );
  }

  async #complete({ total_bytes: total, sha256, status }: EndOfStream): Promise<ListenEnd | 'again'> {
    const { received } = this.#queue;
    if (received < total) return 'again';
    await this.#drained();
    if (received > total) {
      return failed('LISTEN_WRONG_LENGTH', `${received} bytes arrived, but the episode has ${total}.`);
    }
    if (this.#hash !== undefined && this.#hash.hex() !== sha256) {
      return failed('LISTEN_DAMAGED', 'The received audio does not match the episode.');
    }
    return { status: 'finished', totalBytes: total, withErrors: status === 'completed_with_errors' };
  }

  #wasSteady(): boolean {
    return this.#joinedAt !== undefined && Date.now() - this.#joinedAt >= steadyMs;
  }

  #joined(status: StreamStatus): void {
    this.#joinedAt = Date.now();
    this.#refusedTickets = 0;
    this.#options.onStatus?.(status);
    if (status.available_bytes > this.#queue.received) this.#expectMore();
    else this.#show({ name: 'waiting' });
  }

  #take(bytes: Uint8Array): void {
    this.#hash?.update(bytes);
    this.#queue.push(bytes);
    this.#show({ name: 'receiving' });
    this.#expectMore();
  }

  /** A server that was asked to hold is expected to be silent. */
  #expectMore(): void {
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => {
      if (this.#queue.blockedSince === undefined) this.#show({ name: 'waiting' });
      else this.#expectMore();
    }, waitingMs);
  }

  /** Resolves when the sink has taken everything, or the listener was stopped. */
  async #drained(): Promise<void> {
    const { signal } = this.#stopping;
    const stopped = new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    if (!signal.aborted) await Promise.race([this.#queue.drained(), stopped]);
  }

  #show(state: ListenState): void {
    if (state.name === this.#state && state.name !== 'reconnecting') return;
    this.#state = state.name;
    this.#options.onState?.(state);
  }
}

function failed(code: string, message: string): ListenEnd {
  return { status: 'failed', code, message };
}
