export type AuditHeadsTable = { workflow_id: string; seq: number; hash: Buffer };
