import type { XmlToken } from './xml-tokens.js';

/** The tokens without the elements of these names, and without all that is in them. */
export function* withoutElements(tokens: Iterable<XmlToken>, names: RegExp): Generator<XmlToken> {
  let skipping: { name: string; depth: number } | undefined;
  for (const token of tokens) {
    if (skipping === undefined) {
      if (token.kind === 'open' && !token.isEmpty && names.test(token.name))
        skipping = { name: token.name, depth: 1 };
      else yield token;
    } else if (token.kind !== 'text' && token.name === skipping.name) {
      if (token.kind === 'close') skipping.depth -= 1;
      else if (!token.isEmpty) skipping.depth += 1;
      if (skipping.depth === 0) skipping = undefined;
    }
  }
}
