import { Marked } from 'marked';
import { defined } from '../../../platform/defined.js';
import { blockParagraphs } from './block-paragraphs.js';
import { type ExtractedDocument } from './extracted-document.js';
import { BoundedLexer } from './markdown/bounded-lexer.js';
import { readFrontMatter } from './markdown/front-matter.js';
import { mathToken } from './markdown/math-token.js';
import { prepareMarkdown } from './markdown/prepare-markdown.js';
import { readBlocks } from './markdown/read-blocks.js';
import { withoutReferences } from './without-references.js';
import { withoutTitleLines } from './without-title-lines.js';

const { defaults } = new Marked({ extensions: [mathToken] });

/**
 * Markdown: front matter read for title, author and date, then headings, paragraphs, quotes, notes and list items in
 * order, with inline code and formulas. Blocks of code, tables, display formulas, pictures and footnotes are left out.
 */
export function extractMarkdown(raw: string): ExtractedDocument {
  const { body, title, author, date, leftOut } = readFrontMatter(
    raw.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'),
  );
  const prepared = prepareMarkdown(body);
  const read = readBlocks(new BoundedLexer(defaults).lex(prepared.body));
  const { kept, leftOut: references } = withoutReferences(blockParagraphs(read.blocks));
  const extracted = withoutTitleLines(kept, read.heading ?? title);
  return {
    ...extracted,
    ...defined({ byline: extracted.byline ?? author, publishedAt: date }),
    leftOut: [...leftOut, ...read.leftOut, ...references, ...prepared.notes],
  };
}
