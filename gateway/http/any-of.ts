type Fragment = Record<string, unknown>;

/**
 * For `meta`: the JSON Schema of a rule that `refine` checks, "one of these at least". Within `allOf`, because generators
 * of types read an `anyOf` beside `properties` as "or anything else".
 */
export function anyOf(fragments: readonly Fragment[]): { allOf: Fragment[] } {
  return { allOf: [{ anyOf: fragments }] };
}

/** At least one of these fields. */
export function anyField(names: readonly string[]): { allOf: Fragment[] } {
  return anyOf(names.map((name) => ({ required: [name] })));
}
