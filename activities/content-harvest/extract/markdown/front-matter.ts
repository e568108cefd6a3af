import type { LeftOut } from '../../../../workflows/contract/left-out.js';
import { leftOutPiece } from '../left-out-piece.js';

/** What stands above a Markdown text about it: YAML between lines of `---`, or TOML between lines of `+++`. */
export type FrontMatter = {
  body: string;
  title?: string | undefined;
  author?: string | undefined;
  date?: string | undefined;
  leftOut: LeftOut[];
};

/** More lines are no front matter. */
const mostLines = 200;

export function readFrontMatter(raw: string): FrontMatter {
  const lines = raw.split('\n', mostLines + 1);
  const fence = lines[0]?.trimEnd();
  if (fence !== '---' && fence !== '+++') return { body: raw, leftOut: [] };
  const end = lines.findIndex((line, at) => at > 0 && isEnd(line.trimEnd(), fence));
  const inner = lines.slice(1, end);
  // Between two rules there can be text as well.
  if (end < 0 || !/^[\w-]+ ?[:=]/.test(inner.find((line) => line.trim() !== '') ?? 'a:'))
    return { body: raw, leftOut: [] };
  const used = new Set<number>();
  const title = fieldOf(inner, used, ['title']);
  const author = fieldOf(inner, used, ['author', 'authors', 'by']);
  const date = fieldOf(inner, used, ['date', 'published', 'pubdate', 'publishdate']);
  const rest = inner.filter((line, at) => !used.has(at) && line.trim() !== '').join('; ');
  const bodyAt = lines.slice(0, end + 1).reduce((sum, line) => sum + line.length + 1, 0);
  return {
    body: raw.slice(bodyAt),
    title,
    author,
    date,
    leftOut: rest === '' ? [] : [leftOutPiece('front_matter', rest)],
  };
}

function isEnd(line: string, fence: string): boolean {
  return line === fence || (fence === '---' && line === '...');
}

/** The value of the first of these fields; of a list, its items. The lines that it takes are marked as used. */
function fieldOf(lines: readonly string[], used: Set<number>, names: readonly string[]): string | undefined {
  for (const [at, line] of lines.entries()) {
    const field = /^([\w-]{1,40}) ?[:=] ?(.*)$/.exec(line);
    if (field === null || !names.includes((field[1] ?? '').toLowerCase())) continue;
    used.add(at);
    const value = bare(field[2] ?? '');
    if (value !== '') return value;
    const items: string[] = [];
    for (let next = at + 1; /^\s*- |^\s+name:/.test(lines[next] ?? ''); next += 1) {
      used.add(next);
      items.push(bare((lines[next] ?? '').replace(/^\s*(?:- )?\s*(?:name: ?)?/, '')));
    }
    return items.length === 0 ? undefined : items.join(', ');
  }
  return undefined;
}

function bare(value: string): string {
  const text = value.trim().replace(/^\[|\]$/g, '');
  return text
    .split(', ')
    .map((part) => part.trim().replace(/^(["'])(.*)\1$/, '$2'))
    .join(', ');
}
