import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

// The few parts of the DOM that reading an article needs. The compiler runs without the browser's types, so that
// nothing else of a browser can be used by mistake; the two casts below are the only place where they would apply.

export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
}

export interface DomElement extends DomNode {
  readonly parentElement: DomElement | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  remove(): void;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

export interface DomDocument extends DomElement {
  readonly body: DomElement | null;
  readonly title: string;
}

export type Article = {
  title?: string | null;
  content?: DomNode | null;
  length?: number | null;
  byline?: string | null;
  siteName?: string | null;
  publishedTime?: string | null;
};

const elementNode = 1;
const textNode = 3;

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === elementNode;
}

export function isText(node: DomNode): boolean {
  return node.nodeType === textNode;
}

/** Parses without running or loading anything. */
export function parseHtml(html: string): DomDocument {
  return (parseHTML(html) as unknown as { document: DomDocument }).document;
}

/**
 * Puts each piece of an element's own text into a `<span>` with an attribute: the reader view replaces a `<div>` of
 * running text, and its attributes with it.
 */
export function wrapTexts(
  document: DomDocument,
  element: DomElement,
  attribute: string,
  value: string,
): void {
  type Tree = { createElement(tag: string): DomElement & { textContent: string | null } };
  for (const node of [...element.childNodes]) {
    if (!isText(node) || node.textContent === null || node.textContent.trim() === '') continue;
    const span = (document as unknown as Tree).createElement('span');
    span.setAttribute(attribute, value);
    span.textContent = node.textContent;
    (node as unknown as { replaceWith(other: DomNode): void }).replaceWith(span);
  }
}

/** The article of a page as Firefox's reader view finds it; changes the document. Undefined when there is none. */
export function readArticle(document: DomDocument): Article | undefined {
  type Reader = { parse(): Article | null };
  const Reader = Readability as unknown as new (document: DomDocument, options: object) => Reader;
  const reader = new Reader(document, { charThreshold: 300, serializer: (node: DomNode) => node });
  return reader.parse() ?? undefined;
}
