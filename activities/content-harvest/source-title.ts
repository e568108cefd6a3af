import { shorten } from '../../platform/shorten.js';
import { cleanText } from '../text/clean-text.js';

const maxTitleLength = 150;

/** The best name there is: given by the person, found in the document, the file's name, the site, the first words. */
export function titleOf(
  found: string | undefined,
  text: string,
  names: { given?: string | undefined; filename?: string | undefined; url?: string | undefined },
): string {
  const candidates = [names.given, found, fromFilename(names.filename), fromUrl(names.url), firstWords(text)];
  const title = candidates
    .map((candidate) =>
      cleanText(candidate ?? '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .find((candidate) => candidate !== '');
  return shorten(title ?? 'Untitled', maxTitleLength).trim();
}

function fromFilename(filename: string | undefined): string | undefined {
  const base = filename
    ?.split(/[\\/]/)
    .pop()
    ?.replace(/\.[a-z0-9]{1,8}$/i, '')
    .replace(/[_-]+/g, ' ')
    .trim();
  // Generated names (scan 0001, a hash) mean nothing to a listener.
  if (base === undefined || !/[a-z]{3}/i.test(base) || /^[0-9a-f ]{16,}$/i.test(base)) return undefined;
  return base.charAt(0).toUpperCase() + base.slice(1);
}

function fromUrl(url: string | undefined): string | undefined {
  return url === undefined ? undefined : new URL(url).hostname.replace(/^www\./, '');
}

function firstWords(text: string): string {
  const words = text.slice(0, 200).split(/\s+/).slice(0, 8).join(' ');
  return words.replace(/[,;:.]+$/, '');
}
