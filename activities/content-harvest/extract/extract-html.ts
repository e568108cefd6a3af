import { defined } from '../../../platform/defined.js';
import type { LeftOut } from '../../../workflows/contract/left-out.js';
import {
  isElement,
  parseHtml,
  readArticle,
  wrapTexts,
  type Article,
  type DomDocument,
  type DomElement,
} from '../../text/dom.js';
import { type ExtractedDocument, paragraphsToText } from './extracted-document.js';
import { leftOutPiece } from './left-out-piece.js';
import type { Block } from './html/block.js';
import { chooseBlocks } from './html/choose-blocks.js';
import { sayCarriedBody } from './html/carried-body.js';
import { bylineOf, headline, isoDate, readPageFacts } from './html/page-facts.js';
import { createPageRules } from './html/page-rules.js';
import { checkPageSize } from './html/page-size.js';
import { checkBeginning, paywallWarning } from './html/paywall.js';
import { readBlocks, type PageBlocks } from './html/read-blocks.js';

/** A page of fewer characters that may be said is no article; all of it is read. */
const shortestArticle = 300;

/** Which blocks an element's own text is part of. Attributes outlive what the reader view does to elements. */
const mark = 'data-aethercast-blocks';

/**
 * The article of a page with its title, byline, site and date, and what of the page is not in it; a page in which no
 * article is found gives its whole body. The `<title>` of the page, cut at its site name, stands in for a missing title.
 *
 * @throws RangeError when the page has too many tags or nests too deeply; AethercastError WCHA_PAYWALL when it gives
 *   only a few words of its article
 */
export function extractHtml(html: string): ExtractedDocument {
  checkPageSize(html);
  const document = parseHtml(wholePage(html));
  const facts = readPageFacts(document);
  const { body } = document;
  const page = body === null ? undefined : readPage(document, body);
  // The reader view finds no article in so little, after three tries.
  const article = lengthOf(page?.blocks ?? []) < shortestArticle ? undefined : readArticle(document);
  const title = headline(article?.title ?? facts.title, facts.heading) ?? facts.title;
  const { blocks, isBeginning } = chooseBlocks({
    blocks: page?.blocks ?? [],
    found: page === undefined ? undefined : foundIn(article, page),
    title,
    isPaid: facts.isPaid,
  });
  const carried = sayCarriedBody(blocks, facts.articleBody);
  const text = paragraphsToText(carried ?? textsOf(blocks));
  const isPartial = isBeginning && carried === undefined;
  if (isPartial) checkBeginning(text);
  return {
    text,
    ...defined({
      title,
      byline: bylineOf(article?.byline) ?? facts.byline,
      siteName: article?.siteName?.trim() || facts.siteName,
      publishedAt: isoDate(article?.publishedTime) ?? facts.publishedAt,
      leftOut: leftOutOf(blocks),
      warnings: isPartial ? [paywallWarning] : undefined,
    }),
  };
}

function textsOf(blocks: readonly Block[]): string[] {
  return blocks.filter(({ left }) => left === undefined).map(({ text }) => text);
}

/** The tags that a page may leave out (WHATWG HTML, "optional tags"), and without which the parser finds no body. */
function wholePage(html: string): string {
  const body = html.search(/<body[\s>]/i);
  if (body < 0) return `<html><body>${html}</body></html>`;
  const before = html.slice(0, body);
  if (/<head[\s>]/i.test(before) && /<html[\s>]/i.test(before)) return html;
  const head = before.replace(/<\/?(?:html|head|!doctype)(?:\s[^<>]{0,1000})?>/gi, '');
  return `<html><head>${head}</head>${html.slice(body)}`;
}

/** Reads the page's blocks, takes out what is no article, and marks the rest for the reader view. */
function readPage(document: DomDocument, body: DomElement): PageBlocks {
  const page = readSeen(document, body);
  for (const element of page.leftElements) element.remove();
  for (const [owner, numbers] of page.owners) {
    if (!isElement(owner)) continue;
    owner.setAttribute(mark, numbers.join(' '));
    if (owner.nodeName === 'DIV') wrapTexts(document, owner, mark, numbers.join(' '));
  }
  // What can be seen is decided; the reader view has a mind of its own about these.
  for (const element of body.querySelectorAll('[aria-hidden], [style]')) {
    element.removeAttribute('aria-hidden');
    element.removeAttribute('style');
  }
  return page;
}

/** An article may be a row of pictures, each with its paragraph. */
function readSeen(document: DomDocument, body: DomElement): PageBlocks {
  const page = readBlocks(body, createPageRules(document, body, { areCaptions: true }));
  const captions = page.blocks.reduce(
    (sum, { left, text }) => sum + (left === 'picture' ? text.length : 0),
    0,
  );
  if (captions < lengthOf(page.blocks)) return page;
  return readBlocks(body, createPageRules(document, body, { areCaptions: false }));
}

/** The numbers of the blocks that the reader view keeps; undefined where it gives up or finds scraps. */
function foundIn(article: Article | undefined, page: PageBlocks): Set<number> | undefined {
  const content = article?.content;
  if (content === undefined || content === null || !isElement(content)) return undefined;
  const marked = [content, ...content.querySelectorAll(`[${mark}]`)];
  const numbers = marked
    .flatMap((element) => (element.getAttribute(mark) ?? '').split(' '))
    .filter((number) => number !== '');
  const found = new Set(numbers.map(Number));
  const foundLength = lengthOf([...found].map((number) => page.blocks[number]));
  return foundLength < Math.min(shortestArticle, lengthOf(page.blocks) / 3) ? undefined : found;
}

/** Characters of the blocks that may be said. */
function lengthOf(blocks: readonly (Block | undefined)[]): number {
  return blocks.reduce((sum, block) => sum + (block?.left === undefined ? (block?.text.length ?? 0) : 0), 0);
}

/** Neighbours of one reason are one piece; a table is one of its own. */
function leftOutOf(blocks: readonly Block[]): LeftOut[] | undefined {
  const pieces: LeftOut[] = [];
  let texts: string[] = [];
  blocks.forEach(({ left, text, table }, at) => {
    if (left === undefined) return;
    if (table !== undefined) {
      pieces.push(table.piece);
      return;
    }
    texts.push(text);
    const next = blocks[at + 1];
    if (next?.left === left && next.table === undefined) return;
    pieces.push(leftOutPiece(left, texts.join(' · ')));
    texts = [];
  });
  return pieces.length === 0 ? undefined : pieces;
}
