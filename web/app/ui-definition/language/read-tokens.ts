export type Literal = string | number | boolean | null;

export type Token = { at: number } & (
  | { kind: '!' | '==' | '!=' | '&&' | '||' }
  | { kind: 'path'; path: string }
  | { kind: 'literal'; value: Literal }
);

/** One blank stands around operators and nowhere else, as the published pattern has it. */
const shapes =
  /(?<operator> (?:==|!=|&&|\|\|) )|(?<not>!)|(?<path>(?:item|response|view\.context_data|self\.props)(?:\.[A-Za-z_][A-Za-z0-9_]*)*)(?![\w.])|'(?<text>[^']*)'|(?<number>-?\d+(?:\.\d+)?)(?![\w.])|(?<word>true|false|null)(?!\w)/y;

/** The condition in parts. Throws SyntaxError where a part is none. */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    shapes.lastIndex = at;
    const found = shapes.exec(text);
    if (found === null) throw unreadable(text, at);
    tokens.push(tokenOf(found.groups ?? {}, at));
    at = shapes.lastIndex;
  }
  return tokens;
}

function tokenOf(found: Record<string, string | undefined>, at: number): Token {
  const { operator, not, path, text, number, word } = found;
  if (operator !== undefined) return { at, kind: operatorOf(operator) };
  if (not !== undefined) return { at, kind: '!' };
  if (path !== undefined) return { at, kind: 'path', path };
  if (text !== undefined) return { at, kind: 'literal', value: text };
  if (number !== undefined) return { at, kind: 'literal', value: Number(number) };
  return { at, kind: 'literal', value: word === 'null' ? null : word === 'true' };
}

function operatorOf(text: string): '==' | '!=' | '&&' | '||' {
  switch (text.trim()) {
    case '==':
      return '==';
    case '!=':
      return '!=';
    case '&&':
      return '&&';
    default:
      return '||';
  }
}

export function unreadable(text: string, at = text.length): SyntaxError {
  return new SyntaxError(`The condition cannot be read from character ${at} on: ${text}`);
}
