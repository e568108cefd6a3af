import { findUpload } from '../../db/uploads.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { defined } from '../../platform/defined.js';
import { checkPublicUrl, testAllowedHosts } from '../../platform/public-url.js';
import type { RequestedSource } from '../../workflows/contract/podcast-request.js';
import type { GatewayDeps } from '../gateway-deps.js';
import type { SourceBody } from './podcast-body.js';

/**
 * A source of a checked body, with what its upload is called and where it lies.
 * @param loc where the source stands in the body
 * @throws AethercastError WCHA_URL_INVALID, WCHA_URL_BLOCKED, API_GW_UPLOAD_NOT_FOUND
 */
export async function toRequestedSource(
  { db, config }: Pick<GatewayDeps, 'db' | 'config'>,
  ownerId: string,
  source: SourceBody,
  loc: readonly string[],
): Promise<RequestedSource> {
  if (source.url !== undefined) {
    checkPublicUrl(source.url, testAllowedHosts(config));
    return { kind: 'url', url: source.url };
  }
  if (source.text !== undefined) {
    return { kind: 'text', text: source.text, ...defined({ title: source.title }) };
  }
  const upload = await findUpload(db, ownerId, source.upload_id ?? '');
  if (upload === undefined) {
    throw new AethercastError('API_GW_UPLOAD_NOT_FOUND', {
      message: `There is no upload ${source.upload_id ?? ''}. Upload the file first (POST /api/v1/uploads).`,
      details: { loc: [...loc, 'upload_id'] },
    });
  }
  return {
    kind: 'upload',
    upload_id: upload.uploadId,
    media_uri: upload.mediaUri,
    ...defined({ filename: upload.filename }),
  };
}
