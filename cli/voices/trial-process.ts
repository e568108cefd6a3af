// Process: tries one voice for `aethercast voices add` and tells its parent what it found. A model can crash or exhaust
// the process that runs it; this one may die.
import { embeddedEngine } from '../../activities/models/speech/embedded-engines.js';
import { inspectVoice } from '../../activities/models/speech/local/inspect-voice.js';
import { calibrateVoice } from '../../activities/voice-forge/calibrate-voice.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { TrialNews, TrialTask } from './try-voice.js';

process.once('message', (task: TrialTask) => {
  void tryOut(task).then(tell, (error: unknown) => tell(toFailure(error)));
});
// Without the parent nobody wants to know.
process.on('disconnect', () => process.exit());

async function tryOut({ name, locale, model }: TrialTask): Promise<TrialNews> {
  await inspectVoice(model);
  const engine = await embeddedEngine('local');
  const calibration = await calibrateVoice(
    (text) => engine.speak({ voice: name, text, rate: 1, pitch: 1, localModel: model }),
    locale,
    undefined,
    (done, total) => tell({ kind: 'progress', done, total }),
  );
  return { kind: 'done', calibration };
}

function toFailure(error: unknown): TrialNews {
  if (error instanceof AethercastError)
    return { kind: 'failure', code: error.code, message: error.message, details: error.details };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { kind: 'failure', code: 'INTERNAL', message, details: {} };
}

function tell(news: TrialNews): void {
  process.send?.(news);
}
