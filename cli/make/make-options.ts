import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CliError } from '../cli-error.js';
import type { GatewayClient } from '../gateway-client.js';
import type { SpeakerOption } from './speaker-option.js';

/** The flags of `aethercast make`, as commander gives them. */
export type MakeOptions = {
  topic?: string;
  url: string[];
  file: string[];
  text: string[];
  minutes?: number;
  language?: string;
  speaker: SpeakerOption[];
  persona?: string;
  guidance?: string;
  key?: string;
  out: string;
  keep: boolean;
  listen: boolean;
  json: boolean;
};

/** The text of the first run: nothing asked for, nothing fetched. */
export const defaultSample = fileURLToPath(new URL('../../../samples/tycho-brahe.md', import.meta.url));

/** Reads the files that are named; what cannot be read is said before anything is started. */
export async function readFiles(options: MakeOptions): Promise<{ name: string; content: Buffer }[]> {
  return Promise.all(
    options.file.map(async (file) => {
      try {
        return { name: path.basename(file), content: await readFile(file) };
      } catch (error) {
        throw new CliError(unreadable(file, error));
      }
    }),
  );
}

/** The body of `POST /api/v1/podcasts`; files are uploaded first. */
export async function requestBody(
  options: MakeOptions,
  files: { name: string; content: Buffer }[],
  gateway: GatewayClient,
): Promise<object> {
  const uploads = await Promise.all(files.map(({ name, content }) => gateway.uploadFile(name, content)));
  const sources = [
    ...options.url.map((url) => ({ url })),
    ...options.text.map((text) => ({ text })),
    ...uploads.map((uploadId) => ({ upload_id: uploadId })),
  ];
  return {
    ...(options.topic === undefined ? {} : { topic: options.topic }),
    ...(sources.length === 0 ? {} : { sources }),
    ...(options.minutes === undefined ? {} : { minutes: options.minutes }),
    ...(options.language === undefined ? {} : { language: options.language }),
    ...(options.speaker.length === 0 ? {} : { speakers: options.speaker }),
    ...(options.persona === undefined ? {} : { persona: options.persona }),
    ...(options.guidance === undefined ? {} : { narrative_guidance: options.guidance }),
  };
}

function unreadable(file: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return `There is no file ${file}.`;
    case 'EACCES':
    case 'EPERM':
      return `The file ${file} may not be read. Check its permissions.`;
    case 'EISDIR':
      return `${file} is a folder. Name a file in it.`;
    default:
      return `The file ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}
