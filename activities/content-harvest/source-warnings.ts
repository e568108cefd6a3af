import type { Warning } from '../../workflows/contract/script.js';
import type { HarvestedSource } from '../script/harvested-source.js';

/** What the listener should know of the sources; of several, each is named. */
export function sourceWarnings(sources: readonly HarvestedSource[]): Warning[] {
  return sources.flatMap(({ title, warnings = [] }) =>
    warnings.map(({ code, message }) => ({
      code,
      message: sources.length === 1 ? message : `"${title}": ${message}`,
    })),
  );
}
