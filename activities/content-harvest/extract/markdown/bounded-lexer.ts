import { Lexer, type Token } from 'marked';

/** The time for emphasis grows with the square of the paragraph's length; so much of it (characters) is read at once. */
const maxInline = 4_000;

/** marked's lexer, which reads a very long paragraph piece by piece. Emphasis and links end with their piece. */
export class BoundedLexer extends Lexer {
  override inlineTokens(text: string, tokens: Token[] = []): Token[] {
    for (const piece of piecesOf(text)) super.inlineTokens(piece, tokens);
    return tokens;
  }
}

/** Cut at the end of a line or a sentence, else between two words, else anywhere. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > maxInline) {
    const piece = rest.slice(0, maxInline);
    const ends = [piece.lastIndexOf('\n'), piece.lastIndexOf('. ') + 1, piece.lastIndexOf(' ')];
    const end = ends.find((at) => at > maxInline / 2) ?? maxInline - 1;
    pieces.push(rest.slice(0, end + 1));
    rest = rest.slice(end + 1);
  }
  return [...pieces, rest];
}
