import { messageBurst, messagesPerSecond } from './limits.js';

/** A token bucket that limits one client's messages. */
export class MessageRate {
  #tokens = messageBurst;
  #at: number;

  constructor(now: number) {
    this.#at = now;
  }

  /** False when the limit is exceeded. */
  take(now: number): boolean {
    this.#tokens = Math.min(messageBurst, this.#tokens + ((now - this.#at) / 1_000) * messagesPerSecond);
    this.#at = now;
    this.#tokens -= 1;
    return this.#tokens >= 0;
  }
}
