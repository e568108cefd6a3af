import { ignore } from './socket.js';

/**
 * Where the audio goes. `write` gets the bytes in order. While its promise is pending nothing more is written, and after a
 * while the server is asked to hold.
 */
export interface Sink {
  write(bytes: Uint8Array, offset: number): void | Promise<void>;
}

/** Bytes on their way to the sink; the server's window limits how many wait here. */
export class SinkQueue {
  readonly #sink: Sink;
  readonly #onTaken: () => void;
  readonly #waiting: Uint8Array[] = [];
  #received: number;
  #taken: number;
  #writing: Promise<void> | undefined;
  #blockedSince: number | undefined;
  #dropped = false;
  #break: (error: unknown) => void = ignore;

  /** Rejects when a write to the sink fails. */
  readonly broken: Promise<never>;

  constructor(sink: Sink, offset: number, onTaken: () => void) {
    this.#sink = sink;
    this.#onTaken = onTaken;
    this.#received = offset;
    this.#taken = offset;
    this.broken = new Promise((_, reject) => (this.#break = reject));
  }

  /** The offset up to which all bytes have arrived. */
  get received(): number {
    return this.#received;
  }

  /** The offset up to which the sink has taken them. */
  get taken(): number {
    return this.#taken;
  }

  /** When the current write began. */
  get blockedSince(): number | undefined {
    return this.#blockedSince;
  }

  push(bytes: Uint8Array): void {
    this.#received += bytes.length;
    this.#waiting.push(bytes);
    if (this.#writing !== undefined) return;
    this.#writing = this.#writeAll();
    this.#writing.catch(this.#break);
  }

  /** Resolves when the sink has taken everything. */
  async drained(): Promise<void> {
    await this.#writing;
  }

  /** Writes nothing more. */
  drop(): void {
    this.#dropped = true;
    this.#waiting.length = 0;
  }

  async #writeAll(): Promise<void> {
    for (let bytes = this.#waiting.shift(); bytes !== undefined; bytes = this.#waiting.shift()) {
      this.#blockedSince = Date.now();
      await this.#sink.write(bytes, this.#taken);
      this.#blockedSince = undefined;
      if (this.#dropped) return;
      this.#taken += bytes.length;
      this.#onTaken();
    }
    this.#writing = undefined;
  }
}
