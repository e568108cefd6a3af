/**
 * Runs the operations of a SourceBuffer one at a time: each call waits for its turn and resolves when the browser is done.
 * After `close` no operation starts.
 */
export class BufferOperations {
  readonly #source: MediaSource;
  readonly #buffer: SourceBuffer;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(source: MediaSource, buffer: SourceBuffer) {
    this.#source = source;
    this.#buffer = buffer;
  }

  /** The buffered range in seconds; there is one at most. */
  get range(): { start: number; end: number } | undefined {
    // Reading `buffered` throws once the element has another source.
    if (this.#closed || this.#source.readyState === 'closed') return undefined;
    const { buffered } = this.#buffer;
    if (buffered.length === 0) return undefined;
    return { start: buffered.start(0), end: buffered.end(buffered.length - 1) };
  }

  append(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    return this.#inTurn(() => this.#buffer.appendBuffer(bytes));
  }

  remove(from: number, to: number): Promise<void> {
    return this.#inTurn(() => this.#buffer.remove(from, to));
  }

  /** Empties the buffer; what is appended next starts at that time. */
  async restart(atSeconds: number): Promise<void> {
    // This also reopens a source that was ended.
    await this.remove(0, Infinity);
    await this.#inTurn(() => {
      this.#buffer.abort();
      this.#buffer.timestampOffset = atSeconds;
    });
  }

  /** The duration grows, it never shrinks; only the end makes it exact. */
  growTo(seconds: number): Promise<void> {
    return this.#inTurn(() => {
      const { readyState, duration } = this.#source;
      if (readyState === 'open' && !(duration >= seconds)) this.#source.duration = seconds;
    });
  }

  end(): Promise<void> {
    return this.#inTurn(() => {
      if (this.#source.readyState === 'open') this.#source.endOfStream();
    });
  }

  close(): void {
    this.#closed = true;
  }

  #inTurn(operation: () => void): Promise<void> {
    const turn = this.#last.then(async () => {
      if (this.#closed || this.#source.readyState === 'closed') return;
      operation();
      if (this.#buffer.updating) await nextEvent(this.#buffer, 'updateend');
    });
    // A failure is reported to its caller, and does not stop the next operation.
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

export function nextEvent(target: EventTarget, name: string): Promise<void> {
  return new Promise((resolve) => target.addEventListener(name, () => resolve(), { once: true }));
}
