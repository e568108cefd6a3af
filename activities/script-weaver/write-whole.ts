import { AethercastError } from '../../platform/aethercast-error.js';
import type { PodcastScript } from '../../workflows/contract/script.js';
import type { Manuscript, ScriptWriter, WriteRequest } from '../script/script-writer.js';
import { addPart } from './add-part.js';

/** More parts than any script has: stops a writer that never ends. */
export const maxParts = 60;

/** Writes part after part until the script is complete. */
export async function writeWhole(
  writer: Pick<ScriptWriter, 'writePart' | 'model'>,
  request: WriteRequest,
  scriptId: string,
  signal?: AbortSignal,
): Promise<PodcastScript> {
  let soFar: Manuscript | undefined;
  for (let part = 0; part < maxParts; part += 1) {
    const written = await writer.writePart(request, soFar, signal);
    soFar = addPart(soFar, written, { scriptId, model: writer.model });
    if (soFar.complete) return soFar;
  }
  throw endless();
}

export function endless(): AethercastError {
  return new AethercastError('PSWA_BAD_SCRIPT_STRUCTURE', {
    message: `The script did not end after ${maxParts} parts.`,
  });
}
