import { Piscina } from 'piscina';
import { AethercastError } from '../../platform/aethercast-error.js';
import { errorCode } from '../../platform/error-code.js';
import type { DocumentResult, DocumentTask } from './document-worker.js';
import type { ExtractedDocument } from './extract/extracted-document.js';

/** A 400-page PDF takes some 4 s here; what takes longer than this is not a document to read aloud. */
const defaultTimeoutMs = 20_000;

/** Heap of one reading thread, MiB. The thread alone dies when a document needs more. */
const heapMb = 384;

/** A file that makes the whole process grow by this much while it is read is stopped: buffers are not heap. */
const maxGrowthBytes = 1024 * 1024 * 1024;

export interface DocumentReader {
  /** @throws AethercastError WCHA_UNREADABLE_FILE, WCHA_ENCRYPTED_PDF, WCHA_TOO_LARGE; or the signal's reason */
  read(task: DocumentTask, signal?: AbortSignal): Promise<ExtractedDocument>;
  close(): Promise<void>;
}

/** Reads documents in worker threads (at most two, ended when idle) with a limit on time and memory. */
export function createDocumentReader(options: { timeoutMs?: number } = {}): DocumentReader {
  const pool = new Piscina<DocumentTask, DocumentResult>({
    filename: new URL('./document-worker.js', import.meta.url).href,
    minThreads: 0,
    maxThreads: 2,
    idleTimeout: 10_000,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, stackSizeMb: 4 },
  });
  return {
    read: (task, signal) => readWithin(pool, task, options.timeoutMs ?? defaultTimeoutMs, signal),
    close: () => pool.destroy(),
  };
}

async function readWithin(
  pool: Piscina<DocumentTask, DocumentResult>,
  task: DocumentTask,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<ExtractedDocument> {
  signal?.throwIfAborted();
  // Waiting for a thread counts too: two hostile files ahead must not hold a step for ever.
  const hog = new AbortController();
  const before = process.memoryUsage.rss();
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() - before > maxGrowthBytes) hog.abort();
  }, 100);
  const deadline = AbortSignal.timeout(timeoutMs);
  const signals = signal === undefined ? [deadline, hog.signal] : [deadline, hog.signal, signal];
  try {
    const result = await pool.run(task, { signal: AbortSignal.any(signals) });
    if (result.ok) return result.document;
    throw new AethercastError(result.code, { details: { reason: result.reason } });
  } catch (error) {
    signal?.throwIfAborted();
    throw asRefusal(
      error,
      deadline.aborted ? 'too_slow' : hog.signal.aborted ? 'too_much_memory' : undefined,
    );
  } finally {
    clearInterval(watch);
  }
}

function asRefusal(error: unknown, limit: string | undefined): unknown {
  if (error instanceof AethercastError) return error;
  const outOfMemory = errorCode(error) === 'ERR_WORKER_OUT_OF_MEMORY';
  const reason = limit ?? (outOfMemory ? 'too_much_memory' : undefined);
  if (reason === undefined) return error;
  return new AethercastError('WCHA_UNREADABLE_FILE', {
    message: 'The document takes too long or too much memory to read.',
    details: { reason },
    cause: error,
  });
}
