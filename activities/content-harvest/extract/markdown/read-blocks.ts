import type { Token, Tokens } from 'marked';
import type { LeftOut } from '../../../../workflows/contract/left-out.js';
import type { TextBlock } from '../block-paragraphs.js';
import { leftOutPiece, leftOutTable } from '../left-out-piece.js';
import { paragraphsOfHtml } from './html-in-markdown.js';
import { hardBreak, inlineText } from './inline-text.js';

/** What Markdown says; `heading` is the first thing in it, if that is a heading. */
export type MarkdownBlocks = { blocks: TextBlock[]; leftOut: LeftOut[]; heading: string | undefined };

export function readBlocks(tokens: readonly Token[]): MarkdownBlocks {
  const leftOut: LeftOut[] = [];
  const blocks: TextBlock[] = [];
  let heading: string | undefined;
  for (const token of tokens) {
    const read = blocksOf(token, leftOut);
    if (blocks.length === 0 && token.type === 'heading' && typeof read[0] === 'string') heading = read[0];
    blocks.push(...read);
  }
  return { blocks: withDefinitions(blocks), leftOut, heading };
}

function blocksOf(token: Token, leftOut: LeftOut[]): TextBlock[] {
  switch (token.type) {
    case 'heading': {
      const text = inlineText(childrenOf(token), leftOut).replace(/\s+/g, ' ').trim();
      return text === '' ? [] : [text];
    }
    case 'paragraph':
    case 'text':
      return paragraphBlocks(inlineText('tokens' in token ? childrenOf(token) : [token], leftOut));
    case 'blockquote':
      return withoutNoteName(childrenOf(token).flatMap((child) => blocksOf(child, leftOut)));
    case 'list':
      return listBlocks(token as Tokens.List, leftOut);
    case 'table':
      leftOut.push(tableOf(token as Tokens.Table));
      return [];
    case 'code':
      return codeBlocks(token as Tokens.Code, leftOut);
    case 'html':
      return paragraphsOfHtml(token.raw, leftOut);
    default:
      return [];
  }
}

function childrenOf(token: Token): Token[] {
  return 'tokens' in token && Array.isArray(token.tokens) ? token.tokens : [];
}

/** Lines that the author broke stay lines where they are short; those that only wrap the source are looked at later. */
function paragraphBlocks(text: string): TextBlock[] {
  if (!text.includes(hardBreak)) {
    const lines = text.split('\n').map((line) => line.trim());
    return [lines.filter((line) => line !== '')].filter((block) => block.length > 0);
  }
  const lines = text.split(hardBreak).map((line) => line.replace(/\s+/g, ' ').trim());
  const full = lines.filter((line) => line !== '');
  return [full.every((line) => line.length <= 80) ? full.join('\n') : full.join(' ')];
}

/** `[!NOTE]` names the kind of a note, which its text says better. A title of its own stays. */
function withoutNoteName(blocks: TextBlock[]): TextBlock[] {
  const [first, ...rest] = blocks;
  if (first === undefined || typeof first === 'string') return blocks;
  const [line = '', ...others] = first;
  const name = /^\[!\w{1,20}\][-+]?\s*/.exec(line)?.[0];
  if (name === undefined) return blocks;
  const title = line.slice(name.length);
  return [...(title === '' ? [] : [title]), ...(others.length === 0 ? [] : [others]), ...rest];
}

/** Each item is a paragraph with its bullet or number; what else stands in it follows. */
function listBlocks(list: Tokens.List, leftOut: LeftOut[]): TextBlock[] {
  const start = typeof list.start === 'number' ? list.start : 1;
  return list.items.flatMap((item, at) => {
    const mark = list.ordered ? `${start + at}.` : '•';
    const [first, ...rest] = item.tokens.flatMap((child) => blocksOf(child, leftOut));
    if (first === undefined) return [];
    const text = typeof first === 'string' ? first : first.join(' ');
    return /^(?:•|\d{1,9}\.) /.test(text) ? [first, ...rest] : [`${mark} ${text}`, ...rest];
  });
}

function tableOf(table: Tokens.Table): LeftOut {
  function cell({ tokens }: Tokens.TableCell): string {
    return inlineText(tokens, []);
  }
  return leftOutTable({ headers: table.header.map(cell), rows: table.rows.map((row) => row.map(cell)) });
}

/** Indented text is code to Markdown, and often only an indented text to its author. */
function codeBlocks(code: Tokens.Code, leftOut: LeftOut[]): TextBlock[] {
  const lines = code.text.split('\n').map((line) => line.trim());
  if (code.codeBlockStyle === 'indented' && isProse(code.text)) return [lines.filter((line) => line !== '')];
  leftOut.push(leftOutPiece(code.lang === 'math' ? 'formula' : 'code_block', code.text));
  return [];
}

function isProse(text: string): boolean {
  const sample = text.slice(0, 2_000);
  const words = sample.match(/(?<!\S)\p{L}[\p{L}’'-]*(?=[,.;:!?]?(?:\s|$))/gu)?.length ?? 0;
  return !/[{}<>=|\\$]|\(\)|;$/m.test(sample) && words > sample.split(/\s+/).length * 0.8;
}

/** "Term" and ": definition" below it are one paragraph. */
function withDefinitions(blocks: readonly TextBlock[]): TextBlock[] {
  const joined: TextBlock[] = [];
  for (const block of blocks) {
    if (typeof block === 'string' || !block.some((line) => /^: \S/.test(line))) {
      joined.push(block);
      continue;
    }
    let term: string | undefined;
    for (const line of block) {
      const definition = /^: (\S.*)$/.exec(line)?.[1];
      const before = joined.at(-1);
      if (definition === undefined) {
        if (term !== undefined) joined.push(term);
        term = line;
      } else if (term !== undefined) joined.push(`${term}: ${definition}`);
      else if (joined.length > 0 && typeof before !== 'string' && before?.length === 1) {
        joined[joined.length - 1] = `${before[0] ?? ''}: ${definition}`;
      } else joined.push(definition);
      if (definition !== undefined) term = undefined;
    }
    if (term !== undefined) joined.push(term);
  }
  return joined;
}
