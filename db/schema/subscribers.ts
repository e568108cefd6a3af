import type { ColumnType, Generated } from 'kysely';

export type SubscribersTable = {
  subscriber_id: Generated<string>;
  email: string;
  lookup_email: string;
  subscribed_at: ColumnType<Date, never, Date>;
  confirmed_at: ColumnType<Date | null, never, Date>;
  digested_until: ColumnType<Date, never, Date>;
};
