import { isatty } from 'node:tty';
import { errorCode } from '../../platform/error-code.js';
import { CliError } from '../terminal/cli-error.js';
import type { Sink } from '../../web/listen/index.js';

/** The audio can no longer be written: the player was closed, or the disk is full. */
export class PlayerGone extends Error {
  constructor(cause: Error) {
    const closed = errorCode(cause) === 'EPIPE';
    super(closed ? 'The player was closed.' : `The audio could not be written: ${cause.message}.`, { cause });
    this.name = 'PlayerGone';
  }
}

/** Writes audio to standard output at the pace of its reader. */
export class PlayerOutput implements Sink {
  readonly #out: NodeJS.WritableStream;

  constructor(out: NodeJS.WritableStream) {
    this.#out = out;
    // `write` reports its own errors; without a listener they would end the process as well.
    out.on('error', () => undefined);
  }

  /**
   * Throws CliError where standard output is a terminal.
   * @param example a command that pipes the audio into a player
   */
  static open(example: string): PlayerOutput {
    if (isatty(1)) {
      throw new CliError(
        `This command writes audio to standard output. Pipe it into a player or a file:\n  ${example}`,
      );
    }
    return new PlayerOutput(process.stdout);
  }

  /** Resolves when the system has taken the bytes. Throws PlayerGone. */
  write(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#out.write(bytes, (error) => {
        if (error) reject(new PlayerGone(error));
        else resolve();
      });
    });
  }
}
