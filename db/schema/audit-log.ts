export type AuditLogTable = {
  workflow_id: string;
  seq: number;
  entry: string;
  prev_hash: Buffer;
  hash: Buffer;
};
