import { createHash, randomUUID } from 'node:crypto';
import { ApplicationFailure, WorkflowFailedError } from '@temporalio/client';
import { AethercastError } from '../../platform/aethercast-error.js';
import { isErrorCode } from '../../platform/error-codes/index.js';
import type { MediaStore } from '../../platform/media-store/media-store.js';
import type { Voice } from '../../voices/voice.js';
import type { FailureDetail } from '../../workflows/contract/failures.js';
import {
  previewsFolder,
  type PreviewFailure,
  type SaidFailure,
  voicePreviewStartOptions,
  voicePreviewWorkflowType,
  type VoicePreview,
} from '../../workflows/contract/voice-preview.js';
import { engineAway, isDeadlinePassed } from '../http/engine-away.js';
import type { GatewayDeps } from '../gateway-deps.js';

const startDeadlineMs = 2_000;
/** A sentence takes a second or two, and up to ten when a model has to be loaded on a busy machine. */
const patienceMs = 15_000;

/**
 * Has a worker speak the text and waits for it. Throws the coded error of what cannot be spoken, ENGINE_UNAVAILABLE
 * (503), or API_GW_PREVIEW_NOT_READY (503) when it takes long: it goes on, and the same request finds it.
 */
export async function askForPreview(
  { temporal, media }: Pick<GatewayDeps, 'temporal' | 'media'>,
  voice: Voice,
  text: string,
): Promise<VoicePreview> {
  // With the model: another voice of the same name says it in another workflow.
  const content = JSON.stringify([voice.engine, voice.model, voice.name, voice.locale, text]);
  const contentHash = createHash('sha256').update(content).digest('hex');
  const { uri: textUri } = await media.put(`${previewsFolder}${randomUUID()}.txt`, Buffer.from(text));
  const input = { voice: voice.name, language: voice.locale, textUri };
  try {
    const handle = await temporal.withDeadline(Date.now() + startDeadlineMs, () =>
      temporal.workflow.start(voicePreviewWorkflowType, voicePreviewStartOptions(contentHash, input)),
    );
    const preview = await temporal.withDeadline(Date.now() + patienceMs, () =>
      answerOf(media, handle.result()),
    );
    await media.delete(textUri);
    return preview;
  } catch (error) {
    throw engineAway(error);
  }
}

async function answerOf(media: MediaStore, result: Promise<unknown>): Promise<VoicePreview> {
  try {
    return (await result) as VoicePreview;
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
