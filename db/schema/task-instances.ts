import type { Generated } from 'kysely';
import type { NullableJson, Timestamp } from './column-types.js';

export type TaskInstancesTable = {
  task_id: Generated<string>;
  workflow_id: string;
  external_celery_task_id: string | null;
  agent_name: string;
  task_order: number;
  status: 'pending' | 'dispatched' | 'in_progress' | 'completed' | 'failed' | 'skipped';
  input_params_json: NullableJson;
  output_result_summary_json: NullableJson;
  error_details_json: NullableJson;
  start_timestamp: Timestamp | null;
  end_timestamp: Timestamp | null;
  last_updated_timestamp: Timestamp;
  retry_count: number;
  activity_id: string;
  run_number: number;
  attempt: number;
};
