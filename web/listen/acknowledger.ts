import type { Connection } from './connection.js';
import type { SinkQueue } from './sink-queue.js';

/** The listener acknowledges after this many bytes, or this much time. */
const ackBytes = 64 * 1024;
const tickMs = 1_000;
/** The server closes connections that send more than 50 messages a second. */
const minGapMs = 50;

/** Acknowledges what the sink has taken, and asks the server to hold while the sink is busy. */
export class Acknowledger {
  readonly #queue: SinkQueue;
  readonly #holdMs: number;
  readonly #timer: ReturnType<typeof setInterval>;
  #connection: Connection | undefined;
  #later: ReturnType<typeof setTimeout> | undefined;
  #acked = 0;
  #saidAt = 0;
  #held = false;

  /** @param holdMs a write that takes this long means that the sink is full; `hold` is repeated as often */
  constructor(queue: SinkQueue, holdMs: number) {
    this.#queue = queue;
    this.#holdMs = holdMs;
    this.#timer = setInterval(() => this.#tick(), Math.min(tickMs, holdMs));
  }

  /** Switches to a new connection, on which nothing has been acknowledged yet. */
  speakTo(connection: Connection): void {
    this.#connection = connection;
    this.#acked = this.#queue.taken;
    this.#held = false;
  }

  taken(): void {
    if (this.#held) this.#soon();
    else if (this.#queue.taken - this.#acked >= ackBytes) this.#soon();
  }

  close(): void {
    clearInterval(this.#timer);
    clearTimeout(this.#later);
    this.#connection = undefined;
  }

  #tick(): void {
    const { taken, blockedSince } = this.#queue;
    const blocked = blockedSince !== undefined && Date.now() - blockedSince >= this.#holdMs;
    if (blocked) {
      if (!this.#held || Date.now() - this.#saidAt >= this.#holdMs) this.#say(true);
    } else if (taken > this.#acked || this.#held) {
      this.#say(false);
    }
  }

  #soon(): void {
    const waitMs = this.#saidAt + minGapMs - Date.now();
    if (waitMs <= 0) this.#say(false);
    else this.#later ??= setTimeout(() => this.#say(false), waitMs);
  }

  #say(hold: boolean): void {
    clearTimeout(this.#later);
    this.#later = undefined;
    if (this.#connection?.isJoined !== true) return;
    this.#connection.acknowledge(this.#queue.taken, hold);
    this.#acked = this.#queue.taken;
    this.#saidAt = Date.now();
    this.#held = hold;
  }
}
