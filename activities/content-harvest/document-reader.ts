import { AethercastError } from '../../platform/aethercast-error.js';
import type { Claimant } from '../threads/fair-queue.js';
import { StoppedWork, type StopReason } from '../threads/stopped-work.js';
import { createWorkThreads, type WorkThreads } from '../threads/work-threads.js';
import type { DocumentTask, ReadDocument } from './read-document.js';

/** A 400-page PDF takes some 4 s here; what takes longer than this is not a document to read aloud. */
const usualTimeoutMs = 20_000;

export interface DocumentReader {
  /**
   * @param claimant whose turn it takes; a run never has more than two documents read at a time
   * @throws AethercastError of WCHA_ codes; or the signal's reason
   */
  read(task: DocumentTask, signal?: AbortSignal, claimant?: Claimant): Promise<ReadDocument>;
  close(): Promise<void>;
}

/** Reads documents in threads, with a limit on time and memory of each. Without `threads` it has its own. */
export function createDocumentReader(
  options: { timeoutMs?: number; threads?: WorkThreads | undefined } = {},
): DocumentReader {
  const { timeoutMs = usualTimeoutMs } = options;
  const threads = options.threads ?? createWorkThreads();
  const url = new URL('./read-document.js', import.meta.url);
  return {
    async read(task, signal, claimant) {
      try {
        return (await threads.run(url, task, { timeoutMs, signal, claimant })) as ReadDocument;
      } catch (error) {
        if (error instanceof StoppedWork) throw refusal(error, timeoutMs);
        throw error;
      }
    },
    async close() {
      if (options.threads === undefined) await threads.close();
    },
  };
}

function refusal(stopped: StoppedWork, timeoutMs: number): AethercastError {
  const messages: Record<StopReason, string> = {
    too_slow: `Reading the document was stopped: it had not ended after ${timeoutMs / 1000} seconds.`,
    too_much_memory: 'Reading the document was stopped: it needed too much memory.',
    thread_died: 'Reading the document was stopped: its thread broke down.',
  };
  return new AethercastError('WCHA_UNREADABLE_FILE', {
    message: messages[stopped.reason],
    details: { reason: stopped.reason },
    cause: stopped,
  });
}
