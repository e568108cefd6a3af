import { isatty } from 'node:tty';
import { CliError } from '../cli-error.js';
import type { Sink } from '../../web/listen/index.js';

/** The player at the other end of the pipe has gone, or the disk that took the audio is full. */
export class PlayerGone extends Error {
  constructor(cause: Error) {
    const closed = 'code' in cause && cause.code === 'EPIPE';
    super(closed ? 'The player was closed.' : `The audio could not be written: ${cause.message}.`, { cause });
    this.name = 'PlayerGone';
  }
}

/** Standard output as a place for audio: at the pace of whoever reads it. Refuses a terminal. */
export class PlayerOutput implements Sink {
  readonly #out: NodeJS.WritableStream;

  constructor(out: NodeJS.WritableStream) {
    this.#out = out;
    // Each write is told of its own error; without a listener it would end the process as well.
    out.on('error', () => undefined);
  }

  /** @param example a command that pipes the audio on. */
  static open(example: string): PlayerOutput {
    if (isatty(1)) {
      throw new CliError(
        `This writes audio to standard output. Pipe it into a player or a file:\n  ${example}`,
      );
    }
    return new PlayerOutput(process.stdout);
  }

  /** Resolves when the bytes have gone to the system. Throws PlayerGone. */
  write(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#out.write(bytes, (error) => {
        if (error) reject(new PlayerGone(error));
        else resolve();
      });
    });
  }
}
