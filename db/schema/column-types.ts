import type { ColumnType } from 'kysely';

/** Written by the database alone, by a default or in a function. */
export type Timestamp = ColumnType<Date, never, never>;

/** Written as JSON text. */
export type NullableJson<Value = unknown> = ColumnType<Value | null, string | null, string | null>;
