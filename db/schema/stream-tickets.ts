import type { ColumnType } from 'kysely';

/** Single-use tickets of the streamer's channels, by the hash of what the client holds. */
export type StreamTicketsTable = {
  ticket_hash: Buffer;
  channel: 'audio' | 'ui';
  owner_id: string;
  podcast_id: string | null;
  client_id: string | null;
  origin: string | null;
  expires_at: ColumnType<Date, Date, never>;
};
