import { AethercastError } from '../../platform/aethercast-error.js';
import { defined } from '../../platform/defined.js';
import type { MediaStore } from '../../platform/media-store/media-store.js';
import type { RequestedSource } from '../../workflows/contract/podcast-request.js';
import type { SourceInput } from './harvester.js';

/** What a request names, as the harvester takes it. */
export async function toSourceInput(media: MediaStore, source: RequestedSource): Promise<SourceInput> {
  switch (source.kind) {
    case 'url':
      return { kind: 'url', url: source.url };
    case 'text':
      return {
        kind: 'text',
        text: source.text,
        ...defined({ title: source.title }),
      };
    case 'upload':
      return {
        kind: 'file',
        bytes: await readUpload(media, source.media_uri),
        ...defined({ filename: source.filename }),
      };
  }
}

async function readUpload(media: MediaStore, uri: string): Promise<Buffer> {
  try {
    return await media.read(uri);
  } catch (error) {
    if (error instanceof AethercastError && error.code === 'MEDIA_OBJECT_MISSING') {
      throw new AethercastError('WCHA_UPLOAD_MISSING', { cause: error });
    }
    throw error;
  }
}
