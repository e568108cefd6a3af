import { randomUUID } from 'node:crypto';
import { AethercastError } from '../../platform/aethercast-error.js';
import {
  previewsFolder,
  type PreviewFailure,
  type SaidFailure,
} from '../../workflows/contract/voice-preview.js';
import type { ActivityDeps } from '../activity-deps.js';

/** A coded error's own words may quote what a person wrote, so a preview's do not go through the engine. */
export async function sayFailure(
  { media, log }: Pick<ActivityDeps, 'media' | 'log'>,
  error: unknown,
): Promise<PreviewFailure | undefined> {
  if (!(error instanceof AethercastError)) return undefined;
  const said: SaidFailure = { message: error.message, details: error.details };
  try {
    const key = `${previewsFolder}${randomUUID()}.json`;
    return { said_at: (await media.put(key, Buffer.from(JSON.stringify(said)))).uri };
  } catch (cause) {
    log.warn({ err: cause }, 'a failed preview is explained by its code alone');
    return undefined;
  }
}
