import { CliError } from './cli-error.js';

/**
 * Runs work that Ctrl-C stops: the signal asks it to clean up, and the command ends with exit code 130. A second
 * Ctrl-C ends the process at once.
 */
export async function interruptible<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const stopping = new AbortController();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  function stop(): void {
    if (stopping.signal.aborted) process.exit(130);
    stopping.abort(new CliError('Stopped. Nothing was left behind.', 130));
  }
  for (const signal of signals) process.on(signal, stop);
  try {
    return await work(stopping.signal);
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}
