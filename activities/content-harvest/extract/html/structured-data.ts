import type { DomDocument } from '../../../text/dom.js';

/** What a page says of its article to search engines (schema.org, JSON-LD). */
export type StructuredData = {
  articleBody?: string;
  /** The page says that its article is not free to read. */
  isPaid: boolean;
};

const articleTypes = /(?:Article|BlogPosting|Report|Review|CreativeWork|WebPage)$/;

/** Longer data (characters) describe a catalogue, and not an article. */
const longest = 1_000_000;

/** Entries that are looked at; lists of offers and videos have hundreds. */
const mostEntries = 200;

export function readStructuredData(document: DomDocument): StructuredData {
  const entries = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap(
    ({ textContent }) => entriesOf(parsed(textContent ?? '')),
  );
  const articles = entries.filter((entry) => typesOf(entry).some((type) => articleTypes.test(type)));
  const bodies = articles.map(({ articleBody }) => articleBody).filter((body) => typeof body === 'string');
  const body = bodies.reduce((longer, next) => (next.length > longer.length ? next : longer), '');
  const isPaid = articles.some(({ isAccessibleForFree }) => /^false$/i.test(String(isAccessibleForFree)));
  return { isPaid, ...(body === '' ? {} : { articleBody: body }) };
}

type Entry = Record<string, unknown>;

function parsed(text: string): unknown {
  if (text.length > longest) return undefined;
  try {
    return JSON.parse(text.replace(/^\s*(?:\/\/)?<!\[CDATA\[|(?:\/\/)?\]\]>\s*$/g, ''));
  } catch (error) {
    // Sites write commas and line breaks where none may be; then there is no such data.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function entriesOf(value: unknown): Entry[] {
  const entries: Entry[] = [];
  const waiting = [value];
  for (
    let next = waiting.shift();
    next !== undefined && entries.length < mostEntries;
    next = waiting.shift()
  ) {
    if (Array.isArray(next)) waiting.push(...(next as unknown[]).slice(0, mostEntries));
    else if (typeof next === 'object' && next !== null) {
      const entry = next as Entry;
      entries.push(entry);
      if (Array.isArray(entry['@graph'])) waiting.push(entry['@graph']);
    }
  }
  return entries;
}

function typesOf(entry: Entry): string[] {
  const type = entry['@type'];
  return (Array.isArray(type) ? (type as unknown[]) : [type]).filter((name) => typeof name === 'string');
}
