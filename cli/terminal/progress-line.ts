import { inheritedEnvironment } from '../../platform/config/load-config.js';

const clearLine = '\r\x1b[2K';

/** Says what is being done: on a terminal in one line that updates, elsewhere in a line per change. */
export class ProgressLine {
  /** Whether it is one line that updates. */
  readonly isLive: boolean;
  readonly #out: NodeJS.WriteStream;
  #shown = '';
  #isOpen = false;

  constructor(out: NodeJS.WriteStream) {
    this.#out = out;
    this.isLive = out.isTTY && inheritedEnvironment()['TERM'] !== 'dumb';
  }

  say(text: string): void {
    if (text === this.#shown) return;
    this.#shown = text;
    if (this.isLive) this.#draw();
    else this.#out.write(`${text}\n`);
  }

  /** A line of its own that stays above the one that updates. */
  note(text: string): void {
    const wasOpen = this.#isOpen;
    this.end();
    this.#out.write(`${text}\n`);
    if (wasOpen) this.#draw();
  }

  /** Removes the line that updates, so that what follows stands on its own. */
  end(): void {
    if (this.#isOpen) this.#out.write(clearLine);
    this.#isOpen = false;
  }

  /** Cut to the terminal's width: of a line that wraps, only the last row could be cleared. */
  #draw(): void {
    const room = Math.max(1, (this.#out.columns || 80) - 1);
    this.#out.write(clearLine + [...this.#shown].slice(0, room).join(''));
    this.#isOpen = true;
  }
}
