import { countWords } from '../../../../platform/count-words.js';

/** No line longer than this, in words: one breath of meaning, some 25 seconds. */
export const maxLineWords = 60;

/** Cuts a sentence that is too long to say in one line, at the clause nearest its middle; usually returns it whole. */
export function splitLongLine(text: string): string[] {
  if (countWords(text) <= maxLineWords) return [text];
  const cut = bestCut(text);
  if (cut === undefined) return [text];
  const [head, tail] = [text.slice(0, cut.end).trim(), text.slice(cut.next).trim()];
  const first = cut.ends ? `${head.replace(/[,;:—–-]+$/, '').trim()}.` : head;
  const second = cut.ends ? tail.charAt(0).toUpperCase() + tail.slice(1) : tail;
  return [...splitLongLine(first), ...splitLongLine(second)];
}

/** `ends`: what follows can stand as a sentence of its own. */
type Cut = { end: number; next: number; ends: boolean };

const clauses: readonly { mark: RegExp; ends: boolean }[] = [
  { mark: /;\s+/g, ends: true },
  {
    mark: /,\s+(?=(?:and|but|yet|so|while|whereas)\s+(?:the|a|an|it|he|she|they|we|I|there|this|that|these|those|in|\p{Lu})\b)/gu,
    ends: true,
  },
  { mark: /\s[—–]\s?|:\s+/g, ends: false },
  { mark: /,\s+(?=(?:which|who|where|when|because|although|though|if|as|with|and|or|but)\b)/g, ends: false },
  { mark: /,\s+/g, ends: false },
];

/** The best kind of clause that leaves both parts above a fifth of the whole. */
function bestCut(text: string): Cut | undefined {
  for (const { mark, ends } of clauses) {
    const cuts = [...text.matchAll(mark)]
      .map((match) => ({
        end: match.index + (ends ? 1 : match[0].trimEnd().length),
        next: match.index + match[0].length,
        ends,
      }))
      .filter(({ next }) => next > text.length * 0.2 && next < text.length * 0.8)
      .filter(({ next }) => !insideQuotation(text.slice(0, next)));
    const nearest = cuts.sort((one, other) => fromMiddle(text, one) - fromMiddle(text, other))[0];
    if (nearest !== undefined) return nearest;
  }
  return undefined;
}

function fromMiddle(text: string, cut: Cut): number {
  return Math.abs(cut.next - text.length / 2);
}

function insideQuotation(before: string): boolean {
  return (before.match(/"/g) ?? []).length % 2 === 1 || before.lastIndexOf('“') > before.lastIndexOf('”');
}
