import { decodeEntities } from '../../../text/decode-entities.js';

/** A tag of an XML document, or the text between two. `isEmpty`: the element ends with its own tag. */
export type XmlToken =
  | { kind: 'open'; name: string; attributes: string; isEmpty: boolean }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string };

/** Names of Word's main and math namespaces, in the usual and the strict form. */
const namespaces: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
};

/** Reads an XML document tag by tag, in one pass. Word's names begin with "w:" and "m:", whatever the document calls them. */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  const prefixes = prefixesOf(xml);
  for (let at = 0; at < xml.length;) {
    const start = xml.indexOf('<', at);
    if (start < 0) return;
    if (start > at) yield { kind: 'text', text: xml.slice(at, start) };
    const close = xml.startsWith('<!--', start) ? '-->' : '>';
    const end = xml.indexOf(close, start);
    if (end < 0) return;
    at = end + close.length;
    const first = xml.charAt(start + 1);
    if (first === '?' || first === '!') continue;
    const inner = xml.slice(start + 1, end);
    if (first === '/') yield { kind: 'close', name: nameOf(inner.slice(1).trim(), prefixes) };
    else {
      const isEmpty = inner.endsWith('/');
      const space = inner.search(/\s/);
      const nameEnd = space < 0 ? inner.length - (isEmpty ? 1 : 0) : space;
      const attributes = inner.slice(nameEnd);
      yield { kind: 'open', name: nameOf(inner.slice(0, nameEnd), prefixes), attributes, isEmpty };
    }
  }
}

function prefixesOf(xml: string): ReadonlyMap<string, string> {
  const prefixes = new Map<string, string>();
  for (const [, prefix = '', uri = ''] of xml
    .slice(0, 20_000)
    .matchAll(/\bxmlns:([\w.-]{1,40})="([^"]{1,200})"/g)) {
    const usual = namespaces[uri];
    if (usual !== undefined) prefixes.set(prefix, usual);
  }
  return prefixes;
}

function nameOf(name: string, prefixes: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':');
  const usual = colon < 0 ? undefined : prefixes.get(name.slice(0, colon));
  return usual === undefined ? name : `${usual}${name.slice(colon)}`;
}

/** The value of an attribute, whatever its namespace is called. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s:])${name}="([^"]{0,2000})"`).exec(attributes.slice(0, 5_000))?.[1];
  return found === undefined ? undefined : decodeEntities(found);
}

/** An element that is there means yes, unless its value says no. */
export function isOn(attributes: string): boolean {
  return !['0', 'false', 'off'].includes(attribute(attributes, 'val') ?? '1');
}
