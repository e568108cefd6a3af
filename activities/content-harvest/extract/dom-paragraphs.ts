import { elementNode, textNode, type DomNode } from '../../text/dom.js';

/** What a listener has no use for: not text, or text about the page instead of the subject. */
const skipped = new Set([
  'SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'MATH', 'PRE', 'CODE', 'TABLE', 'FORM', 'BUTTON', 'SELECT', 'TEXTAREA',
  'NAV', 'FIGCAPTION', 'FIGURE', 'IFRAME', 'OBJECT', 'VIDEO', 'AUDIO', 'CANVAS', 'SUP', 'HEAD', 'ASIDE', 'FOOTER',
]); // prettier-ignore

const blocks = new Set([
  'P', 'DIV', 'SECTION', 'ARTICLE', 'MAIN', 'HEADER', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'LI', 'UL', 'OL', 'DL', 'DT', 'DD',
  'BLOCKQUOTE', 'HR', 'BODY', 'ADDRESS', 'DETAILS', 'SUMMARY',
]); // prettier-ignore

/** The readable paragraphs below a node, in order. Walks without recursion: a hostile page nests without end. */
export function domParagraphs(root: DomNode): string[] {
  const paragraphs: string[] = [];
  let current = '';
  function endParagraph(): void {
    const text = current.replace(/\s+/g, ' ').trim();
    if (text !== '') paragraphs.push(text);
    current = '';
  }
  const stack: (DomNode | 'end')[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === 'end') endParagraph();
    else if (node.nodeType === textNode) current += node.textContent ?? '';
    else if (node.nodeType === elementNode || node === root) {
      const name = node.nodeName.toUpperCase();
      if (skipped.has(name) || isHidden(node)) continue;
      if (name === 'BR') current += brokenLine(current);
      if (blocks.has(name)) {
        endParagraph();
        stack.push('end');
      }
      stack.push(...[...node.childNodes].reverse());
    }
  }
  endParagraph();
  return paragraphs;
}

/** Two line breaks are an old page's paragraph. */
function brokenLine(current: string): string {
  return current.endsWith('\n') ? '' : '\n';
}

/** Text that people cannot see is a known place for instructions to machines; it is not part of the article. */
function isHidden(node: DomNode): boolean {
  if (!('getAttribute' in node) || typeof node.getAttribute !== 'function') return false;
  const element = node as DomNode & { getAttribute(name: string): string | null };
  if (element.getAttribute('hidden') !== null || element.getAttribute('aria-hidden') === 'true') return true;
  const style = element.getAttribute('style') ?? '';
  return /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])/i.test(
    style,
  );
}
