import { isGrpcDeadlineError, isGrpcServiceError } from '@temporalio/client';
import { AethercastError } from '../../platform/aethercast-error.js';

/** ENGINE_UNAVAILABLE for an engine that refuses connections or does not answer in time; other errors as they are. */
export function engineAway(error: unknown): unknown {
  return isEngineAway(error) ? new AethercastError('ENGINE_UNAVAILABLE', { cause: error }) : error;
}

/** Whether the engine refuses connections or does not answer in time. */
export function isEngineAway(error: unknown): boolean {
  return isGrpcServiceError(atBottom(error));
}

/** Whether a deadline of ours passed before the engine had an answer. */
export function isDeadlinePassed(error: unknown): boolean {
  return isGrpcDeadlineError(atBottom(error));
}

/** The client wraps a refused connection or a passed deadline in a ServiceError whose cause is the gRPC error. */
function atBottom(error: unknown): unknown {
  return !isGrpcServiceError(error) && error instanceof Error ? error.cause : error;
}
