import type { DomDocument, DomElement } from '../../../text/dom.js';

/** What styles say of an element: property in small letters -> value in small letters. */
export type Style = ReadonlyMap<string, string>;

/** Rules whose selector is one tag, class or id; what a page's own sheets use to hide a part of it. */
export interface StyleRules {
  /** What rules and the element's own `style` say, the latter last. */
  styleOf(element: DomElement): Style;
}

/** A page's sheets beyond this (characters) are for its layout, and not read. */
const maxSheet = 300_000;

const asked =
  /display|visibility|opacity|font-size|color|background|position|left|top|right|bottom|text-indent|clip|width|height|overflow|transform|animation|transition|inset/;

const none: Style = new Map();

export function readStyleRules(document: DomDocument): StyleRules {
  const rules = new Map<string, Map<string, string>>();
  let left = maxSheet;
  for (const sheet of document.querySelectorAll('style')) {
    const media = sheet.getAttribute('media') ?? 'all';
    const text = (sheet.textContent ?? '').slice(0, left);
    left -= text.length;
    if (/\b(?:all|screen)\b/i.test(media)) addRules(text, rules);
  }
  return {
    styleOf(element) {
      const own = element.getAttribute('style');
      if (rules.size === 0) return own === null ? none : declarations(own);
      const names = [
        element.nodeName.toLowerCase(),
        ...namesIn(element.getAttribute('class')).map((name) => `.${name}`),
        ...namesIn(element.getAttribute('id')).map((name) => `#${name}`),
      ];
      const matching = names.flatMap((name) => rules.get(name) ?? []);
      if (matching.length === 0) return own === null ? none : declarations(own);
      const style = new Map(matching.flatMap((rule) => [...rule]));
      if (own !== null) for (const [name, value] of declarations(own)) style.set(name, value);
      return style;
    },
  };
}

export function namesIn(attribute: string | null): string[] {
  return attribute === null ? [] : attribute.split(/\s+/).filter((name) => name !== '');
}

/** Top-level rules alone: what stands in an at-rule holds under conditions that nobody knows here. */
function addRules(sheet: string, rules: Map<string, Map<string, string>>): void {
  const text = withoutComments(sheet);
  let at = 0;
  for (let open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
    const before = text.slice(at, open);
    const selector = before.slice(before.lastIndexOf(';') + 1).trim();
    if (selector.startsWith('@')) {
      at = endOfBlock(text, open);
      continue;
    }
    const close = text.indexOf('}', open);
    if (close < 0) return;
    at = close + 1;
    const body = text.slice(open + 1, close);
    if (!asked.test(body)) continue;
    for (const part of selector.split(',')) addRule(part.trim().toLowerCase(), part.trim(), body, rules);
  }
}

function addRule(
  small: string,
  written: string,
  body: string,
  rules: Map<string, Map<string, string>>,
): void {
  const match = /^([a-z][a-z0-9]*)?([.#][\w-]+)?$/i.exec(written);
  if (match === null || small === '') return;
  // `p.note` is taken for `.note`: the same class seldom means two things in one page.
  const key = match[2] ?? small;
  const rule = rules.get(key) ?? new Map<string, string>();
  for (const [name, value] of declarations(body)) rule.set(name, value);
  rules.set(key, rule);
}

function endOfBlock(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '{') depth += 1;
    if (character === '}' && (depth -= 1) === 0) return at + 1;
  }
  return text.length;
}

function withoutComments(sheet: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let open = sheet.indexOf('/*'); open >= 0; open = sheet.indexOf('/*', at)) {
    parts.push(sheet.slice(at, open));
    const close = sheet.indexOf('*/', open + 2);
    at = close < 0 ? sheet.length : close + 2;
  }
  return [...parts, sheet.slice(at)].join('');
}

function declarations(text: string): Map<string, string> {
  const style = new Map<string, string>();
  for (const declaration of text.slice(0, 2_000).split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const value = declaration
      .slice(colon + 1)
      .replace('!important', '')
      .trim();
    style.set(declaration.slice(0, colon).trim().toLowerCase(), value.toLowerCase());
  }
  return style;
}
