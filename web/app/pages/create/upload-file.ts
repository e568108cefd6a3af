import { ApiProblem, outOfReach } from '../../api/api-problem';
import type { Schemas } from '../../api/client';
import { isObject } from '../../browser/is-object';

/** How much of a file has gone, 0 to 1. */
export type OnProgress = (part: number) => void;

/**
 * Sends a file and reports its progress, which `fetch` cannot. Throws an ApiProblem, `NETWORK` where nobody answers,
 * and an AbortError.
 */
export function uploadFile(
  file: File,
  { onProgress, signal }: { onProgress: OnProgress; signal: AbortSignal },
): Promise<Schemas['Upload']> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/uploads?filename=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0),
    );
    request.addEventListener('load', () => {
      answerOf(request).then(resolve, reject);
    });
    request.addEventListener('error', () => reject(outOfReach()));
    request.addEventListener('abort', () =>
      reject(new DOMException('The upload was stopped.', 'AbortError')),
    );
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

async function answerOf(request: XMLHttpRequest): Promise<Schemas['Upload']> {
  if (request.status < 200 || request.status >= 300)
    throw await ApiProblem.of(new Response(request.responseText, { status: request.status }));
  const body: unknown = JSON.parse(request.responseText);
  if (!isUpload(body)) throw new Error('The upload was answered without an id.');
  return body;
}

function isUpload(body: unknown): body is Schemas['Upload'] {
  return isObject(body) && typeof body['upload_id'] === 'string';
}
