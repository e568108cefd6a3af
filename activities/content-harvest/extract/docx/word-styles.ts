import { attribute, xmlTokens } from './xml-tokens.js';

/** What styles say of paragraphs: names in small letters, and the lists they belong to. */
export type WordStyles = {
  nameOf(id: string | undefined): string;
  numberingOf(id: string | undefined): { numId: string; level: number } | undefined;
};

type Style = { name: string; basedOn?: string | undefined; numId?: string | undefined; level: number };

/** Styles are based on others, no deeper than this. */
const deepest = 10;

export function readStyles(xml: string): WordStyles {
  const styles = new Map<string, Style>();
  let open: Style | undefined;
  for (const token of xmlTokens(xml)) {
    if (token.kind !== 'open') continue;
    const value = attribute(token.attributes, 'val');
    if (token.name === 'w:style') {
      open = { name: '', level: 0 };
      styles.set(attribute(token.attributes, 'styleId') ?? '', open);
    } else if (open === undefined) continue;
    else if (token.name === 'w:name') open.name = (value ?? '').toLowerCase();
    else if (token.name === 'w:basedOn') open.basedOn = value;
    else if (token.name === 'w:numId') open.numId = value;
    else if (token.name === 'w:ilvl') open.level = Number(value) || 0;
  }
  function chainOf(id: string | undefined): Style[] {
    const chain: Style[] = [];
    for (let next = id; next !== undefined && chain.length < deepest; next = chain.at(-1)?.basedOn) {
      const style = styles.get(next);
      if (style === undefined) break;
      chain.push(style);
    }
    return chain;
  }
  return {
    nameOf: (id) => (id === undefined ? '' : (styles.get(id)?.name ?? id.toLowerCase())),
    numberingOf(id) {
      const style = chainOf(id).find(({ numId }) => numId !== undefined);
      return style?.numId === undefined ? undefined : { numId: style.numId, level: style.level };
    },
  };
}
