import { attribute, xmlTokens } from './xml-tokens.js';

type Level = { format: string; start: number };

/** Counts the items of a document's lists. */
export interface WordNumbering {
  /** The mark of the next item: "• ", "3. ", "c. "; nothing where the list shows none. */
  markOf(numId: string, level: number): string;
}

export function readNumbering(xml: string): WordNumbering {
  const abstract = new Map<string, Map<number, Level>>();
  const lists = new Map<string, Map<number, Level>>();
  let levels: Map<number, Level> | undefined;
  let level: Level | undefined;
  for (const token of xmlTokens(xml)) {
    if (token.kind !== 'open') continue;
    const value = attribute(token.attributes, 'val') ?? '';
    switch (token.name) {
      case 'w:abstractNum':
        levels = new Map();
        abstract.set(attribute(token.attributes, 'abstractNumId') ?? '', levels);
        break;
      case 'w:num':
        levels = new Map();
        lists.set(attribute(token.attributes, 'numId') ?? '', levels);
        break;
      case 'w:abstractNumId':
        for (const [at, each] of abstract.get(value) ?? []) levels?.set(at, { ...each });
        break;
      case 'w:lvl':
      case 'w:lvlOverride': {
        const at = Number(attribute(token.attributes, 'ilvl')) || 0;
        level = levels?.get(at) ?? { format: 'decimal', start: 1 };
        levels?.set(at, level);
        break;
      }
      case 'w:start':
      case 'w:startOverride':
        if (level !== undefined) level.start = Number(value) || 1;
        break;
      case 'w:numFmt':
        if (level !== undefined) level.format = value;
        break;
    }
  }
  return counting(lists);
}

function counting(lists: ReadonlyMap<string, ReadonlyMap<number, Level>>): WordNumbering {
  const counts = new Map<string, number[]>();
  return {
    markOf(numId, at) {
      const level = lists.get(numId)?.get(at);
      if (level === undefined || numId === '0') return numId === '0' ? '' : '• ';
      const numbers = counts.get(numId) ?? [];
      counts.set(numId, numbers);
      const number = (numbers[at] ?? level.start - 1) + 1;
      numbers[at] = number;
      numbers.length = at + 1;
      return markedAs(level.format, number);
    },
  };
}

function markedAs(format: string, number: number): string {
  if (format === 'bullet') return '• ';
  if (format === 'none') return '';
  if (/letter$/i.test(format) && number <= 26) {
    const letter = String.fromCharCode(96 + number);
    return `${format.startsWith('upper') ? letter.toUpperCase() : letter}. `;
  }
  return `${number}. `;
}
