import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { isFileMissing } from '../platform/error-code.js';

const maxBytes = 5_000_000;
const tailLines = 20;

/** What one child says: each line prefixed to the stack's log, plain to a file that is turned over at 5 MB. */
export class ChildLog {
  readonly #name: string;
  readonly #file: string;
  readonly #log: (line: string) => void;
  readonly #tail: string[] = [];
  #bytes: number;
  #quiet = false;
  #failing = false;

  constructor(name: string, file: string, log: (line: string) => void) {
    this.#name = name;
    this.#file = file;
    this.#log = log;
    this.#bytes = sizeOf(file);
  }

  follow(stream: Readable): void {
    createInterface({ input: stream, crlfDelay: Infinity }).on('line', (line) => this.#take(line));
  }

  /** From now on only into the file: a server that is being stopped complains about its own end. */
  quieten(): void {
    this.#quiet = true;
  }

  /** The last lines, for an error about why it did not start. */
  tail(): string {
    return this.#tail.join('\n');
  }

  #take(line: string): void {
    if (line === '') return;
    this.#tail.push(line);
    if (this.#tail.length > tailLines) this.#tail.shift();
    this.#write(line);
    if (!this.#quiet) this.#log(`[${this.#name}] ${line}`);
  }

  /** A full disk or a missing folder costs lines of the log, never the stack. Told once until it works again. */
  #write(line: string): void {
    try {
      if (this.#bytes > maxBytes) {
        renameSync(this.#file, `${this.#file}.1`);
        this.#bytes = 0;
      }
      mkdirSync(path.dirname(this.#file), { recursive: true, mode: 0o700 });
      // Synchronous: a line must be in the file before the supervisor itself can die, and lines are few.
      appendFileSync(this.#file, `${line}\n`, { mode: 0o600 });
      this.#bytes += Buffer.byteLength(line) + 1;
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) this.#log(`[${this.#name}] its log file cannot be written: ${String(error)}`);
      this.#failing = true;
    }
  }
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch (error) {
    if (isFileMissing(error)) return 0;
    throw error;
  }
}
