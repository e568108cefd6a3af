import type { ColumnType, Generated } from 'kysely';
import type { Timestamp } from './column-types.js';

export type MailsTable = {
  mail_id: Generated<string>;
  subscriber_id: string;
  kind: 'confirmation' | 'digest';
  state: ColumnType<'pending' | 'sent' | 'dropped' | 'refused', never, 'sent' | 'dropped' | 'refused'>;
  created_at: Timestamp;
  handed_over_at: ColumnType<Date | null, never, Date>;
  ended_at: ColumnType<Date | null, never, Date>;
  period_start: ColumnType<Date | null, never, never>;
  period_end: ColumnType<Date | null, never, never>;
};
