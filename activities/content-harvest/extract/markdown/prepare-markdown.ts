import type { LeftOut } from '../../../../workflows/contract/left-out.js';
import { leftOutPiece } from '../left-out-piece.js';

const fenceLine = /^ {0,3}(`{3,}|~{3,})/;
const noteLine = /^ {0,3}\[\^[^\]\n]{1,80}\]: ?(.*)$/;
const colonFence =
  /^ {0,3}:{3,} ?(?:\{[^{}\n]{0,200}\}|[\w-]{1,40})?(?:\[([^[\]\n]{1,200})\]| ([^\n]{1,200}))?$/;
const admonition = /^ {0,3}(?:!!!|\?\?\?\+?) [\w -]{1,40}(?:"([^"\n]{0,200})")?\s*$/;
const contents = /^ {0,3}(?:\[TOC\]|\[\[_?TOC_?\]\]|\{:toc\}|\$\{toc\})\s*$/i;

/** A display formula is not longer (lines); what is never closed is text. */
const longestFormula = 60;

/**
 * What Markdown's dialects add to CommonMark, written in it: notes (`:::note`, `!!! note`) are paragraphs, display
 * formulas (`$$`, `\[`) are fenced as `math`. Footnotes are taken out, tables of contents dropped.
 */
export function prepareMarkdown(body: string): { body: string; notes: LeftOut[] } {
  return new Preparation(body.split('\n')).read();
}

class Preparation {
  private readonly out: string[] = [];
  private readonly notes: LeftOut[] = [];
  private at = 0;

  constructor(private readonly lines: readonly string[]) {}

  read(): { body: string; notes: LeftOut[] } {
    while (this.at < this.lines.length) this.readLine(this.line());
    return { body: this.out.join('\n'), notes: this.notes };
  }

  private line(): string {
    return this.lines[this.at] ?? '';
  }

  private readLine(line: string): void {
    const fence = fenceLine.exec(line)?.[1];
    if (fence !== undefined) this.copyFence(fence);
    else if (noteLine.test(line)) this.readNote();
    else if (colonFence.test(line)) this.readTitle(colonFence.exec(line)?.slice(1).find(Boolean));
    else if (admonition.test(line)) this.readAdmonition();
    else if (contents.test(line)) this.at += 1;
    else if (!this.readFormula(line)) this.copy();
  }

  private copy(): void {
    this.out.push(this.line());
    this.at += 1;
  }

  private copyFence(fence: string): void {
    this.copy();
    const mark = fence.charAt(0);
    while (this.at < this.lines.length) {
      const end = fenceLine.exec(this.line())?.[1];
      this.copy();
      if (end?.startsWith(mark) === true && end.length >= fence.length) return;
    }
  }

  /** A note goes on over indented lines, and over those that follow at once. */
  private readNote(): void {
    const parts = [noteLine.exec(this.line())?.[1] ?? ''];
    this.at += 1;
    for (; this.at < this.lines.length && !noteLine.test(this.line()); this.at += 1) {
      const line = this.line();
      const isIndented = /^(?: {2}|\t)/.test(line);
      if (
        line.trim() === ''
          ? !/^(?: {2}|\t)\s*\S/.test(this.lines[this.at + 1] ?? '')
          : !isIndented && this.isAfterBlank()
      )
        break;
      parts.push(line.trim());
    }
    this.notes.push(leftOutPiece('footnote', parts.join(' ')));
    this.out.push('');
  }

  private isAfterBlank(): boolean {
    return (this.lines[this.at - 1] ?? '').trim() === '';
  }

  private readTitle(title: string | undefined): void {
    this.out.push('', title ?? '', '');
    this.at += 1;
  }

  /** Its text is indented, as code is elsewhere. */
  private readAdmonition(): void {
    this.readTitle(admonition.exec(this.line())?.[1]);
    for (; this.at < this.lines.length && /^(?: {4}|\t|\s*$)/.test(this.line()); this.at += 1) {
      this.out.push(this.line().replace(/^(?: {4}|\t)/, ''));
    }
  }

  private readFormula(line: string): boolean {
    const start = /^\s{0,8}(\$\$|\\\[|\\begin\{(?:equation|align|gather|multline|eqnarray)\*?\})/.exec(line);
    if (start?.[1] === undefined) return false;
    const close = start[1] === '$$' ? '$$' : start[1] === '\\[' ? '\\]' : start[1].replace('begin', 'end');
    const first = line.slice(start[0].length);
    const ahead = [first, ...this.lines.slice(this.at + 1, this.at + longestFormula)];
    const end = ahead.findIndex((each) => each.trimEnd().endsWith(close));
    if (end < 0 || ahead.slice(0, end).some((each) => each.trim() === '' && each !== first)) return false;
    const last = ahead[end] ?? '';
    const inner = [...ahead.slice(0, end), last.trimEnd().slice(0, -close.length)];
    this.out.push('', '```math', ...inner.filter((each) => each.trim() !== ''), '```', '');
    this.at += end + 1;
    return true;
  }
}
