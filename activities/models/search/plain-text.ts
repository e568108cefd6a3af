import { shorten } from '../../../platform/shorten.js';
import { cleanText } from '../../text/clean-text.js';
import { parseHtml } from '../../text/dom.js';

/** Of a summary in HTML, what is looked at: some feeds put whole articles there. */
const maxHtml = 8_000;

const maxTitleLength = 300;
const maxSummaryLength = 1_000;

/** The text of a title or summary in one line, without tags and entities, cut to a length that is fit to be kept. */
export function plainTitle(text: string | undefined): string {
  return shorten(oneLine(text ?? ''), maxTitleLength).trim();
}

export function plainSummary(text: string | undefined): string {
  return shorten(oneLine(text ?? ''), maxSummaryLength).trim();
}

function oneLine(text: string): string {
  const beginning = text.slice(0, maxHtml);
  const plain = /[<&]/.test(beginning) ? textOf(beginning) : beginning;
  return cleanText(plain).replace(/\s+/g, ' ').trim();
}

function textOf(html: string): string {
  // A tag between two words parts them, as it does on screen: <p>One</p><p>Two</p>.
  const { body } = parseHtml(
    `<!doctype html><html><body>${html.replace(/<(?=[a-z/])/gi, ' <')}</body></html>`,
  );
  if (body === null) return '';
  for (const element of body.querySelectorAll('script, style, template, noscript')) element.remove();
  return body.textContent ?? '';
}

/** A date as sources write it, as ISO 8601. Undefined: none, or one that cannot be (more than a day ahead). */
export function isoDate(date: string | undefined, now = Date.now()): string | undefined {
  const at = Date.parse(date ?? '');
  if (Number.isNaN(at) || at > now + 86_400_000) return undefined;
  return new Date(at).toISOString();
}

/** An address that can be fetched, made absolute; undefined for anything else. */
export function webAddress(link: string | undefined, base?: string): string | undefined {
  const trimmed = link?.trim() ?? '';
  if (trimmed === '' || !URL.canParse(trimmed, base)) return undefined;
  const url = new URL(trimmed, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}
