import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { previewSource, type PreviewDeps } from '../../activities/agent-tasks/preview-source.js';
import { createHarvester } from '../../activities/content-harvest/create-harvester.js';
import type { SourceInput } from '../../activities/content-harvest/harvester.js';
import type { LineSpeech } from '../../activities/script/line-speech.js';
import { createWorkThreads } from '../../activities/threads/work-threads.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';
import type { Config } from '../../platform/config/load-config.js';
import type { SourcePreview } from '../../workflows/contract/source-preview.js';
import { CliError } from '../terminal/cli-error.js';
import { unreadableFile } from '../terminal/unreadable-file.js';
import { describePreview } from './describe-preview.js';
import type { NamedSource, ReadOptions } from './read-options.js';

type Failure = { code: string; message: string };
type Outcome = { preview: SourcePreview } | { failure: Failure };
type Speech = Pick<LineSpeech, 'language' | 'pronunciations'>;

/** Of these the source itself was read: that it holds nothing to say is what one wanted to know. */
const findings: readonly string[] = ['WCHA_EMPTY_SOURCE', 'WCHA_PAYWALL'] satisfies ErrorCode[];

/** Shows each source in the order named; several are read at a time. Answers how many could not be read. */
export async function readSources(
  config: Config,
  speech: Speech,
  { sources, spoken, json }: Pick<ReadOptions, 'sources' | 'spoken' | 'json'>,
): Promise<number> {
  const atOnce = Math.max(2, availableParallelism());
  const threads = createWorkThreads({ shares: { all: atOnce, owner: atOnce, run: atOnce } });
  const harvester = createHarvester(config, { threads });
  let unread = 0;
  try {
    for await (const [source, outcome] of inOrder(sources, atOnce * 2, (one) =>
      readOne({ harvester, threads }, one, speech),
    )) {
      if ('failure' in outcome && !findings.includes(outcome.failure.code)) unread += 1;
      show(source, outcome, { spoken, json });
    }
  } finally {
    await harvester.close();
    await threads.close();
  }
  return unread;
}

/** Works on some items at a time and gives the results in the items' order. */
async function* inOrder<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<[Item, Result]> {
  const begun: [Item, Promise<Result>][] = [];
  for (const item of items) {
    begun.push([item, work(item)]);
    const first = begun.length < atOnce ? undefined : begun.shift();
    if (first !== undefined) yield [first[0], await first[1]];
  }
  for (const [item, result] of begun) yield [item, await result];
}

async function readOne(deps: PreviewDeps, source: NamedSource, speech: Speech): Promise<Outcome> {
  try {
    return { preview: await previewSource(deps, await toInput(source), speech) };
  } catch (error) {
    if (error instanceof AethercastError) return { failure: { code: error.code, message: error.message } };
    if (error instanceof CliError) return { failure: { code: 'FILE_UNREADABLE', message: error.message } };
    throw error;
  }
}

async function toInput({ kind, name }: NamedSource): Promise<SourceInput> {
  switch (kind) {
    case 'text':
      return { kind, text: name };
    case 'url':
      return { kind, url: name };
    case 'file':
      try {
        return { kind, bytes: await readFile(name), filename: path.basename(name) };
      } catch (error) {
        throw new CliError(unreadableFile(name, error));
      }
  }
}

function show(
  source: NamedSource,
  outcome: Outcome,
  { spoken, json }: { spoken: boolean; json: boolean },
): void {
  const name = source.kind === 'text' ? 'text' : source.name;
  if (json) {
    const facts = 'failure' in outcome ? { error: outcome.failure } : outcome.preview;
    process.stdout.write(`${JSON.stringify({ source: name, ...facts })}\n`);
  } else if ('failure' in outcome) {
    process.stderr.write(`${name}: ${outcome.failure.message} (${outcome.failure.code})\n`);
  } else {
    process.stdout.write(describePreview(name, outcome.preview, spoken));
  }
}
