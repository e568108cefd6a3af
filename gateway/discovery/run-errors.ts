import { runFailures, type DiscoveryPart } from '../../platform/error-codes/discovery-run-codes.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';

/** What a discovery run that is waited for may fail with. */
export function runErrors(part: DiscoveryPart): ErrorCode[] {
  return [
    `API_GW_CPOA_${part}_SERVICE_UNAVAILABLE`,
    ...runFailures.map((failure): ErrorCode => `API_GW_CPOA_${part}_ERROR_${failure}`),
  ];
}
