import { defined } from '../../platform/defined.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { Config } from '../../platform/config/load-config.js';
import { createGuardedFetcher, type GuardedFetcher } from '../fetch/guarded-fetch.js';
import type { HarvestedSource } from '../script/harvested-source.js';
import type { WorkThreads } from '../threads/work-threads.js';
import { createDocumentReader, type DocumentReader } from './document-reader.js';
import type { Harvester, SourceInput } from './harvester.js';
import type { DocumentTask, ReadDocument } from './read-document.js';

/** `threads` are shared with other work; without them the harvester has its own. The rest is replaceable for tests. */
export type HarvesterParts = { threads?: WorkThreads; fetcher?: GuardedFetcher; reader?: DocumentReader };

/** A harvester with its own connections; close it when the process stops. */
export function createHarvester(config: Config, parts: HarvesterParts = {}): Harvester {
  const fetcher = parts.fetcher ?? createGuardedFetcher(config);
  const reader = parts.reader ?? createDocumentReader({ threads: parts.threads });
  return {
    async harvest(input, sourceId, signal, claimant) {
      try {
        return await harvestOne(
          input,
          sourceId,
          fetcher,
          (task) => reader.read(task, signal, claimant),
          signal,
        );
      } catch (error) {
        throw withDetails(error, { source_id: sourceId });
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
  fetcher: GuardedFetcher,
  read: (task: DocumentTask) => Promise<ReadDocument>,
  signal: AbortSignal | undefined,
): Promise<HarvestedSource> {
  switch (input.kind) {
    case 'text': {
      // People paste whole pages of Markdown or HTML, so a pasted text is looked at like a file.
      const bytes = new TextEncoder().encode(input.text);
      return toSource(sourceId, 'text', await read({ bytes, names: { given: input.title } }));
    }
    case 'file': {
      const { bytes, filename } = input;
      const task = { bytes, charset: charsetOf(input.contentType), names: { filename } };
      return toSource(sourceId, 'file', await read(task));
    }
    case 'url': {
      const { url, bytes, kind, charset, fetchedAt } = await fetcher.fetch(input.url, signal);
      try {
        const document = await read({ bytes, kind, charset, names: { url } });
        return { ...toSource(sourceId, 'url', document), url, harvested_at: fetchedAt };
      } catch (error) {
        throw withDetails(error, { url });
      }
    }
  }
}

function toSource(sourceId: string, kind: SourceInput['kind'], document: ReadDocument): HarvestedSource {
  const { text, truncated, title, siteName, byline, publishedAt, sha256, words, language } = document;
  return {
    source_id: sourceId,
    kind,
    title,
    ...defined({ site_name: siteName, byline, published_at: publishedAt }),
    sha256,
    word_count: words,
    language,
    text,
    ...(truncated ? { truncated } : {}),
    ...defined({ left_out: document.leftOut, warnings: document.warnings }),
  };
}

function charsetOf(contentType: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? '')?.[1];
}

function withDetails(error: unknown, details: Record<string, string>): unknown {
  if (!(error instanceof AethercastError)) return error;
  return new AethercastError(error.code, {
    message: error.message,
    details: { ...details, ...error.details },
    cause: error.cause,
  });
}
