import type { Token } from 'marked';
import type { LeftOut } from '../../../../workflows/contract/left-out.js';
import { leftOutPiece } from '../left-out-piece.js';
import { raisedText } from '../raised-text.js';
import { isUnseen } from './html-in-markdown.js';

/** Inline code longer than this (characters) is an example, not a name in a sentence. */
const longestCode = 80;

/** A line break that the author set, among those that only wrap the source. */
export const hardBreak = '\u2028';

/** Around what is raised, until it is known what it means there. */
const raiseStart = '\ue000';
const raiseEnd = '\ue001';

/** The words of inline tokens, without marks; what of them is not said is added to `leftOut`. */
export function inlineText(tokens: readonly Token[], leftOut: LeftOut[]): string {
  const reader = new InlineReader(leftOut);
  reader.read(tokens);
  return reader.text();
}

class InlineReader {
  /** Text in which marks may stand, and text that is as it is (code, formulas), in turns. */
  private readonly runs: { text: string; isFixed: boolean }[] = [];
  private hiddenBy: string | undefined;
  private hidden = '';

  constructor(private readonly leftOut: LeftOut[]) {}

  read(tokens: readonly Token[]): void {
    for (const token of tokens) this.readToken(token);
  }

  text(): string {
    if (this.hidden !== '') this.leftOut.push(leftOutPiece('hidden', this.hidden));
    return this.runs.map(({ text, isFixed }) => (isFixed ? text : this.withoutMarks(text))).join('');
  }

  private readToken(token: Token): void {
    const text = 'text' in token && typeof token.text === 'string' ? token.text : '';
    switch (token.type) {
      case 'html':
        this.readTag(token.raw);
        break;
      case 'image':
        if (text !== '') this.leftOut.push(leftOutPiece('picture', text));
        break;
      case 'codespan':
        if (text.length > longestCode) this.leftOut.push(leftOutPiece('code_block', text));
        else this.add(text, true);
        break;
      case 'math':
        if ('display' in token && token.display === true) this.leftOut.push(leftOutPiece('formula', text));
        else this.add(`$${text}$`, true);
        break;
      case 'br':
        this.add(hardBreak);
        break;
      case 'checkbox':
        break;
      case 'del':
        // One tilde lowers, two strike out.
        if (!token.raw.startsWith('~~') && !/\s/.test(text)) this.add(text);
        else this.leftOut.push(leftOutPiece('deleted_text', text));
        break;
      default:
        if ('tokens' in token && Array.isArray(token.tokens)) this.read(token.tokens);
        else this.add(text);
    }
  }

  private add(text: string, isFixed = false): void {
    if (this.hiddenBy !== undefined) {
      this.hidden += text;
      return;
    }
    const last = this.runs.at(-1);
    if (last !== undefined && last.isFixed === isFixed) last.text += text;
    else this.runs.push({ text, isFixed });
  }

  private readTag(raw: string): void {
    const [, slash, name = '', attributes = ''] = /^<(\/?)([a-z][a-z0-9-]*)([^>]*)/i.exec(raw) ?? [];
    const tag = name.toLowerCase();
    if (this.hiddenBy !== undefined) {
      if (slash === '/' && tag === this.hiddenBy) this.hiddenBy = undefined;
    } else if (slash !== '/' && isUnseen(attributes)) this.hiddenBy = tag;
    else if (tag === 'br') this.add(hardBreak);
    else if (tag === 'sup') this.add(slash === '/' ? raiseEnd : raiseStart);
  }

  private withoutMarks(text: string): string {
    return text
      .replace(/\ue000([^\ue000\ue001]{0,200})\ue001/g, (_whole, raised: string, at: number) =>
        raisedText(text.slice(Math.max(0, at - 24), at), raised),
      )
      .replace(/[\ue000\ue001]/g, '')
      .replace(/\[\^[^\]\s]{1,80}\]/g, '')
      .replace(/\^\[([^[\]]{1,1000})\]/g, (_whole, note: string) => {
        this.leftOut.push(leftOutPiece('footnote', note));
        return '';
      })
      .replace(/(?<![\p{L}\p{N}=])==(?=[^\s=])([^=]{1,1000})(?<=\S)==(?![\p{L}\p{N}=])/gu, '$1')
      .replace(
        /(!?)\[\[([^[\]|]{1,200})(?:\|([^[\]|]{1,200}))?\]\]/g,
        (_whole, picture: string, page: string, label?: string) => {
          if (picture === '') return label ?? page;
          this.leftOut.push(leftOutPiece('picture', label ?? page));
          return '';
        },
      )
      .replace(/ ?\{[#.:][\w .#:="-]{1,80}\}/g, '')
      .replace(/(?<![\w:]):[a-z][a-z_]{2,30}:(?![\w:])/g, '');
  }
}
