import type { Config } from '../../../platform/config/load-config.js';
import { createExtractiveWriter } from './extractive/extractive-writer.js';
import type { ScriptWriter } from './script-writer.js';

const writers: Readonly<Record<Config['LANGUAGE_PROVIDER'], () => ScriptWriter>> = {
  extractive: createExtractiveWriter,
};

/** The writer that the configuration names. */
export function createScriptWriter(config: Pick<Config, 'LANGUAGE_PROVIDER'>): ScriptWriter {
  return writers[config.LANGUAGE_PROVIDER]();
}
