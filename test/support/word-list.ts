import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

/** Some thousand English words, small, in a fixed order: those of the comments in TypeScript's own declarations. */
export function wordList(): string[] {
  const source = readFileSync(createRequire(import.meta.url).resolve('typescript/lib/lib.dom.d.ts'), 'utf8');
  const words = new Set<string>();
  for (const [comment] of source.matchAll(/\/\*[\s\S]*?\*\/|\/\/.*/g))
    for (const [word] of comment.matchAll(/(?<![\p{L}\d.'`/#@_-])\p{Ll}{3,}(?![\p{L}\d.'`/_(-])/gu))
      words.add(word);
  return [...words].toSorted();
}

export const names =
  'Ada Alexander Ben Boris Carlos Charles Clara David Edward Elizabeth Francis George Hannah Henry Isaac Ivan James Jan Joan John Joseph Kevin Leo Leon Liam Lily Linda Louis Lucas Lucy Luis Marie Mark Mary Max Mia Michael Nicholas Omar Otto Paul Peter Philip Pius Richard Robert Rosa Sam Sara Thomas Urban Victor Vincent Violet Viktor Vivian William Xavier Ximena Ida Igor Ines Iris Isla Ingrid Isabel Irving Vance Vega Vargas Vidal Ximenes Xu Lange Lopez Lister Lewis Litvinenko Varadkar Van Von Di Da La Le Li Mi Mci Dixon Dickens Dillon Chen Cohen Clark Davis Diaz Martin Morrison Müller Miller Mill Mix Civic Livid Vivid Mimic'.split(
    ' ',
  );
