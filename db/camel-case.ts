/** `audio_sha256` -> `audioSha256`. */
type CamelCase<Name> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;

/** A row of a table with its columns in camelCase. */
export type CamelRow<Row> = { [Column in keyof Row as CamelCase<Column & string>]: Row[Column] };

/** Back to SQL's names; the values stay as they are. */
export function toColumns(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value as unknown,
    ]),
  );
}
