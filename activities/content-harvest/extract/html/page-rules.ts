import type { DomDocument, DomElement, DomNode } from '../../../text/dom.js';
import { regionOf } from './page-regions.js';
import type { PageRules } from './read-blocks.js';
import { readStyleRules } from './style-rules.js';
import { measureTexts, type TextSize } from './text-size.js';
import { inkOf, isUnseen } from './unseen.js';

/** An element that holds more of the page's text than this is the article, whatever covers or hides it. */
const articleShare = 0.4;

/** What of a page is seen, and what is its article's, as far as single elements tell. */
export function createPageRules(
  document: DomDocument,
  body: DomElement,
  { areCaptions }: { areCaptions: boolean },
): PageRules {
  const sizes = measureTexts(body);
  const holders = elementsAround(body.querySelectorAll('h1, article, main, [itemprop="articleBody"]'));
  const formulas = elementsAround(body.querySelectorAll('math'));
  const whole = (sizes.get(body)?.text ?? 0) - dialogs(body, sizes, holders);
  const styles = readStyleRules(document);
  const paper = inkOf(
    { tiny: false, invisible: false, colour: undefined, paper: undefined },
    styles.styleOf(body),
  ).paper;
  return {
    regionOf(element) {
      const size = sizes.get(element);
      if (size === undefined || size.text === 0) return undefined;
      const region = regionOf(element, size, whole, holders.has(element), areCaptions);
      if (region !== undefined) return region;
      if (size.text > whole * articleShare) return undefined;
      if (isDecoration(element) && !holders.has(element)) return 'hidden';
      // Wikipedia and KaTeX show a formula as a picture and hide the same as MathML.
      return isUnseen(element, styles.styleOf(element)) &&
        !(element.nodeName === 'SPAN' && formulas.has(element))
        ? 'hidden'
        : undefined;
    },
    inkOf(element, around) {
      const size = sizes.get(element);
      if (size === undefined || size.text === 0 || size.text > whole * articleShare) return around;
      return inkOf(around.paper === undefined ? { ...around, paper } : around, styles.styleOf(element));
    },
  };
}

/** All elements that one of these is in. */
function elementsAround(elements: Iterable<DomElement>): Set<DomNode> {
  const around = new Set<DomNode>();
  for (const element of elements) {
    for (let next = element.parentElement; next !== null && !around.has(next); next = next.parentElement)
      around.add(next);
  }
  return around;
}

/** What lies over the page is no part of it. */
function dialogs(
  body: DomElement,
  sizes: ReadonlyMap<DomNode, TextSize>,
  holders: ReadonlySet<DomNode>,
): number {
  const found = [...body.querySelectorAll('[role="dialog"], [role="alertdialog"], [aria-modal="true"]')];
  return found.reduce(
    (sum, element) => sum + (holders.has(element) ? 0 : (sizes.get(element)?.text ?? 0)),
    0,
  );
}

/** Kept from screen readers, and not beside what is meant for them alone. */
function isDecoration(element: DomElement): boolean {
  if (element.getAttribute('aria-hidden') !== 'true') return false;
  if (/^(?:MAIN|ARTICLE)$/.test(element.nodeName)) return false;
  const around = element.parentElement;
  const twin = around?.querySelector(
    '.sr-only, .visually-hidden, .visuallyhidden, .screen-reader-text, .a-offscreen',
  );
  return twin === null || twin === undefined;
}
