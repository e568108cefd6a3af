import type { Connection } from './connection.js';
import type { SinkQueue } from './sink-queue.js';

/** So many bytes, or so much time, and the server hears how far we are. */
const ackBytes = 64 * 1024;
const tickMs = 1_000;
/** The server closes those that say more than 50 things a second. */
const leastGapMs = 50;
/** Tells the server what the sink has really taken, and to hold while it takes nothing. */
export class Acknowledger {
  readonly #queue: SinkQueue;
  readonly #holdMs: number;
  readonly #timer: ReturnType<typeof setInterval>;
  #connection: Connection | undefined;
  #later: ReturnType<typeof setTimeout> | undefined;
  #acked = 0;
  #saidAt = 0;
  #held = false;

  /** @param holdMs a write that takes so long means that the sink has enough; said again as often. */
  constructor(queue: SinkQueue, holdMs: number) {
    this.#queue = queue;
    this.#holdMs = holdMs;
    this.#timer = setInterval(() => this.#tick(), Math.min(tickMs, holdMs));
  }

  /** From now on to this server, which knows nothing yet of what was said before. */
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
    const waitMs = this.#saidAt + leastGapMs - Date.now();
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
