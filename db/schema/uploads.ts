import type { ColumnType } from 'kysely';
import type { Timestamp } from './column-types.js';

export type UploadsTable = {
  upload_id: string;
  owner_id: string;
  media_uri: string;
  bytes: number;
  sha256: string;
  document_type: string;
  filename: string | null;
  created_at: Timestamp;
  /** When the file was last sent; an unused one expires from then on. */
  last_sent_at: ColumnType<Date, never, Date>;
};
