import type { Script } from './transcript/use-script';

/** In characters. */
const longest = 220;

/** The first things that a script takes from its sources: whole lines while they are short enough. */
export function summarise({ segments }: Pick<Script, 'segments'>): string {
  const told = segments
    .flatMap(({ lines }) => lines)
    .filter(({ source_refs: refs }) => refs.length > 0)
    .map(({ text }) => text);
  let summary = '';
  for (const text of told) {
    if (summary !== '' && summary.length + text.length + 1 > longest) break;
    summary = summary === '' ? text : `${summary} ${text}`;
  }
  return summary.length <= longest ? summary : `${cutAtWord(summary)}…`;
}

function cutAtWord(text: string): string {
  const cut = text.slice(0, longest);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[,;:–—-]+$/, '');
}
