export type StopReason = 'too_slow' | 'too_much_memory' | 'thread_died';

/** A thread was ended before it had an answer. Whoever asked for the work says what that means for it. */
export class StoppedWork extends Error {
  constructor(
    readonly reason: StopReason,
    cause?: unknown,
  ) {
    super(`Work in a thread was stopped: ${reason}.`, { cause });
    this.name = 'StoppedWork';
  }
}
