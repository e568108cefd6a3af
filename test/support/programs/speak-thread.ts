// A thread that speaks with the engine `local` what it is asked to, as the forge's threads do.
import { createHash } from 'node:crypto';
import { isMainThread, parentPort } from 'node:worker_threads';
import { createLocalEngine } from '../../../activities/models/speech/local/local-engine.js';
import { useNativeGate, type NativeGate } from '../../../activities/models/speech/local/native-gate.js';
import type { SpeechRequest } from '../../../activities/models/speech/speech-engine.js';

export type SpeakTask = { request: SpeechRequest; gate: NativeGate };
/** `begun` comes right before the line is spoken. */
export type SpeakNews =
  { kind: 'begun' } | { kind: 'spoken'; sha256: string } | { kind: 'given up'; code: string };

if (!isMainThread) parentPort?.on('message', (task: SpeakTask) => void speak(task));

const engine = createLocalEngine();

async function speak({ request, gate }: SpeakTask): Promise<void> {
  useNativeGate(gate);
  tell({ kind: 'begun' });
  try {
    const { samples } = await (await engine).speak(request);
    tell({ kind: 'spoken', sha256: createHash('sha256').update(samples).digest('hex') });
  } catch (error) {
    tell({ kind: 'given up', code: (error as { code: string }).code });
  }
}

function tell(news: SpeakNews): void {
  parentPort?.postMessage(news);
}
