import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

/** Turns zod schemas into JSON Schema 2020-12. Those with an id (`.meta({ id })`) are written once, by name. */
export class SchemaBook {
  readonly components: Record<string, JsonSchema> = {};

  /** @param io what a client may send (`input`), or what it gets (`output`). */
  schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    // Within an object, or a schema with an id would be written out instead of named.
    const { properties, $defs = {} } = z.toJSONSchema(z.object({ it: schema }), { io });
    for (const [name, definition] of Object.entries($defs)) this.#add(name, named(definition));
    return named(properties?.['it'] ?? {});
  }

  #add(name: string, definition: JsonSchema): void {
    const known = this.components[name];
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(definition)) {
      throw new Error(`two different schemas are called ${name}`);
    }
    this.components[name] = definition;
  }
}

function named(definition: unknown): JsonSchema {
  const json = JSON.stringify(definition).replaceAll('"#/$defs/', '"#/components/schemas/');
  return JSON.parse(json) as JsonSchema;
}
