import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import type { RequestedSource } from '../../workflows/contract/podcast-request.js';
import {
  sourcePreviewStartOptions,
  sourcePreviewWorkflowType,
  type PreviewRequest,
  type ShownPreview,
  type StoredPreview,
} from '../../workflows/contract/source-preview.js';
import { previewsFolder } from '../../workflows/contract/voice-preview.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { engineAway } from '../http/engine-away.js';
import { previewAnswer } from '../http/preview-answer.js';

const startDeadlineMs = 2_000;
/** A slow site has its own 10 s, a long PDF its 20 s. */
const patienceMs = 40_000;

/**
 * Has a worker read the source, waits for it, and keeps nothing. Throws the coded error of what cannot be read,
 * ENGINE_UNAVAILABLE (503), or API_GW_PREVIEW_NOT_READY (503) when it takes long: then it is stopped.
 */
export async function askForSourcePreview(
  { temporal, media, log }: Pick<GatewayDeps, 'temporal' | 'media' | 'log'>,
  ownerId: string,
  source: RequestedSource,
  gone: AbortSignal,
): Promise<ShownPreview> {
  const id = randomUUID();
  const request: PreviewRequest = { ownerId, source };
  const { uri: requestUri } = await media.put(
    `${previewsFolder}${id}.json`,
    Buffer.from(JSON.stringify(request)),
  );
  let handle: WorkflowHandle | undefined;
  let isAnswered = false;
  try {
    handle = await temporal.withDeadline(Date.now() + startDeadlineMs, () =>
      temporal.workflow.start(sourcePreviewWorkflowType, sourcePreviewStartOptions(id, { requestUri })),
    );
    const started = handle;
    const result = temporal.withAbortSignal(gone, () =>
      temporal.withDeadline(Date.now() + patienceMs, () => started.result() as Promise<StoredPreview>),
    );
    const { uri } = await previewAnswer<StoredPreview>(media, result);
    isAnswered = true;
    const preview = JSON.parse((await media.read(uri)).toString()) as ShownPreview;
    await media.delete(uri);
    return preview;
  } catch (error) {
    throw engineAway(error);
  } finally {
    await media.delete(requestUri);
    if (handle !== undefined && !isAnswered) await stop(temporal, handle, log);
  }
}

/** Nobody waits for it any more. One that has ended cannot be stopped, and one that cannot be reached ends by itself. */
async function stop(
  temporal: GatewayDeps['temporal'],
  handle: WorkflowHandle,
  log: GatewayDeps['log'],
): Promise<void> {
  try {
    await temporal.withDeadline(Date.now() + startDeadlineMs, () => handle.cancel());
  } catch (error) {
    log.debug({ err: error }, 'a preview that nobody waits for could not be stopped');
  }
}
