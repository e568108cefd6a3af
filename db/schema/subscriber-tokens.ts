import type { ColumnType } from 'kysely';

export type SubscriberTokensTable = {
  token_hash: Buffer;
  subscriber_id: string;
  purpose: 'confirm' | 'unsubscribe';
  expires_at: ColumnType<Date | null, Date | null, never>;
};
