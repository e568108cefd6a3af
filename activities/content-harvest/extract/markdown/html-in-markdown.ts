import type { LeftOut } from '../../../../workflows/contract/left-out.js';
import { leftOutPiece } from '../left-out-piece.js';

const tag = /<(\/?)([a-z][a-z0-9-]*)((?:\s[^<>]{0,2000})?)\/?>/gi;
const blocks =
  /^(?:p|div|section|article|h[1-6]|li|ul|ol|dl|dt|dd|tr|blockquote|details|summary|center|br|hr|figure|figcaption|header|footer|aside|main)$/i;
const unseen =
  /\shidden\b|aria-hidden\s*=\s*["']?true|display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])|class\s*=\s*["'][^"']{0,200}\b(?:sr-only|visually-hidden|hidden)\b/i;

/** Whether the attributes of an element hide it from people. */
export function isUnseen(attributes: string): boolean {
  return unseen.test(attributes);
}

/** The paragraphs of a block of HTML in Markdown; nothing of what is hidden, or is no text. */
export function paragraphsOfHtml(html: string, leftOut: LeftOut[]): string[] {
  const visible = withoutCode(html);
  for (const [, alt = ''] of visible.matchAll(/<img\s[^<>]{0,2000}?\balt\s*=\s*"([^"<>]{1,500})"/gi)) {
    leftOut.push(leftOutPiece('picture', alt));
  }
  const text = visible
    .replace(tag, (_whole, _slash, name: string) => (blocks.test(name) ? '\n\n' : ''))
    .replace(/<[^>]{0,2000}>?/g, ' ');
  const paragraphs = text.split(/\n\s*\n/).map((paragraph) => paragraph.replace(/\s+/g, ' ').trim());
  const found = paragraphs.filter((paragraph) => paragraph !== '');
  const reason = /<table\b/i.test(visible)
    ? 'table'
    : [...visible.matchAll(tag)].some((each) => isUnseen(each[3] ?? ''))
      ? 'hidden'
      : undefined;
  if (reason === undefined) return found;
  if (found.length > 0) leftOut.push(leftOutPiece(reason, found.join(' ')));
  return [];
}

const codeStart = /<!--|<(script|style|svg|template)\b/gi;
const codeEnds: Readonly<Record<string, RegExp>> = {
  '': /-->/g, script: /<\/script[^>]{0,100}>/gi, style: /<\/style[^>]{0,100}>/gi, svg: /<\/svg[^>]{0,100}>/gi, template: /<\/template[^>]{0,100}>/gi,
}; // prettier-ignore

/** Without comments and what is for browsers. What is never closed goes on to the end, as it does there. */
function withoutCode(html: string): string {
  let text = '';
  for (let at = 0; ;) {
    const start = firstFrom(codeStart, html, at);
    if (start === null) return text + html.slice(at);
    text += html.slice(at, start.index);
    const end = firstFrom(codeEnds[(start[1] ?? '').toLowerCase()] ?? /-->/g, html, start.index);
    if (end === null) return text;
    at = end.index + end[0].length;
  }
}

function firstFrom(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
