import { createExtractiveWriter } from './extractive/extractive-writer.js';
import type { ScriptWriter } from './script-writer.js';

<<<<<<< HEAD
/** The writer of this installation: `LANGUAGE_PROVIDER` knows one so far. */
export function createScriptWriter(): ScriptWriter {
  return createExtractiveWriter();
=======
const writers: Readonly<Record<Config['LANGUAGE_PROVIDER'], () => ScriptWriter>> = {
  extractive: createExtractiveWriter,
};

/** The writer that the configuration names. */
export function createScriptWriter(config: Pick<Config, 'LANGUAGE_PROVIDER'>): ScriptWriter {
  return writers[config.LANGUAGE_PROVIDER]();
>>>>>>> harvest
}
