import { randomUUID } from 'node:crypto';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { Logger } from '../../platform/log.js';
import type { MediaStore } from '../../platform/media-store/media-store.js';
import {
  previewsFolder,
  type PreviewFailure,
  type SaidFailure,
} from '../../workflows/contract/voice-preview.js';

/** A coded error's own words may quote what a person wrote, so a preview's do not go through the engine. */
export async function sayFailure(
  { media, log }: { media: MediaStore; log: Logger },
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
