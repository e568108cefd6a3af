import type { ForgetRuns } from '../../db/erasures.js';
import { forgetRuns } from '../../platform/temporal/forget-runs.js';
import type { GatewayDeps } from '../gateway-deps.js';

/** Somebody waits; where the engine is slower, the workers go on later. */
const deadlineMs = 2_000;

/** What carrying out a deletion needs. */
export function withEngine(deps: GatewayDeps): GatewayDeps & { forgetRuns: ForgetRuns } {
  return { ...deps, forgetRuns: (engineId) => forgetRuns(deps.temporal, engineId, deadlineMs) };
}
