import type { ScriptWriter } from '../../script/script-writer.js';
import type { WorkThreads } from '../../threads/work-threads.js';
import { createExtractiveWriter } from './extractive/extractive-writer.js';
import { createThreadedWriter } from './extractive/threaded-writer.js';

/** The writer of this installation: `LANGUAGE_PROVIDER` knows one so far. Without threads it works where it is. */
export function createScriptWriter(threads?: WorkThreads): ScriptWriter {
  return threads === undefined ? createExtractiveWriter() : createThreadedWriter(threads);
}
