// Process: tries one voice for `aethercast voices add` and reports to its parent. A process of its own, since a broken
// model can crash it or exhaust its memory.
import { embeddedEngine } from '../../activities/models/speech/embedded-engines.js';
import { inspectVoice } from '../../activities/models/speech/local/inspect-voice.js';
import { calibrateVoice } from '../../activities/voice-forge/calibrate-voice.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { TrialMessage, TrialTask } from './try-voice.js';

process.once('message', (task: TrialTask) => {
  void tryOut(task).then(report, (error: unknown) => report(toFailure(error)));
});
// Ends with its parent.
process.on('disconnect', () => process.exit());

async function tryOut({ name, locale, model }: TrialTask): Promise<TrialMessage> {
  await inspectVoice(model);
  const engine = await embeddedEngine('local');
  const calibration = await calibrateVoice(
    (text) => engine.speak({ voice: name, text, rate: 1, pitch: 1, localModel: model }),
    locale,
    undefined,
    (done, total) => report({ kind: 'progress', done, total }),
  );
  return { kind: 'done', calibration };
}

function toFailure(error: unknown): TrialMessage {
  if (error instanceof AethercastError)
    return { kind: 'failure', code: error.code, message: error.message, details: error.details };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { kind: 'failure', code: 'INTERNAL', message, details: {} };
}

function report(message: TrialMessage): void {
  process.send?.(message);
}
