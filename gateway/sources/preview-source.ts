import { sourceBody } from '../podcasts/podcast-body.js';
import { toRequestedSource } from '../podcasts/requested-source.js';
import { route } from '../http/route.js';
import { askForSourcePreview } from './ask-for-source-preview.js';
import { sourcePreviewSchema } from './source-preview-schema.js';

export const previewSource = route({
  method: 'post',
  path: '/api/v1/sources/preview',
  operationId: 'previewSource',
  tag: 'Sources',
  summary: 'Shows what would be read of a source, and what is left out; makes nothing.',
  description:
    'Takes one source of a request for an episode: a link, a text or an upload. Nothing of it is kept.',
  auth: 'owner',
  body: { json: sourceBody },
  answers: { 200: { description: 'What was understood of it.', json: sourcePreviewSchema } },
  errors: [
    'API_GW_UPLOAD_NOT_FOUND',
    'API_GW_PREVIEW_NOT_READY',
    'ENGINE_UNAVAILABLE',
    'MEDIA_OBJECT_MISSING',
    'DISK_FULL',
    'WCHA_URL_INVALID',
    'WCHA_URL_BLOCKED',
    'WCHA_URL_UNRESOLVABLE',
    'WCHA_RESOLVER_FAILED',
    'WCHA_FETCH_FAILED',
    'WCHA_FETCH_TIMEOUT',
    'WCHA_HTTP_STATUS',
    'WCHA_BAD_RESPONSE',
    'WCHA_TLS_FAILED',
    'WCHA_TOO_MANY_REDIRECTS',
    'WCHA_TOO_LARGE',
    'WCHA_WRONG_CONTENT_TYPE',
    'WCHA_ROBOTS_DISALLOWED',
    'WCHA_EMPTY_SOURCE',
    'WCHA_PAYWALL',
    'WCHA_ENCRYPTED_PDF',
    'WCHA_UNREADABLE_FILE',
    'WCHA_UNSUPPORTED_FILE',
    'WCHA_UPLOAD_MISSING',
    'PSWA_WRITING_STOPPED',
    'VFA_INVALID_PRONUNCIATIONS',
    'INTERNAL',
  ],
  handle: async ({ deps, owner, body, response }) => {
    const source = await toRequestedSource(deps, owner, body, []);
    // Somebody types on: nobody waits for this answer any more.
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    response.json(await askForSourcePreview(deps, owner, source, gone.signal));
  },
});
