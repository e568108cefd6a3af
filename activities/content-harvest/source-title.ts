import { shorten } from '../../platform/shorten.js';
import { cleanText } from '../text/clean-text.js';
import { titlePhrase } from './title-phrase.js';

const maxTitleLength = 150;

/** The best name there is: given by the person, found in the document, the file's name, the site, its first phrase. */
export function titleOf(
  found: string | undefined,
  text: string,
  names: { given?: string | undefined; filename?: string | undefined; url?: string | undefined },
): string {
  const candidates = [
    names.given,
    found,
    fromFilename(names.filename),
    fromUrl(names.url),
    titlePhrase(text),
  ];
  const title = candidates
    .map((candidate) =>
      cleanText(candidate ?? '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .find((candidate) => candidate !== '');
  return shorten(title ?? 'Untitled', maxTitleLength).trim();
}

/** Names that programs give, and people who do not name their files. */
const nameless =
  /^(?:untitled(?: document)?|unnamed|document|new (?:text )?document|text|file|scan(?:ned)?(?: document)?|image|img|download|upload|attachment|paste|clipboard|pasted text|output|export|temp|tmp|transcript|article|page|index|readme|draft|final|copy)$/i;

/** "18-interview.txt" is "Interview": people number their files, and date them. */
function fromFilename(filename: string | undefined): string | undefined {
  const base = filename
    ?.slice(-200)
    .split(/[\\/]/)
    .pop()
    ?.replace(/\.[a-z0-9]{1,8}$/i, '')
    .replace(/%20|[_-]+/g, (sign) => (sign === '%20' ? ' ' : '-'))
    .replace(/^(?:\d{4}-?\d\d-?\d\d[- ]*|\d{1,4}(?:[-.)]+ ?| - ))(?=.*\p{L})/u, '')
    .replace(/(?: ?\(\d{1,3}\)|[- ](?:copy|final|draft|v\d{1,2}(?:\.\d{1,2})?|rev\d{1,2}))+$/i, '')
    .replace(/-+/g, ' ')
    .trim();
  // Generated names (scan 0001, a hash) mean nothing to a listener.
  if (base === undefined || !/\p{L}{3}/u.test(base) || /^[0-9a-f ]{16,}$/i.test(base)) return undefined;
  if (nameless.test(base.replace(/[\d ]+$/, ''))) return undefined;
  return base.charAt(0).toUpperCase() + base.slice(1);
}

function fromUrl(url: string | undefined): string | undefined {
  return url === undefined ? undefined : new URL(url).hostname.replace(/^www\./, '');
}
