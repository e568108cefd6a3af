import { countLeftOut } from '../../workflows/contract/left-out-words.js';
import type { LeftOut } from '../../workflows/contract/left-out.js';
import type { SourcePreview } from '../../workflows/contract/source-preview.js';
import { markChanges } from './mark-changes.js';

/** What was understood of a source, for people. */
export function describePreview(name: string, preview: SourcePreview, spoken: boolean): string {
  const facts: [string, string | null][] = [
    ['Source', name],
    ['Title', preview.title],
    ['Byline', preview.byline],
    ['Site', preview.site_name],
    ['Date', preview.published_at],
    ['Language', preview.language ?? 'too little text to tell'],
    ['Words', wordsOf(preview)],
  ];
  const lines = facts.flatMap(([label, value]) => (value === null ? [] : [`${label.padEnd(10)}${value}`]));
  return [
    ...lines,
    ...preview.warnings.map(({ message }) => `Note      ${message}`),
    '',
    ...(spoken ? preview.spoken.map(({ text, said }) => markChanges(text, said)) : [preview.text]),
    '',
    ...leftOutOf(preview.left_out),
    '',
    '',
  ].join('\n');
}

function wordsOf({ words, said_words: said, truncated }: SourcePreview): string {
  const share = words === 0 ? 0 : Math.round((said / words) * 100);
  const cut = truncated ? '; the source is longer, this is its beginning' : '';
  return `${words}, of which ${said} (${share} %) may be said${cut}`;
}

/** So many pieces of a reason are shown. */
const shownPieces = 3;
const shownCharacters = 90;

function leftOutOf(leftOut: readonly LeftOut[]): string[] {
  if (leftOut.length === 0) return ['Nothing was left out.'];
  return [
    'Left out:',
    ...countLeftOut(leftOut).flatMap((count) => {
      const pieces = leftOut
        .filter(({ reason, text }) => reason === count.reason && text !== '')
        .slice(0, shownPieces);
      const more = count.pieces - pieces.length;
      return [
        `  ${count.in_words} (${count.words === 1 ? 'one word' : `${count.words} words`})`,
        ...pieces.map(({ text }) => `    - ${beginningOf(text)}`),
        ...(more > 0 ? [`    and ${more} more`] : []),
      ];
    }),
  ];
}

function beginningOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= shownCharacters ? line : `${line.slice(0, shownCharacters).trimEnd()} ...`;
}
