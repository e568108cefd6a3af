import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Calibration } from '../../activities/voice-forge/calibrate-voice.js';
import { AethercastError, type ErrorDetails } from '../../platform/aethercast-error.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';
import type { VoiceModel } from '../../voices/voice-model.js';

export type TrialTask = { name: string; locale: string; model: VoiceModel };

export type TrialNews =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'done'; calibration: Calibration }
  | { kind: 'failure'; code: ErrorCode; message: string; details: ErrorDetails };

/** A model that has said nothing new for this long never will. */
const silenceMs = 120_000;

const program = fileURLToPath(new URL('./trial-process.js', import.meta.url));

/**
 * Checks a voice's files and measures the voice, in a process of its own. Throws VFA_VOICE_MODEL_INVALID (also when the
 * model takes that process down or hangs it), VFA_ENGINE_UNAVAILABLE, VFA_SYNTHESIS_FAILED, or the signal's reason.
 */
export function tryVoice(
  task: TrialTask,
  onLine: (done: number, total: number) => void,
  signal: AbortSignal,
  processFile = program,
): Promise<Calibration> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const child = fork(processFile, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const hung = setTimeout(() => {
      end(() => reject(broken(task, `it did not speak a line within ${silenceMs / 1_000} s`)));
    }, silenceMs);

    function end(settle: () => void): void {
      clearTimeout(hung);
      signal.removeEventListener('abort', abort);
      child.removeAllListeners();
      // What the process does now is nobody's concern; a listener, since a kill may fail.
      child.on('error', () => undefined);
      child.kill('SIGKILL');
      settle();
    }
    function abort(): void {
      end(() => reject(signal.reason as Error));
    }

    signal.addEventListener('abort', abort, { once: true });
    child.on('error', (error) => end(() => reject(error)));
    child.on('exit', (code, killedBy) => {
      const how = killedBy ?? `exit code ${code ?? 'unknown'}`;
      end(() => reject(broken(task, `it crashed the process that tried it (${how})`)));
    });
    child.on('message', (news: TrialNews) => {
      switch (news.kind) {
        case 'progress':
          hung.refresh();
          onLine(news.done, news.total);
          return;
        case 'done':
          end(() => resolve(news.calibration));
          return;
        case 'failure':
          end(() => reject(new AethercastError(news.code, news)));
      }
    });
    child.send(task, (error) => {
      // A process that has died already says so by its exit.
      if (error !== null && child.exitCode === null && child.signalCode === null) end(() => reject(error));
    });
  });
}

function broken({ model }: TrialTask, why: string): AethercastError {
  return new AethercastError('VFA_VOICE_MODEL_INVALID', {
    message: `The model ${model.file} cannot be used: ${why}. Get the file again from its source, or choose another voice.`,
    details: { file: model.file, why },
  });
}
