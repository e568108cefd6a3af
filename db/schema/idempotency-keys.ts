import type { NullableJson, Timestamp } from './column-types.js';

export type IdempotencyKeysTable = {
  owner_id: string;
  task_name: string;
  idempotency_key: string;
  workflow_id: string | null;
  created_at: Timestamp;
  locked_at: Timestamp | null;
  status: 'processing' | 'completed' | 'failed';
  result_payload: NullableJson;
  error_payload: NullableJson;
  fingerprint: Buffer | null;
  lock_owner: string | null;
  lock_run: number | null;
  lock_attempt: number | null;
};
