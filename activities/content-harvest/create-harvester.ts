import { defined } from '../../platform/defined.js';
import { shorten } from '../../platform/shorten.js';
import { createHash } from 'node:crypto';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { Config } from '../../platform/config/load-config.js';
import { countWords } from '../../platform/count-words.js';
import { type DocumentKind, sniffDocument } from '../../platform/documents/sniff-document.js';
import { detectLanguage } from '../../platform/language.js';
import { createDocumentReader, type DocumentReader } from './document-reader.js';
import { cleanText, limitText } from '../text/clean-text.js';
import type { ExtractedDocument } from './extract/extracted-document.js';
import { createGuardedFetcher, type FetchedPage, type GuardedFetcher } from '../fetch/guarded-fetch.js';
import type { Harvester, SourceInput } from './harvester.js';
import type { HarvestedSource } from '../script/harvested-source.js';
import { titleOf } from './source-title.js';

/** Replaceable for tests: where pages come from and how long a document may take. */
export type HarvesterParts = { fetcher?: GuardedFetcher; reader?: DocumentReader };

/** A harvester with its own connections and reading threads; close it when the process stops. */
export function createHarvester(config: Config, parts: HarvesterParts = {}): Harvester {
  const fetcher = parts.fetcher ?? createGuardedFetcher(config);
  const reader = parts.reader ?? createDocumentReader();
  return {
    async harvest(input, sourceId, signal) {
      try {
        return await harvestOne(input, sourceId, { fetcher, reader }, signal);
      } catch (error) {
        throw withSource(error, sourceId);
      }
    },
    async close() {
      await Promise.all([fetcher.close(), reader.close()]);
    },
  };
}

async function harvestOne(
  input: SourceInput,
  sourceId: string,
  { fetcher, reader }: Required<HarvesterParts>,
  signal: AbortSignal | undefined,
): Promise<HarvestedSource> {
  switch (input.kind) {
    case 'text': {
      // People paste whole pages of Markdown or HTML, so a pasted text is looked at like a file.
      const document = await readBytes(reader, new TextEncoder().encode(input.text), {}, signal);
      return toSource(sourceId, 'text', document, { given: input.title });
    }
    case 'file': {
      const charset = charsetOf(input.contentType);
      const document = await readBytes(reader, input.bytes, defined({ charset }), signal);
      return toSource(sourceId, 'file', document, { filename: input.filename });
    }
    case 'url': {
      const page = await fetcher.fetch(input.url, signal);
      const document = await readPage(reader, page, signal);
      const source = toSource(sourceId, 'url', document, { url: page.url });
      return { ...source, url: page.url, harvested_at: page.fetchedAt };
    }
  }
}

async function readPage(
  reader: DocumentReader,
  page: FetchedPage,
  signal: AbortSignal | undefined,
): Promise<ExtractedDocument> {
  try {
    return await readBytes(reader, page.bytes, page, signal);
  } catch (error) {
    throw withDetails(error, { url: page.url });
  }
}

async function readBytes(
  reader: DocumentReader,
  bytes: Uint8Array,
  known: { kind?: DocumentKind; charset?: string },
  signal: AbortSignal | undefined,
): Promise<ExtractedDocument> {
  if (bytes.length === 0) throw new AethercastError('WCHA_EMPTY_SOURCE', { details: { reason: 'no_bytes' } });
  const kind = known.kind ?? sniffDocument(bytes);
  if (kind === undefined)
    throw new AethercastError('WCHA_UNSUPPORTED_FILE', { details: { reason: 'content' } });
  const task = known.charset === undefined ? { kind, bytes } : { kind, bytes, charset: known.charset };
  const document = await reader.read(task, signal);
  const text = cleanText(document.text);
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw new AethercastError('WCHA_EMPTY_SOURCE', {
      ...(kind === 'pdf'
        ? { message: 'The PDF holds no text, only pictures of pages. Run a text recognition on it first.' }
        : {}),
      details: { reason: kind === 'pdf' ? 'scanned_pdf' : 'no_text' },
    });
  }
  return { ...document, text };
}

function toSource(
  sourceId: string,
  kind: SourceInput['kind'],
  document: ExtractedDocument,
  names: { given?: string | undefined; filename?: string | undefined; url?: string },
): HarvestedSource {
  const { text, truncated } = limitText(document.text);
  const siteName = oneLine(document.siteName);
  const byline = oneLine(document.byline);
  return {
    source_id: sourceId,
    kind,
    title: titleOf(document.title, text, names),
    ...defined({ site_name: siteName, byline, published_at: document.publishedAt }),
    sha256: createHash('sha256').update(text).digest('hex'),
    word_count: countWords(text),
    language: detectLanguage(text),
    text,
    ...(truncated ? { truncated } : {}),
  };
}

function oneLine(text: string | undefined): string | undefined {
  const line = text === undefined ? '' : shorten(cleanText(text).replace(/\s+/g, ' '), 120);
  return line === '' ? undefined : line;
}

function charsetOf(contentType: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? '')?.[1];
}

function withSource(error: unknown, sourceId: string): unknown {
  return withDetails(error, { source_id: sourceId });
}

function withDetails(error: unknown, details: Record<string, string>): unknown {
  if (!(error instanceof AethercastError)) return error;
  return new AethercastError(error.code, {
    message: error.message,
    details: { ...details, ...error.details },
    cause: error.cause,
  });
}
