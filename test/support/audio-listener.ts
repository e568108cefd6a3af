// A listener of plain HTTP that keeps what it got and knows an end from a cut.
import { get, type IncomingMessage } from 'node:http';
import { until } from './until.js';

export class AudioListener {
  readonly response: IncomingMessage;
  /** An answer that was ended properly, or one whose connection was cut. */
  readonly outcome: Promise<'ended' | 'cut'>;
  readonly #parts: Buffer[] = [];
  #bytes = 0;

  private constructor(response: IncomingMessage) {
    this.response = response;
    response.on('data', (part: Buffer) => {
      this.#parts.push(part);
      this.#bytes += part.length;
    });
    this.outcome = new Promise((resolve) => {
      response.once('end', () => resolve('ended'));
      response.once('error', () => resolve('cut'));
    });
  }

  /** Resolves with the first byte, or when there is to be none. */
  static open(
    address: string,
    headers: Record<string, string> = {},
    signal?: AbortSignal,
  ): Promise<AudioListener> {
    return new Promise((resolve, reject) => {
      get(address, { headers, agent: false, ...(signal === undefined ? {} : { signal }) }, (response) =>
        resolve(new AudioListener(response)),
      ).on('error', reject);
    });
  }

  get bytes(): number {
    return this.#bytes;
  }

  get audio(): Buffer {
    return Buffer.concat(this.#parts);
  }

  async has(bytes: number, withinMs?: number): Promise<void> {
    await until(`${bytes} bytes have come`, () => this.#bytes >= bytes, withinMs);
  }

  leave(): void {
    this.response.destroy();
  }
}
