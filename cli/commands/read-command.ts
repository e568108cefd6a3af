import { Command } from 'commander';
import { loadConfig } from '../../platform/config/load-config.js';
import type { NamedSource, ReadOptions } from '../read/read-options.js';

/** `aethercast read`: its work is in `cli/read/`, loaded when it runs. */
export function readCommand(): Command {
  const sources: NamedSource[] = [];
  function collect(kind: NamedSource['kind']): (name: string) => void {
    return (name) => void sources.push({ kind, name });
  }
  return new Command('read')
    .description('show what would be read of a source, and what is left out; makes nothing')
    .option('--file <path>', 'a text, Markdown, HTML, PDF or Word file (repeatable)', collect('file'))
    .option('--url <address>', 'a web page (repeatable)', collect('url'))
    .option('--text <text>', 'a text (repeatable)', collect('text'))
    .option('--lines <path>', 'a text file of which each line is shown as a voice says it')
    .option('--spoken', 'show each sentence that may be said, and how a voice says it', false)
    .option('--language <tag>', 'language of the lines, as a BCP 47 tag (default: DEFAULT_LANGUAGE)')
    .option('--json', 'print one line of JSON for each source, or each line', false)
    .addHelpText('after', readHelp)
    .action(async (options: Omit<ReadOptions, 'sources'>) => {
      const { read } = await import('../read/read.js');
      await read(loadConfig(), { ...options, sources });
    });
}

const readHelp = `
Examples:
  aethercast read --file article.html
  aethercast read --url https://example.com/story --spoken
  aethercast read --json --file one.pdf --file two.docx
  aethercast read --lines sentences.txt

Nothing has to run for it, and nothing is kept. Where a source cannot be read, the others are shown all
the same, and the command ends with exit code 1.`;
