import { watchPronunciations } from '../../activities/voice-forge/pronunciation-file.js';
import type { Config } from '../../platform/config/load-config.js';
import { voicesFolder } from '../../voices/voice-catalog.js';
import { CliError } from '../terminal/cli-error.js';
import { readLines } from './read-lines.js';
import type { ReadOptions } from './read-options.js';
import { readSources } from './read-sources.js';

/** `aethercast read`: shows what is understood of sources, and how a voice says it. Needs neither a stack nor a network. */
export async function read(config: Config, options: ReadOptions): Promise<void> {
  const language = options.language ?? config.DEFAULT_LANGUAGE;
  const speech = { language, pronunciations: watchPronunciations(voicesFolder(config))() };
  if (options.lines === undefined && options.sources.length === 0) {
    throw new CliError(
      'Name what to read: --file <path>, --url <address>, --text <text>, or --lines <path>.',
    );
  }
  if (options.lines !== undefined) await readLines(options.lines, speech, options.json);
  const unread = await readSources(config, speech, options);
  if (unread > 0) process.exitCode = 1;
}
