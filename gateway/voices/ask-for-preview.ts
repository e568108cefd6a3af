import { createHash, randomUUID } from 'node:crypto';
import type { Voice } from '../../voices/voice.js';
import {
  previewsFolder,
  voicePreviewStartOptions,
  voicePreviewWorkflowType,
  type VoicePreview,
} from '../../workflows/contract/voice-preview.js';
import { engineAway } from '../http/engine-away.js';
import { previewAnswer } from '../http/preview-answer.js';
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
      previewAnswer<VoicePreview>(media, handle.result()),
    );
    await media.delete(textUri);
    return preview;
  } catch (error) {
    throw engineAway(error);
  }
}
