// Sums of the cost ledger. Pure, and imports types alone (see check-chain.ts).
import type { components } from '../../../api/schema.js';

export type ProviderCall = components['schemas']['AuditRecord']['provider_calls'][number];

export type CostLine = {
  provider: string;
  model: string;
  unit: string;
  calls: number;
  failed: number;
  units: number;
  costUsd: number;
};

/** By provider, model and unit, in the order of their first calls. `unsettled` ones may have been billed. */
export function summariseCost(calls: readonly ProviderCall[]): {
  totalUsd: number;
  unsettled: number;
  lines: CostLine[];
} {
  const lines = new Map<string, CostLine>();
  for (const { provider, model, unit, units, cost_usd: cost, outcome } of calls) {
    const key = JSON.stringify([provider, model, unit]);
    const line = lines.get(key) ?? { provider, model, unit, calls: 0, failed: 0, units: 0, costUsd: 0 };
    lines.set(key, line);
    line.calls += 1;
    line.failed += outcome === 'failed' ? 1 : 0;
    line.units += units;
    line.costUsd += cost;
  }
  return {
    totalUsd: calls.reduce((sum, { cost_usd: cost }) => sum + cost, 0),
    unsettled: calls.filter(({ outcome }) => outcome === 'unsettled').length,
    lines: [...lines.values()],
  };
}

/** Small prices keep the digits that say something: `$0.0042`. */
export function usd(amount: number): string {
  return `$${amount === 0 || amount >= 1 ? amount.toFixed(2) : amount.toPrecision(2)}`;
}
