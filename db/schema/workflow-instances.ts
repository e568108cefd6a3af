import type { ColumnType } from 'kysely';
import type { Decisions } from '../../workflows/contract/decisions.js';
import type { NullableJson, Timestamp } from './column-types.js';

export type OverallStatus =
  'pending' | 'in_progress' | 'completed' | 'completed_with_errors' | 'failed' | 'cancelled';

export type WorkflowInstancesTable = {
  workflow_id: string;
  user_id: string | null;
  trigger_event_type: string;
  trigger_event_details_json: NullableJson;
  overall_status: OverallStatus;
  start_timestamp: Timestamp;
  end_timestamp: Timestamp | null;
  last_updated_timestamp: Timestamp;
  context_data_json: NullableJson;
  error_code: string | null;
  error_message: string | null;
  idempotency_key: string;
  run_number: number;
  decisions: ColumnType<Decisions, never, never>;
  deleted_at: ColumnType<Date | null, never, Date>;
};
