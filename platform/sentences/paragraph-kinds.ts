/** What a paragraph of a source is. A `line` is a short piece that is neither a sentence nor a heading. */
export type ParagraphKind =
  | { kind: 'prose'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'line'; text: string }
  | { kind: 'bullet'; text: string }
  | { kind: 'step'; text: string }
  | { kind: 'verse'; lines: string[] }
  | { kind: 'speech'; label: string; asks: boolean; text: string };

/** What every paragraph of a text is; neighbours decide where one alone does not tell. */
export function kindsOf(text: string): ParagraphKind[] {
  const paragraphs = text.split(/\n\s*\n/).map((paragraph) => paragraph.trim());
  const labels = labelsOf(paragraphs);
  const kinds = paragraphs.map((paragraph, at) => kindOf(paragraph, at, paragraphs, labels));
  return kinds.map((kind, at) =>
    kind.kind === 'heading' && !headsProse(kinds, at) ? asLine(kind.text) : kind,
  );
}

const bullet = /^[•‣◦▪●○]\s*/u;
const step = /^\(?(\d{1,3})[.)]\s+/u;

/** A line of verse is short, a line of prose that was wrapped is not (characters). */
const longestVerse = 60;

function kindOf(
  paragraph: string,
  at: number,
  paragraphs: readonly string[],
  labels: ReadonlyMap<string, boolean>,
): ParagraphKind {
  const lines = paragraph.split('\n').map((line) => line.trim());
  if (lines.length > 1 && paragraph.length <= lines.length * longestVerse)
    return { kind: 'verse', lines: lines.filter((line) => line !== '').map(oneLine) };
  const text = oneLine(paragraph);
  if (bullet.test(text)) return { kind: 'bullet', text: text.replace(bullet, '') };
  if (isStep(at, paragraphs)) return { kind: 'step', text: text.replace(step, '') };
  const label = labelOf(text);
  const asks = label === undefined ? undefined : labels.get(label);
  if (label !== undefined && asks !== undefined)
    return { kind: 'speech', label, asks, text: text.slice(label.length + 1).trim() };
  if (isHeading(text)) return { kind: 'heading', text };
  return { kind: 'prose', text };
}

/** A heading is short, or a little longer with capitals as titles have them (words). */
const longestHeading = { plain: 10, inCapitals: 14 };

/** A short paragraph that does not end like a sentence. */
export function isHeading(paragraph: string): boolean {
  const words = paragraph.split(' ');
  if (paragraph.endsWith(':') && words.length > 3) return false;
  const capitals = words.filter((word) => /^\P{L}*\p{Lu}/u.test(word)).length;
  const longest = capitals * 2 >= words.length ? longestHeading.inCapitals : longestHeading.plain;
  return words.length <= longest && !/[.!?…;,]["”’)\]]*$/u.test(paragraph) && !/^["“]/.test(paragraph);
}

/** Headings of more words than this are rare (words). */
const longHeading = 8;

/** The last short line before prose heads it, and the line above that where it is shorter than a statement. */
function headsProse(kinds: readonly ParagraphKind[], at: number): boolean {
  const next = kinds[at + 1];
  if (next === undefined) return false;
  const { text } = kinds[at] as { text: string };
  // Of several short lines the last one may be an item like the others.
  if (next.kind !== 'heading')
    return kinds[at - 1]?.kind !== 'heading' || text.split(' ').length <= longHeading;
  const afterNext = kinds[at + 2];
  return text.split(' ').length <= 3 && afterNext !== undefined && afterNext.kind !== 'heading';
}

function asLine(text: string): ParagraphKind {
  return { kind: 'line', text };
}

/** "2. The Second Part" alone is a heading; an item has a neighbour whose number is next to its own. */
function isStep(at: number, paragraphs: readonly string[]): boolean {
  const own = numberOf(paragraphs[at]);
  if (own === undefined) return false;
  return numberOf(paragraphs[at - 1]) === own - 1 || numberOf(paragraphs[at + 1]) === own + 1;
}

function numberOf(paragraph: string | undefined): number | undefined {
  const found = paragraph === undefined ? undefined : step.exec(paragraph)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** "Interviewer", "John Smith", "Q": who speaks, before a colon. */
function labelOf(paragraph: string): string | undefined {
  return /^((?:\p{Lu}[\p{L}.'’-]{0,29})(?: \p{Lu}[\p{L}.'’-]{0,29}){0,3}):(?=\s)/u.exec(paragraph)?.[1];
}

/** Who speaks in an interview, and whether they mostly ask. Empty where nobody does. */
function labelsOf(paragraphs: readonly string[]): Map<string, boolean> {
  const spoken = new Map<string, { times: number; questions: number }>();
  let labelled = 0;
  for (const paragraph of paragraphs) {
    const label = labelOf(paragraph);
    if (label === undefined) continue;
    const entry = spoken.get(label) ?? { times: 0, questions: 0 };
    entry.times += 1;
    if (/\?["”’)]*$/u.test(paragraph.slice(-8).trimEnd())) entry.questions += 1;
    spoken.set(label, entry);
    labelled += 1;
  }
  const speakers = [...spoken].filter(([, { times }]) => times >= 2);
  const turns = speakers.reduce((sum, [, { times }]) => sum + times, 0);
  if (speakers.length < 2 || speakers.length > 6 || turns < 4 || turns < labelled * 0.7) return new Map();
  // "Note:" and "Tip:" come again, too, but nobody asks, and most paragraphs have neither.
  const somebodyAsks = speakers.some(([, { times, questions }]) => questions * 2 > times);
  if (!somebodyAsks && turns < paragraphs.length * 0.6) return new Map();
  return new Map([...spoken].map(([label, { times, questions }]) => [label, questions * 2 > times]));
}

function oneLine(paragraph: string): string {
  return paragraph.replace(/\s+/g, ' ').trim();
}
