import { defined } from '../../../platform/defined.js';
import type { Token } from 'marked';
import { BoundedLexer } from './bounded-lexer.js';
import { type ExtractedDocument } from './extracted-document.js';
import { withoutTitleLines } from './without-title-lines.js';

/**
 * Markdown: front matter read for title, author and date, then headings, paragraphs, quotes and list items in order.
 * Code, tables, pictures, rules and raw HTML are dropped, since nobody can listen to them.
 */
export function extractMarkdown(raw: string): ExtractedDocument {
  const { body, fields } = splitFrontMatter(raw.replace(/\r\n?/g, '\n'));
  const tokens = new BoundedLexer().lex(body);
  const paragraphs = tokens.flatMap(paragraphsOf).map((paragraph) => paragraph.replace(/\s+/g, ' ').trim());
  const first = tokens.find((token) => token.type !== 'space');
  const heading = first?.type === 'heading' ? paragraphs.find((paragraph) => paragraph !== '') : undefined;
  const extracted = withoutTitleLines(
    paragraphs.filter((paragraph) => paragraph !== ''),
    heading ?? fields.get('title'),
  );
  const byline = extracted.byline ?? fields.get('author');
  const publishedAt = fields.get('date');
  return {
    ...extracted,
    ...defined({ byline, publishedAt }),
  };
}

function paragraphsOf(token: Token): string[] {
  switch (token.type) {
    case 'heading':
    case 'paragraph':
    case 'text':
      return [inlineText(token)];
    case 'blockquote':
      return childrenOf(token).flatMap(paragraphsOf);
    case 'list':
      return listItems(token).flatMap((item) => childrenOf(item).flatMap(paragraphsOf));
    default:
      return [];
  }
}

function listItems(token: Token): Token[] {
  return 'items' in token && Array.isArray(token.items) ? (token.items as Token[]) : [];
}

function childrenOf(token: Token): Token[] {
  return 'tokens' in token && Array.isArray(token.tokens) ? token.tokens : [];
}

function inlineText(token: Token): string {
  if (token.type === 'image') return '';
  const children = 'tokens' in token ? token.tokens : undefined;
  if (children !== undefined) return children.map(inlineText).join('');
  switch (token.type) {
    case 'text':
    case 'escape':
    case 'codespan':
      return 'text' in token && typeof token.text === 'string' ? unescapeEntities(token.text) : '';
    case 'br':
      return ' ';
    default:
      return '';
  }
}

/** The lexer leaves entities as they are written; these are the ones that people write. */
function unescapeEntities(text: string): string {
  const named: Record<string, string> = {
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    mdash: '—',
    ndash: '–',
  };
  return text.replace(
    /&(?:#(\d{1,6})|([a-z]{2,6}));/g,
    (whole, code: string | undefined, name: string | undefined) =>
      code !== undefined
        ? String.fromCodePoint(Math.min(Number(code), 0x10ffff))
        : (named[name ?? ''] ?? whole),
  );
}

function splitFrontMatter(raw: string): { body: string; fields: Map<string, string> } {
  const match = /^---\n([\s\S]{0,5000}?)\n---\n/.exec(raw);
  const fields = new Map<string, string>();
  if (match?.[1] === undefined) return { body: raw, fields };
  for (const line of match[1].split('\n')) {
    const field = /^(title|author|date): *["']?(.+?)["']? *$/.exec(line);
    if (field?.[1] !== undefined && field[2] !== undefined) fields.set(field[1], field[2]);
  }
  return { body: raw.slice(match[0].length), fields };
}
