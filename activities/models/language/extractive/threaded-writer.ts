import { AethercastError } from '../../../../platform/aethercast-error.js';
import { StoppedWork, type StopReason } from '../../../threads/stopped-work.js';
import type { WorkThreads } from '../../../threads/work-threads.js';
import type { ScriptPart, ScriptWriter } from '../../../script/script-writer.js';
import { createExtractiveWriter } from './extractive-writer.js';

/** All of the longest script takes some four seconds here; what takes longer than this is made to. */
const usualTimeoutMs = 45_000;

/** The extractive writer at work in threads. It needs a request's `speech`, which it can take along. */
export function createThreadedWriter(threads: WorkThreads, timeoutMs = usualTimeoutMs): ScriptWriter {
  const { provider, model, promptVersion } = createExtractiveWriter();
  const url = new URL('./write-part.js', import.meta.url);
  return {
    provider,
    model,
    promptVersion,
    async writePart(request, soFar, signal) {
      const { speech, claimant } = request;
      if (speech === undefined) throw new Error('The request does not say how its lines are spoken.');
      // Functions do not go to threads; these two are made of `speech` there.
      const task = { request: { ...request, estimateMs: undefined, canSpeak: undefined }, soFar };
      try {
        return (await threads.run(url, task, { timeoutMs, signal, claimant })) as ScriptPart;
      } catch (error) {
        if (error instanceof StoppedWork) throw refusal(error, timeoutMs);
        throw error;
      }
    },
  };
}

function refusal(stopped: StoppedWork, timeoutMs: number): AethercastError {
  const messages: Record<StopReason, string> = {
    too_slow: `Writing from these sources was stopped: it had not ended after ${timeoutMs / 1000} seconds.`,
    too_much_memory: 'Writing from these sources was stopped: it needed too much memory.',
    thread_died: 'Writing from these sources was stopped: its thread broke down.',
  };
  return new AethercastError('PSWA_WRITING_STOPPED', {
    message: messages[stopped.reason],
    details: { reason: stopped.reason },
    cause: stopped,
  });
}
