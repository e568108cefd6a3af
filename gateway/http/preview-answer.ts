import { ApplicationFailure, WorkflowFailedError } from '@temporalio/client';
import { AethercastError } from '../../platform/aethercast-error.js';
import { isErrorCode } from '../../platform/error-codes/index.js';
import type { MediaStore } from '../../platform/media-store/media-store.js';
import type { FailureDetail } from '../../workflows/contract/failures.js';
import type { PreviewFailure, SaidFailure } from '../../workflows/contract/voice-preview.js';
import { isDeadlinePassed } from './engine-away.js';

/**
 * The result of a preview's workflow. Throws the coded error of what cannot be previewed, or API_GW_PREVIEW_NOT_READY
 * (503) when it takes longer than the caller's deadline.
 */
export async function previewAnswer<Preview>(media: MediaStore, result: Promise<unknown>): Promise<Preview> {
  try {
    return (await result) as Preview;
  } catch (error) {
    if (isDeadlinePassed(error)) throw new AethercastError('API_GW_PREVIEW_NOT_READY', { cause: error });
    throw error instanceof WorkflowFailedError ? await codedFailure(media, error) : error;
  }
}

/** The error that the worker threw; a preview that was terminated or timed out has none. */
async function codedFailure(media: MediaStore, failed: WorkflowFailedError): Promise<unknown> {
  if (!(failed.cause instanceof ApplicationFailure))
    return new AethercastError('API_GW_PREVIEW_NOT_READY', { cause: failed });
  const [detail] = (failed.cause.details ?? []) as FailureDetail[];
  if (detail === undefined || !isErrorCode(detail.code)) return failed;
  return new AethercastError(detail.code, { ...(await readSaid(media, detail)), cause: failed });
}

/** A failure that was explained longer ago than previews are kept has its code's own sentence. */
async function readSaid(media: MediaStore, { message, details }: FailureDetail): Promise<SaidFailure> {
  const { said_at: uri } = (details ?? {}) as Partial<PreviewFailure>;
  if (uri === undefined || !(await media.head(uri))) return { message, details: {} };
  return JSON.parse((await media.read(uri)).toString()) as SaidFailure;
}
