import type { Timestamp } from './column-types.js';

export type ProviderCallsTable = {
  token: string;
  run_number: number;
  attempt: number;
  phase: 'intent' | 'settled';
  workflow_id: string;
  provider: string;
  model: string;
  unit: string;
  units: number;
  unit_price_usd: number;
  price_version: string;
  outcome: 'succeeded' | 'failed' | 'recovered' | null;
  recorded_at: Timestamp;
};
