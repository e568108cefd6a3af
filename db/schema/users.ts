import type { Generated } from 'kysely';
import type { Timestamp } from './column-types.js';

export type UsersTable = {
  user_id: Generated<string>;
  username: string;
  email: string;
  hashed_password: string;
  created_at: Timestamp;
};
