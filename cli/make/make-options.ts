import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defined } from '../../platform/defined.js';
import { CliError } from '../terminal/cli-error.js';
import { unreadableFile } from '../terminal/unreadable-file.js';
import type { GatewayClient } from '../gateway/gateway-client.js';
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

/** What `make` without a source is about: needs no network. */
export const defaultSample = fileURLToPath(new URL('../../../samples/tycho-brahe.md', import.meta.url));

/** Reads the files that are named, before anything is started. Throws CliError. */
export async function readFiles(options: MakeOptions): Promise<{ name: string; content: Buffer }[]> {
  return Promise.all(
    options.file.map(async (file) => {
      try {
        return { name: path.basename(file), content: await readFile(file) };
      } catch (error) {
        throw new CliError(unreadableFile(file, error));
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
  return defined({
    topic: options.topic,
    sources: sources.length === 0 ? undefined : sources,
    minutes: options.minutes,
    language: options.language,
    speakers: options.speaker.length === 0 ? undefined : options.speaker,
    persona: options.persona,
    narrative_guidance: options.guidance,
  });
}
