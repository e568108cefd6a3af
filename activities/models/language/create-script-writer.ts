import { createExtractiveWriter } from './extractive/extractive-writer.js';
import type { ScriptWriter } from '../../script/script-writer.js';

/** The writer of this installation: `LANGUAGE_PROVIDER` knows one so far. */
export function createScriptWriter(): ScriptWriter {
  return createExtractiveWriter();
}
