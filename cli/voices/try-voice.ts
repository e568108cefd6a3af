import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Calibration } from '../../activities/voice-forge/calibrate-voice.js';
import { AethercastError, type ErrorDetails } from '../../platform/aethercast-error.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';
import type { VoiceModel } from '../../voices/voice-model.js';

export type TrialTask = { name: string; locale: string; model: VoiceModel };

export type TrialMessage =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'done'; calibration: Calibration }
  | { kind: 'failure'; code: ErrorCode; message: string; details: ErrorDetails };

/** A model that has not spoken its next line after this time is taken to hang. */
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
      // Its later errors do not matter, but unheard they would end this process.
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
    child.on('message', (message: TrialMessage) => {
      switch (message.kind) {
        case 'progress':
          hung.refresh();
          onLine(message.done, message.total);
          return;
        case 'done':
          end(() => resolve(message.calibration));
          return;
        case 'failure':
          end(() => reject(new AethercastError(message.code, message)));
      }
    });
    child.send(task, (error) => {
      // The exit of a process that has already died is reported by the listener above.
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
