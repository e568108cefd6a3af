import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseOpml, type Opml } from 'feedsmith';
import { AethercastError } from '../../../../platform/aethercast-error.js';
import { asCategory, noCategory } from '../../../../platform/categories.js';
import { errorCode } from '../../../../platform/error-code.js';
import { shorten } from '../../../../platform/shorten.js';
import { webAddress } from '../plain-text.js';

/** One feed to read. `name` is what people see of it. */
export type Feed = { url: string; name: string; category: string };

/** The list that is shipped, beside this file in the repository. */
const shippedList = fileURLToPath(
  new URL('../../../../../activities/models/search/feeds/feeds.opml', import.meta.url),
);

/** More would not be read within the time a page may take. */
const maxFeeds = 500;

/**
 * The feeds of an OPML file: the operator's own, which replaces the shipped list, or the shipped one.
 * A feed's category is its own `category` attribute, or the outline it stands in.
 * @throws AethercastError TDA_FEED_LIST_INVALID, naming the file and what is wrong with it
 */
export async function readFeedList(file: string = shippedList): Promise<Feed[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    throw invalid(file, `it cannot be read (${code})`, error);
  }
  return parseFeedList(text, file);
}

export function parseFeedList(text: string, file: string): Feed[] {
  const outlines = parse(text, file).body?.outlines ?? [];
  const feeds = outlines.flatMap((outline) => feedsOf(outline, undefined, file));
  const unique = [...new Map(feeds.map((feed) => [feed.url, feed])).values()];
  if (unique.length === 0) throw invalid(file, 'no outline has an xmlUrl');
  if (unique.length > maxFeeds)
    throw invalid(file, `it names ${unique.length} feeds; ${maxFeeds} are the most`);
  return unique;
}

type Outline = Opml.Outline<string>;

function parse(text: string, file: string): Opml.Document<string> {
  try {
    return parseOpml(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw invalid(file, 'it is no OPML with outlines in it', error);
  }
}

function feedsOf(outline: Outline, parent: string | undefined, file: string): Feed[] {
  const name = outline.title ?? outline.text ?? outline.xmlUrl ?? '';
  const inside = (outline.outlines ?? []).flatMap((child) => feedsOf(child, name, file));
  if (outline.xmlUrl === undefined) return inside;
  const url = webAddress(outline.xmlUrl);
  if (url === undefined) {
    throw invalid(file, `the xmlUrl of "${shorten(name, 80)}" is no http or https address`);
  }
  // OPML writes a category as a path: "/Science".
  const category = shorten(asCategory((outline.category ?? parent ?? '').replace(/^\//, '')), 80);
  return [{ url, name: shorten(name, 120), category: category === '' ? noCategory : category }, ...inside];
}

function invalid(file: string, fault: string, cause?: unknown): AethercastError {
  return new AethercastError('TDA_FEED_LIST_INVALID', {
    message: `The list of feeds ${file} cannot be used: ${fault}.`,
    details: { file, fault },
    cause,
  });
}
