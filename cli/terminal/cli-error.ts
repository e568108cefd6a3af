/** Ends a command with a message for the person at the terminal, without a stack, and an exit code. */
export class CliError extends Error {
  readonly exitCode: number;
  /** For programs: what `--json` adds to its line. */
  readonly facts: Record<string, unknown>;

  constructor(message: string, exitCode = 2, facts: Record<string, unknown> = {}) {
    super(message);
    this.name = 'CliError';
    this.exitCode = exitCode;
    this.facts = facts;
  }
}
