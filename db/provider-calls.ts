import type { Database } from './connect.js';
import type { ProviderIntent } from './steps.js';

/** One provider call of a run: what was meant to be bought and how it went. */
export type ProviderCall = ProviderIntent & {
  token: string;
  run_number: number;
  attempt: number;
  cost_usd: number;
  /** `unsettled`: the process died between call and record; it may have been billed. */
  outcome: 'succeeded' | 'failed' | 'recovered' | 'unsettled';
};

/** The ledger of one workflow in the order of the calls. */
export async function readProviderCalls(db: Database, workflowId: string): Promise<ProviderCall[]> {
  const rows = await db
    .selectFrom('provider_calls as i')
    .leftJoin('provider_calls as s', (join) =>
      join
        .onRef('s.token', '=', 'i.token')
        .onRef('s.run_number', '=', 'i.run_number')
        .onRef('s.attempt', '=', 'i.attempt')
        .on('s.phase', '=', 'settled'),
    )
    .selectAll('i')
    .select(['s.outcome as settled_outcome', 's.units as settled_units'])
    .where('i.workflow_id', '=', workflowId)
    .where('i.phase', '=', 'intent')
    .orderBy('i.recorded_at')
    .execute();
  return rows.map((row) => {
    const units = row.settled_units ?? row.units;
    return {
      token: row.token,
      run_number: row.run_number,
      attempt: row.attempt,
      provider: row.provider,
      model: row.model,
      unit: row.unit,
      units,
      unit_price_usd: row.unit_price_usd,
      price_version: row.price_version,
      cost_usd: units * row.unit_price_usd,
      outcome: row.settled_outcome ?? 'unsettled',
    };
  });
}
