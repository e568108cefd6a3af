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
  getAttribute(name: string): string | null;
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

export const elementNode = 1;
export const textNode = 3;

/** Parses without running or loading anything. */
export function parseHtml(html: string): DomDocument {
  return (parseHTML(html) as unknown as { document: DomDocument }).document;
}

/** The article of a page as Firefox's reader view finds it; changes the document. Undefined when there is none. */
export function readArticle(document: DomDocument): Article | undefined {
  type Reader = { parse(): Article | null };
  const Reader = Readability as unknown as new (document: DomDocument, options: object) => Reader;
  const reader = new Reader(document, { charThreshold: 300, serializer: (node: DomNode) => node });
  return reader.parse() ?? undefined;
}
