import { DefaultLogger } from '@temporalio/worker';
import { defined } from '../platform/defined.js';
import type { Logger } from '../platform/log.js';
import { failureLogMessage } from '../workflows/contract/failures.js';
import { describeError } from '../workflows/describe-error.js';

/** Passes warnings and errors of the Temporal SDK on to the process's log. */
export function temporalLogger(log: Logger): DefaultLogger {
  // The SDK's line about a failed workflow has lost the error's code; the workflow has logged it just before.
  const failures = new Map<unknown, unknown>();

  function toldBefore(runId: unknown): unknown {
    const failure = failures.get(runId);
    failures.delete(runId);
    return failure;
  }

  return new DefaultLogger('WARN', ({ level, message, meta }) => {
    // Only the main queue has workflows, on purpose.
    if (message.startsWith('No workflows registered')) return;
    if (message === failureLogMessage) {
      failures.set(meta?.['runId'], meta?.['failure']);
      return;
    }
    const { error: given, ...context }: Record<string, unknown> = meta ?? {};
    const error = (message === 'Workflow failed' ? toldBefore(context['runId']) : undefined) ?? given;
    const fields = defined({
      workflow_id: recordedId(context['workflowId']),
      temporal: context,
      error: error instanceof Error ? describeError(error) : error,
    });
    log[level === 'ERROR' ? 'error' : level === 'WARN' ? 'warn' : 'info'](fields, message);
  });
}

/** The id on record; the engine's has the kind of run before it. */
function recordedId(engineId: unknown): string | undefined {
  return typeof engineId === 'string'
    ? /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.exec(engineId)?.[0]
    : undefined;
}
