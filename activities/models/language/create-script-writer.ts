import type { Config } from '../../../platform/config/load-config.js';
import { createExtractiveWriter } from './extractive/extractive-writer.js';
import type { ScriptWriter } from './script-writer.js';

/** The writer that the configuration names. */
export function createScriptWriter(config: Pick<Config, 'LANGUAGE_PROVIDER'>): ScriptWriter {
  switch (config.LANGUAGE_PROVIDER) {
    case 'extractive':
      return createExtractiveWriter();
  }
}
