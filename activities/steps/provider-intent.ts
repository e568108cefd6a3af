import type { ProviderIntent } from '../../db/steps.js';
import { unitPriceOf } from '../../platform/prices.js';

/** The ledger's entry of a call that is about to be made: how many units, at what price. */
export function providerIntent(called: { provider: string; model: string }, units: number): ProviderIntent {
  const { provider, model } = called;
  return { provider, model, units, ...unitPriceOf(provider) };
}
