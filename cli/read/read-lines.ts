import { readFile } from 'node:fs/promises';
import type { LineSpeech } from '../../activities/script/line-speech.js';
import { speakableText } from '../../activities/models/speech/speakable-text.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { CliError } from '../terminal/cli-error.js';
import { unreadableFile } from '../terminal/unreadable-file.js';
import { markChanges } from './mark-changes.js';

/** Shows each line of a file as a voice is given it. */
export async function readLines(
  file: string,
  speech: Pick<LineSpeech, 'language' | 'pronunciations'>,
  json: boolean,
): Promise<void> {
  for (const text of linesIn(await contentOf(file))) {
    const line = said(text, speech);
    process.stdout.write(`${json ? JSON.stringify({ text, ...line }) : inWords(text, line)}\n`);
  }
}

type Said = { said: string } | { said: null; error: { code: string; message: string } };

function said(text: string, { language, pronunciations }: Parameters<typeof readLines>[1]): Said {
  if (text.trim() === '') return { said: '' };
  try {
    return { said: speakableText(text, pronunciations, language).text };
  } catch (error) {
    if (!(error instanceof AethercastError) || error.status !== 400) throw error;
    return { said: null, error: { code: error.code, message: error.message } };
  }
}

function inWords(text: string, line: Said): string {
  return line.said === null ? `${text}\n    ! ${line.error.message}` : markChanges(text, line.said);
}

async function contentOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new CliError(unreadableFile(file, error));
  }
}

function linesIn(content: string): string[] {
  const lines = content.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
