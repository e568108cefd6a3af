import { cutInPhrases } from './cut-in-phrases.js';
import type { ParagraphKind } from './paragraph-kinds.js';
import { cutAtEnds } from './sentence-ends.js';

/** A sentence of a source as it is written, and what it is when it is not prose. */
export type Cut = {
  text: string;
  /** Part of a list, a verse, a piece of unpunctuated speech, a line by itself. */
  form?: 'bullet' | 'step' | 'verse' | 'phrase' | 'line';
  /** The number of a step or bullet in its list, from 1, with the first sentence of each. */
  item?: number;
  /** Who says it in an interview, and whether they are the one who asks. */
  label?: string;
  asks?: true;
};

/**
 * The sentences of a paragraph. Those of all of a text's paragraphs but headings, counted through from 0, are what the
 * `source_refs` of scripts point to.
 */
export function cutsOf(paragraph: Exclude<ParagraphKind, { kind: 'heading' }>, item: number): Cut[] {
  if (paragraph.kind === 'verse') return paragraph.lines.map((text) => ({ text, form: 'verse' }));
  const cuts: Cut[] = cutAtEnds(paragraph.text).flatMap((text) => {
    const phrases = cutInPhrases(text);
    return phrases.length === 1
      ? [{ text }]
      : phrases.map((phrase) => ({ text: phrase, form: 'phrase' as const }));
  });
  switch (paragraph.kind) {
    case 'prose':
      return cuts;
    case 'line':
      return cuts.map((cut) => ({ ...cut, form: 'line' }));
    case 'bullet':
    case 'step':
      return cuts.map((cut, at) => ({ ...cut, form: paragraph.kind, ...(at === 0 ? { item } : {}) }));
    case 'speech': {
      const { label, asks } = paragraph;
      return cuts.map((cut) => ({ ...cut, label, ...(asks ? { asks } : {}) }));
    }
  }
}
