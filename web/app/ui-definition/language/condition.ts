import { lookUp, type Scope } from './look-up.js';
import { readTokens, unreadable, type Literal } from './read-tokens.js';

/** `path`, `!path`, or `path == literal` and `path != literal`. */
type Term =
  { path: string; is: 'there' | 'not there' } | { path: string; is: 'equal' | 'unequal'; to: Literal };

/** Any of these must hold, in each of which all must. */
export type Condition = Term[][];

const known = new Map<string, Condition>();

/** Whether the condition holds. Throws SyntaxError, which names the place, for what is none. */
export function holds(text: string, scope: Scope): boolean {
  const condition = known.get(text) ?? readCondition(text);
  known.set(text, condition);
  return condition.some((all) => all.every((term) => termHolds(term, scope)));
}

/** Reads a condition: `&&` binds closer than `||`, there are no brackets. */
export function readCondition(text: string): Condition {
  const tokens = readTokens(text);
  let at = 0;

  function term(): Term {
    const isNegated = tokens[at]?.kind === '!';
    if (isNegated) at += 1;
    const path = tokens[at];
    if (path?.kind !== 'path') throw unreadable(text, path?.at);
    at += 1;
    const operator = tokens[at];
    if (operator?.kind !== '==' && operator?.kind !== '!=') {
      return { path: path.path, is: isNegated ? 'not there' : 'there' };
    }
    const literal = tokens[at + 1];
    if (isNegated || literal?.kind !== 'literal') throw unreadable(text, operator.at);
    at += 2;
    return { path: path.path, is: operator.kind === '==' ? 'equal' : 'unequal', to: literal.value };
  }

  function joinedBy<Part>(kind: '&&' | '||', read: () => Part): Part[] {
    const parts = [read()];
    while (tokens[at]?.kind === kind) {
      at += 1;
      parts.push(read());
    }
    return parts;
  }

  const condition = joinedBy('||', () => joinedBy('&&', term));
  if (at < tokens.length) throw unreadable(text, tokens[at]?.at);
  return condition;
}

function termHolds(term: Term, scope: Scope): boolean {
  const value = lookUp(term.path, scope);
  switch (term.is) {
    case 'there':
      return isThere(value);
    case 'not there':
      return !isThere(value);
    // Nothing at the path is `null`, as JSON has no other nothing.
    case 'equal':
      return (value ?? null) === term.to;
    case 'unequal':
      return (value ?? null) !== term.to;
  }
}

/** Something that is neither empty, false nor 0. */
function isThere(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return Boolean(value);
  return Object.keys(value).length > 0;
}
