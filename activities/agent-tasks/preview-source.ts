import { primaryLanguage } from '../../platform/language.js';
import { countWords } from '../../platform/count-words.js';
import { defined } from '../../platform/defined.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { SourcePreview } from '../../workflows/contract/source-preview.js';
import type { Harvester, SourceInput } from '../content-harvest/harvester.js';
import previewText, {
  type PreviewTask,
  type TextPreview,
} from '../models/language/extractive/preview-text.js';
import type { Claimant } from '../threads/fair-queue.js';
import { StoppedWork } from '../threads/stopped-work.js';
import type { WorkThreads } from '../threads/work-threads.js';

/** Without `threads` it is done where it is. */
export type PreviewDeps = { harvester: Harvester; threads?: WorkThreads };

/** The longest text that is kept takes some 10 s here. */
const timeoutMs = 45_000;

/**
 * What is understood of a source, what of it may be said and how, and what is left out.
 * @param speech the language wished for, and pronunciations; a text in another language is said in its own
 * @throws AethercastError of WCHA_ codes, PSWA_WRITING_STOPPED; the signal's reason when aborted
 */
export async function previewSource(
  { harvester, threads }: PreviewDeps,
  input: SourceInput,
  speech: PreviewTask['speech'],
  options: { signal?: AbortSignal; claimant?: Claimant } = {},
): Promise<SourcePreview> {
  const { signal, claimant } = options;
  const source = await harvester.harvest(input, 's1', signal, claimant);
  const wished = primaryLanguage(speech.language);
  const language = (source.language ?? wished) === wished ? speech.language : source.language;
  const task = { source, speech: { ...speech, ...defined({ language }) } };
  const { spoken, leftOut } = await readInThread(threads, task, { signal, claimant });
  return {
    title: source.title,
    byline: source.byline ?? null,
    site_name: source.site_name ?? null,
    published_at: source.published_at ?? null,
    language: source.language ?? null,
    url: source.url ?? null,
    text: source.text,
    words: source.word_count,
    said_words: spoken.reduce((sum, { text }) => sum + countWords(text), 0),
    truncated: source.truncated ?? false,
    warnings: source.warnings ?? [],
    left_out: leftOut,
    spoken,
  };
}

async function readInThread(
  threads: WorkThreads | undefined,
  task: PreviewTask,
  options: { signal: AbortSignal | undefined; claimant: Claimant | undefined },
): Promise<TextPreview> {
  if (threads === undefined) return previewText(task);
  const url = new URL('../models/language/extractive/preview-text.js', import.meta.url);
  try {
    return (await threads.run(url, task, { timeoutMs, ...options })) as TextPreview;
  } catch (error) {
    if (!(error instanceof StoppedWork)) throw error;
    throw new AethercastError('PSWA_WRITING_STOPPED', {
      message:
        'Looking for what can be said of this source was stopped: it took too long or too much memory.',
      details: { reason: error.reason },
      cause: error,
    });
  }
}
